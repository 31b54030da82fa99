import type { MailPart, ParsedMail } from "../../platform/mail/parsed-mail.ts";
import { fold, type Folded } from "./rules/fold.ts";
import { forwardsIn, type Forward } from "./rules/forwarded.ts";

/** A message inside of another one's text; its own words are folded. */
export type WrittenForward = Omit<Forward, "text"> & { reply: Folded };

/** What a message forwards: messages in its text, the outermost first, or the one among its files. */
export type Forwarding = {
  /** What its sender wrote above. */
  above: Folded;
} & ({ kind: "written"; messages: readonly WrittenForward[] } | { kind: "attached"; at: number });

/** Whether it is meant to be filed as that, is for others to say. */
export const forwardingIn = (parsed: ParsedMail): Forwarding | undefined => {
  const inside = forwardsIn(parsed);
  const [outermost] = inside;
  if (outermost)
    return {
      kind: "written",
      above: fold({ text: outermost.above, subject: "" }),
      messages: inside.map(({ text, ...each }) => ({ ...each, reply: fold({ text, subject: "" }) })),
    };
  const at = parsed.attachments.findIndex(isMessage);
  const isOnly = at >= 0 && !parsed.attachments.slice(at + 1).some(isMessage);
  return isOnly ? { kind: "attached", at, above: fold({ text: parsed.text, subject: "" }) } : undefined;
};

const isMessage = ({ name, type }: MailPart): boolean =>
  type === "message/rfc822" || type === "application/vnd.ms-outlook" || /\.(eml|msg)$/i.test(name);
