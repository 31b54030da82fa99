import { randomUUID } from "node:crypto";

/** What Message-IDs are made under: the desk's own domain. */
export interface MailHome {
  mailAddress: string;
}

const domainOf = ({ mailAddress }: MailHome): string => mailAddress.slice(mailAddress.lastIndexOf("@") + 1);

/** A fresh Message-ID in angle brackets. Nobody who has not got the mail can know it. */
export const newMessageId = (desk: MailHome): string => `<${randomUUID()}.tresen@${domainOf(desk)}>`;

/**
 * The Message-ID that every mail about a ticket names first in References, so that mail programs show one
 * conversation. No mail carries it itself. Anybody can compute it: it proves nothing about who answers.
 */
export const rootMessageId = ({ desk, ticketId }: { desk: MailHome; ticketId: number }): string =>
  `<ticket-${ticketId}.tresen@${domainOf(desk)}>`;

/** The ticket's id of a root Message-ID, or undefined. */
export const readRootMessageId = ({ desk, messageId }: { desk: MailHome; messageId: string }): number | undefined => {
  const match = /^<ticket-(\d{1,15})\.tresen@([^>]+)>$/i.exec(messageId.trim());
  return match && match[2]?.toLowerCase() === domainOf(desk) ? Number(match[1]) : undefined;
};

/** Whether a Message-ID is one that this desk gave to a mail of its own. */
export const isOwnMessageId = ({ desk, messageId }: { desk: MailHome; messageId: string }): boolean =>
  messageId
    .trim()
    .toLowerCase()
    .endsWith(`.tresen@${domainOf(desk)}>`);
