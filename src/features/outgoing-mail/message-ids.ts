import { randomUUID } from "node:crypto";
import { asciiDomain } from "../../platform/address.ts";

/** Where the desk's mail comes from. */
export interface MailHome {
  /** Message-IDs are made under its domain. */
  mailAddress: string;
  /** More addresses of its own. */
  others?: readonly string[];
}

/** All addresses of the desk's own. */
export const addressesOf = ({ mailAddress, others = [] }: MailHome): readonly string[] => [mailAddress, ...others];

const domainIn = (address: string): string => asciiDomain(address.slice(address.lastIndexOf("@") + 1));
const domainOf = ({ mailAddress }: MailHome): string => domainIn(mailAddress);

/** The desk may have had another address when the mail was sent. */
const isOwnDomain = (desk: MailHome, domain: string): boolean => addressesOf(desk).map(domainIn).includes(domain);

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
  return match && isOwnDomain(desk, match[2]?.toLowerCase() ?? "") ? Number(match[1]) : undefined;
};

/** Whether a Message-ID is one that this desk gave to a mail of its own. */
export const isOwnMessageId = ({ desk, messageId }: { desk: MailHome; messageId: string }): boolean => {
  const domain = /\.tresen@([^<>@]+)>$/.exec(messageId.trim().toLowerCase())?.[1];
  return domain !== undefined && isOwnDomain(desk, domain);
};
