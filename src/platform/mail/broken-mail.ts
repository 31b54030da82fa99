import { readHeaders } from "../mime/header-block.ts";
import { fieldOf } from "../mime/tree.ts";
import { oneLine } from "./clean-text.ts";
import { messageIdsIn } from "./message-ids.ts";
import type { ParsedMail } from "./parsed-mail.ts";

/** A message that a defect of ours kept from being read: what its first headers say, and itself as a file. */
export const brokenMail = (raw: Buffer): ParsedMail => {
  const { fields } = readHeaders({ raw, start: 0, end: Math.min(raw.length, 1_000_000) });
  const field = (name: string): string => fieldOf({ fields }, name) ?? "";
  const addresses = (name: string) =>
    (
      field(name)
        .slice(0, 2_000)
        .match(/[^\s<>,;:"]+@[^\s<>,;:"]+/g) ?? []
    ).map((address) => ({ name: "", address }));
  return {
    from: addresses("from"),
    replyTo: addresses("reply-to"),
    to: addresses("to"),
    cc: addresses("cc"),
    subject: oneLine(field("subject")),
    date: undefined,
    messageId: messageIdsIn(field("message-id"))[0],
    inReplyTo: messageIdsIn(field("in-reply-to")),
    references: messageIdsIn(field("references")),
    headers: new Map(fields.map(({ name, raw: value }) => [name, [oneLine(value)]])),
    text: "",
    html: undefined,
    seams: { old: [], signature: [] },
    attachments: [
      { name: "message.eml", type: "message/rfc822", read: () => raw, inline: false, contentId: undefined },
    ],
    warnings: ["broken"],
  };
};

/** Of a message that nobody got to the end of: more of it is not looked at. */
const mostLookedAt = 20_000;

/** A message that took too much to be read: what its first headers say, and itself as a file. */
export const unreadMail = (raw: Buffer): ParsedMail => {
  const { attachments, ...mail } = brokenMail(raw.subarray(0, mostLookedAt));
  return { ...mail, attachments: attachments.map((file) => ({ ...file, read: () => raw })) };
};

/** A file of Outlook that cannot be opened: nothing of it can be shown. */
export const brokenOutlookFile = (raw: Buffer): ParsedMail => ({
  ...brokenMail(Buffer.alloc(0)),
  attachments: [
    { name: "message.msg", type: "application/vnd.ms-outlook", read: () => raw, inline: false, contentId: undefined },
  ],
  warnings: ["brokenOutlookFile"],
});
