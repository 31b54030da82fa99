import type { NewEvent } from "../../platform/events.ts";
import { mailAddressesTopic } from "../mail-addresses/index.ts";

const onMailbox =
  (name: string) =>
  (addressId: number, payload: NewEvent["payload"] = {}): NewEvent => ({
    name: `mailbox.${name}`,
    subject: { kind: "mail-address", id: addressId },
    payload,
    topics: [mailAddressesTopic],
  });

export const mailboxSet = onMailbox("set");
export const mailboxPaused = onMailbox("paused");
export const mailboxResumed = onMailbox("resumed");
export const mailboxRemoved = onMailbox("removed");
