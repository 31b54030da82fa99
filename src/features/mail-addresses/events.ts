import type { NewEvent } from "../../platform/events.ts";
import { changesSaid, type SettingChanges } from "../../platform/settings.ts";
import type { MailAddress } from "./store.ts";

export const mailAddressesTopic = "mail-addresses:all";

const onAddress =
  (name: string) =>
  ({ id, address }: Pick<MailAddress, "id" | "address">, payload: NewEvent["payload"] = {}): NewEvent => ({
    name: `mail-address.${name}`,
    subject: { kind: "mail-address", id },
    payload: { name: address, ...payload },
    topics: [mailAddressesTopic],
  });

export const addressAdded = onAddress("added");
export const addressChanged = (meant: Pick<MailAddress, "id" | "address">, changes: SettingChanges): NewEvent =>
  onAddress("changed")(meant, changesSaid(changes));
export const addressRetired = onAddress("retired");
export const addressRestored = onAddress("restored");
