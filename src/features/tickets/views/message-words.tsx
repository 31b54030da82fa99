import { PlainText, Prose } from "../../../ui/index.ts";
import type { Attachment, Message } from "../rules/sight.ts";

interface MessageWordsProps {
  message: Message;
  /** Where a file of the message is; the portal and the desk each have their own way to it. */
  hrefOf(attachment: Attachment): string;
}

/**
 * What somebody said, as HTML where it came as HTML. `message.html` was sanitised when it was stored, which is why it
 * may stand in a page as it is; only its pictures, which a mail names by `cid:`, are given their addresses here.
 */
export const MessageWords = ({ message, hrefOf }: MessageWordsProps) =>
  message.html === null ? (
    <LinkedText text={message.text} />
  ) : (
    <Prose>
      <div dangerouslySetInnerHTML={{ __html: withPictures(message.html, message.attachments, hrefOf) }} />
    </Prose>
  );

/** Pictures that stand inside of the words already are not listed below them once more. */
export const looseFiles = ({ html, attachments }: Pick<Message, "html" | "attachments">): Attachment[] =>
  attachments.filter(({ contentId }) => !contentId || !html?.includes(`cid:${contentId}`));

const withPictures = (
  html: string,
  attachments: readonly Attachment[],
  hrefOf: (attachment: Attachment) => string,
): string =>
  attachments.reduce(
    (words, attachment) =>
      attachment.contentId
        ? words.replaceAll(`"cid:${attachment.contentId}"`, `"${escaped(hrefOf(attachment))}"`)
        : words,
    // Long lines scroll, and what scrolls must be reached by keyboard. The sanitiser leaves `pre` without attributes.
    html.replaceAll("<pre>", '<pre tabindex="0">'),
  );

const escaped = (address: string): string => address.replaceAll("&", "&amp;").replaceAll('"', "&quot;");

const address = /\bhttps?:\/\/[^\s<>"“”]+[^\s<>"“”.,;:!?)\]}'’]/g;

/** Text with its line breaks; what looks like an address of the web can be followed. */
const LinkedText = ({ text }: { text: string }) => {
  const parts = partsOf(text);
  if (parts.length === 1) return <PlainText>{text}</PlainText>;
  return (
    <div class="plain-text">
      {parts.map((part) =>
        part.isLink ? (
          <a class="text-link" href={part.text} rel="noopener noreferrer nofollow">
            {part.text}
          </a>
        ) : (
          part.text
        ),
      )}
    </div>
  );
};

const partsOf = (text: string): { text: string; isLink: boolean }[] => {
  let from = 0;
  const parts = [...text.matchAll(address)].flatMap((found) => {
    const before = { text: text.slice(from, found.index), isLink: false };
    from = found.index + found[0].length;
    return [before, { text: found[0], isLink: true }];
  });
  return [...parts, { text: text.slice(from), isLink: false }];
};
