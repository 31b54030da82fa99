import { countRemotePictures } from "../../../platform/html/remote-pictures.ts";
import type { AskedPictures } from "../../../platform/http/pictures.ts";
import { PictureFrame, PlainText, Prose, RemotePictures } from "../../../ui/index.ts";
import type { Attachment, Message } from "../rules/sight.ts";

interface MessageWordsProps {
  message: Message;
  /** Where a file of the message is; the portal and the desk each have their own way to it. */
  hrefOf(attachment: Attachment): string;
  pictures: LetterPictures;
}

/** The pictures of a message that lie elsewhere, which are fetched for nobody who has not asked for them. */
export interface LetterPictures {
  isShown: boolean;
  showHref: string;
  hideHref: string;
  frameSrc: string;
}

/**
 * What somebody said, as HTML where it came as HTML. `message.html` was sanitised when it was stored, which is why it
 * may stand in a page as it is; only its pictures, which a mail names by `cid:`, are given their addresses here.
 */
export const MessageWords = ({ message, hrefOf, pictures }: MessageWordsProps) => {
  if (message.html === null) return <LinkedText text={message.text} />;
  const elsewhere = countRemotePictures(message.html);
  if (elsewhere > 0 && pictures.isShown) return <PictureFrame src={pictures.frameSrc} hideHref={pictures.hideHref} />;
  return (
    <>
      <Prose>
        <div dangerouslySetInnerHTML={{ __html: withPictures(message.html, message.attachments, hrefOf) }} />
      </Prose>
      {elsewhere > 0 && <RemotePictures count={elsewhere} showHref={pictures.showHref} />}
    </>
  );
};

interface PicturesAsked {
  asked: AskedPictures;
  /** The page that the message stands on, and its anchor there. */
  page: string;
  anchor: string;
  /** Where the surface has the message with its pictures. */
  frame: string;
}

/** How a message's pictures are asked for on a page. */
export const letterPictures = (id: number, { asked, page, anchor, frame }: PicturesAsked): LetterPictures => {
  const question = `pictures=${asked.keyOf(id)}`;
  return {
    isShown: asked.shown === id,
    showHref: `${page}${page.includes("?") ? "&" : "?"}${question}#${anchor}`,
    hideHref: `${page}#${anchor}`,
    frameSrc: `${frame}?${question}`,
  };
};

/** Pictures that stand inside of the words already are not listed below them once more. */
export const looseFiles = ({ html, attachments }: Pick<Message, "html" | "attachments">): Attachment[] =>
  attachments.filter(({ contentId }) => !contentId || !html?.includes(`cid:${contentId}`));

/** With the addresses of the pictures that came with the message. */
export const withPictures = (
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
