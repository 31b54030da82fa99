import type { SafeHtml } from "../../platform/html/safe-html.ts";
import { textOfHtml } from "../../platform/mail/html-text.ts";
import type { ParsedMail } from "../../platform/mail/parsed-mail.ts";
import type { Folded } from "./rules/fold.ts";
import { showsOldWords } from "./rules/repeats.ts";

/** What a ticket takes of one message; all of it stands in the raw form, and in full among the attachments. */
export const longestText = 90_000;

/** All that readers of a ticket would get to see of a message, as text. */
export interface Shown {
  text: string;
  /** Something in there looks like a repeated mail. */
  repeats: boolean;
}

interface Given {
  parsed: ParsedMail;
  reply: Folded;
  html: SafeHtml | undefined;
}

/** The HTML may say more than the text beside it. */
export const shownIn = ({ parsed, reply, html }: Given): Shown => {
  const rich =
    parsed.html !== undefined && shownHtml({ reply, html }) !== undefined ? textOfHtml(parsed.html).text : "";
  const text = [reply.text.slice(0, longestText), rich].filter(Boolean).join("\n");
  const carriesMails = parsed.attachments.some(({ type }) => type === "message/rfc822");
  return { text, repeats: carriesMails || parsed.text.length > longestText || showsOldWords(text) };
};

/** Shown as HTML only where nothing is folded: in HTML nobody can tell for sure where old words begin. */
export const shownHtml = ({ reply, html }: Pick<Given, "reply" | "html">): SafeHtml | undefined =>
  reply.quoted === "" && reply.signature === "" && reply.text !== "" ? html : undefined;
