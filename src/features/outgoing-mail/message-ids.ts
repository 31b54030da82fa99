import { randomUUID } from "node:crypto";
import { domainOf, isOwnDomain, type MailHome } from "./rules/own-addresses.ts";

/** A fresh Message-ID in angle brackets. Nobody who has not got the mail can know it. */
export const newMessageId = ({ mailAddress }: MailHome): string => `<${randomUUID()}.tresen@${domainOf(mailAddress)}>`;

/**
 * The Message-ID that every mail about a ticket names first in References, so that mail programs show one
 * conversation. No mail carries it itself. Anybody can compute it: it proves nothing about who answers.
 */
export const rootMessageId = ({ desk, ticketId }: { desk: MailHome; ticketId: number }): string =>
  `<ticket-${ticketId}.tresen@${domainOf(desk.mailAddress)}>`;

/** The ticket's id of a root Message-ID, or undefined. */
export const readRootMessageId = ({ desk, messageId }: { desk: MailHome; messageId: string }): number | undefined => {
  const match = /^<ticket-(\d{1,15})\.tresen@([^>]+)>$/i.exec(messageId.trim());
  return match && isOwnDomain(desk, match[2]?.toLowerCase() ?? "") ? Number(match[1]) : undefined;
};
