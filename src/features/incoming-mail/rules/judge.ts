import { automaticReply, listMail, spamMail } from "./automatic.ts";
import { bouncedMail } from "./bounced.ts";
import { ownMail, type Own } from "./own.ts";
import type { Received } from "./received.ts";
import type { Ignored } from "./verdict.ts";

/**
 * The first that knows decides. A report of a mail of ours may carry our headers, so it comes first; most automatic mail
 * has several marks; and what a filter thinks counts last, because it tells the least about what a message is.
 */
const steps: readonly ((mail: Received, own: Own) => Ignored | undefined)[] = [
  bouncedMail,
  ownMail,
  automaticReply,
  listMail,
  spamMail,
];

/** Why the message must not be filed; undefined when somebody wrote it to the desk. */
export const judge = (mail: Received, own: Own): Ignored | undefined => {
  for (const step of steps) {
    const ignored = step(mail, own);
    if (ignored) return ignored;
  }
  return mail.from.length === 0 ? { verdict: "unreadable", reason: "no-sender" } : undefined;
};
