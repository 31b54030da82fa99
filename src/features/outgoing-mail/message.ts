import type { FileStore } from "../../platform/file-store.ts";
import type { OutgoingMessage } from "../../platform/mail/transport.ts";
import type { OutgoingMail } from "./mail.ts";

/** Tells other programs that nobody wrote this, so that none of them answers (RFC 3834 §5, and Exchange's own way). */
const automaticHeaders = ({ inReplyTo }: OutgoingMail): Record<string, string> => ({
  "Auto-Submitted": inReplyTo === null ? "auto-generated" : "auto-replied",
  "X-Auto-Response-Suppress": "DR, RN, NRN, OOF, AutoReply",
});

/** A button in the recipient's mail program (RFC 2369, RFC 8058). */
const unsubscribeHeaders = (url: string): Record<string, string> => ({
  "List-Unsubscribe": `<${url}>`,
  "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
});

interface Way {
  files: Pick<FileStore, "read">;
  /** Where it comes back to; the address it leaves from where there is none. */
  returnTo?: string | undefined;
}

/** The mail as it goes on the wire. The date is when it was written, also when it leaves later. */
export const messageOf = (mail: OutgoingMail, { files, returnTo }: Way): OutgoingMessage => ({
  messageId: mail.messageId,
  date: mail.createdAt,
  from: mail.from,
  to: { name: mail.to.name, address: mail.to.address },
  envelopeFrom: returnTo ?? mail.from.address,
  ...(mail.replyTo !== null && { replyTo: mail.replyTo }),
  ...(mail.inReplyTo !== null && { inReplyTo: mail.inReplyTo }),
  references: mail.references,
  subject: mail.subject,
  text: mail.text,
  html: mail.html,
  headers: {
    // Mail that comes back to this desk is known by it, also where a relay gives it another Message-ID.
    "X-Loop": mail.from.address,
    "Content-Language": mail.locale,
    ...mail.headers,
    ...(mail.automatic && automaticHeaders(mail)),
    ...(mail.unsubscribeUrl !== null && unsubscribeHeaders(mail.unsubscribeUrl)),
  },
  attachments: mail.attachments.map(({ name, type, file, contentId }) => ({
    name,
    type,
    open: () => files.read(file),
    ...(contentId !== undefined && { contentId }),
  })),
});
