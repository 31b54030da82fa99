import { webcrypto } from "node:crypto";
import { unreadMail } from "../../platform/mail/broken-mail.ts";
import { speakerIn, type Examined } from "./examine.ts";
import type { MailReport } from "./report.ts";
import { knownIn, type Seen } from "./inspect.ts";

const nothing = { text: "", quoted: "", signature: "" };
const verdict = { verdict: "unreadable", reason: "reading-failed" } as const;

/** What is said of a message that could not be read: what its first headers say. It is kept as it is. */
export const unreadable = (raw: Buffer, seen: Seen): Examined => {
  const parsed = unreadMail(raw);
  return {
    parsed,
    ...speakerIn(parsed, knownIn(seen)),
    ignored: verdict,
    reply: nothing,
    html: undefined,
    bounce: undefined,
    shown: { text: "", repeats: true },
    forwarding: undefined,
  };
};

/** The same as a report. */
export const unreadReport = async (raw: Buffer, seen: Seen = {}): Promise<MailReport> => {
  const { parsed, from } = unreadable(raw, seen);
  const { to, cc, replyTo, subject, messageId = null, inReplyTo, references, warnings } = parsed;
  const digest = Buffer.from(await webcrypto.subtle.digest("SHA-256", new Uint8Array(raw)));
  return {
    ...verdict,
    from: from[0] ?? null,
    ...{ to, cc, replyTo, subject, messageId, references, warnings },
    date: null,
    inReplyTo: inReplyTo[0] ?? null,
    text: "",
    html: null,
    reply: nothing,
    attachments: parsed.attachments.map(({ name, type }) => ({
      ...{ name, type, size: raw.length, sha256: digest.toString("hex"), inline: false, contentId: null },
    })),
    bounce: null,
  };
};
