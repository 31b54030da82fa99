import { addressesOf, isDeskAddress, isOwnMessageId, type MailHome } from "../../outgoing-mail/rules/index.ts";
import type { Own } from "./own.ts";

/** By what this desk knows its own mail again. */
export const ownMarksOf = (desk: MailHome): Own => ({
  isOwnAddress: (address) => isDeskAddress({ desk, address }),
  isOwnMessageId: (messageId) => isOwnMessageId({ desk, messageId }),
  isOwnMark: (mark) => addressesOf(desk).some((each) => mark.includes(each.toLowerCase())),
});

/** Where no desk is known: what some desk of ours has sent is taken for this one's. */
export const anyOwnMarks: Own = {
  isOwnAddress: () => false,
  isOwnMessageId: (messageId) => /\.tresen@[^<>@]+>$/i.test(messageId),
  isOwnMark: (mark, { to = [] }) => to.some(({ address }) => mark.includes(address.toLowerCase())),
};
