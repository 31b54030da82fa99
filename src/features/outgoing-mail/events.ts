import type { NewEvent } from "../../platform/events.ts";
import type { OutgoingMail } from "./mail.ts";

type Told = Pick<OutgoingMail, "id" | "about" | "also" | "to" | "subject">;

/** Live topics of a mail: the mailbox, and whatever page shows what the mail is about. */
export const topicsOf = ({ about, also }: Pick<OutgoingMail, "about" | "also">): string[] => [
  "outgoing-mail:all",
  ...(about ? [about, ...also].map(({ id }) => `${about.kind}:${id}`) : []),
];

const mailEvent = (name: string, mail: Told, payload: Record<string, string> = {}): NewEvent => ({
  name,
  subject: { kind: "outgoing-mail", id: mail.id },
  payload: { to: mail.to.address, subject: mail.subject, ...payload },
  topics: topicsOf(mail),
});

/** Nobody will try again: refused for good, or tried for a day. */
export const mailFailed = (mail: Told, response: string): NewEvent => mailEvent("mail.failed", mail, { response });

export const mailBounced = (mail: Told, diagnostic: string): NewEvent =>
  mailEvent("mail.bounced", mail, { response: diagnostic });

export const mailResent = (mail: Told): NewEvent => mailEvent("mail.resent", mail);

/** Mail may go to this address again; `mailId` is the mail that had come back. */
export const addressCleared = (mailId: number, address: string): NewEvent => ({
  name: "mail.address-cleared",
  subject: { kind: "outgoing-mail", id: mailId },
  payload: { to: address },
  topics: ["outgoing-mail:all"],
});
