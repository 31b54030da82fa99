import type { NewEvent } from "../../platform/events.ts";
import type { MailAddress } from "./store.ts";

export const mailAddressesTopic = "mail-addresses:all";

const onAddress =
  (name: string) =>
  ({ id, address }: Pick<MailAddress, "id" | "address">, payload: NewEvent["payload"] = {}): NewEvent => ({
    name: `mail-address.${name}`,
    subject: { kind: "mail-address", id },
    payload: { address, ...payload },
    topics: [mailAddressesTopic],
  });

export const addressAdded = onAddress("added");
/** With `changed`: the names of what is different now. */
export const addressChanged = onAddress("changed");
export const addressRetired = onAddress("retired");
export const addressRestored = onAddress("restored");
