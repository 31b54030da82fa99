import type { MailAddress, MailPart } from "../../../platform/mail/parsed-mail.ts";
import { decisionIn, type MailDecision } from "../../approvals/rules/index.ts";
import { isDisowned } from "./authentication.ts";

interface Answer {
  parsed: {
    attachments: readonly Pick<MailPart, "type" | "inline" | "contentId">[];
    headers: ReadonlyMap<string, readonly string[]>;
  };
  from: readonly MailAddress[];
  reply: { text: string };
}

/** Files that programs add by themselves. */
const isAddedByProgram = ({ type, inline, contentId }: Answer["parsed"]["attachments"][number]): boolean =>
  /^application\/(x-)?pkcs7-signature$|^application\/pgp-(signature|keys)$|^text\/(x-)?vcard$/i.test(type) ||
  (type.startsWith("image/") && (inline || contentId !== undefined));

/** What the message would decide if it answers a question. Whether its sender may is not asked here. */
export const decisionSaid = ({ parsed, from, reply }: Answer): MailDecision | undefined => {
  const [sender, ...others] = from;
  if (!sender || others.length > 0 || isDisowned(parsed)) return undefined;
  return decisionIn({
    text: reply.text,
    name: sender.name,
    hasFiles: !parsed.attachments.every(isAddedByProgram),
  });
};
