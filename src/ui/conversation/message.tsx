import type { ComponentChildren } from "preact";
import { useWords } from "../context.tsx";
import { cx } from "../cx.ts";
import { Icon } from "../icon.tsx";
import type { IconName } from "../icon-names.ts";
import { Avatar } from "../parts/avatar.tsx";
import { Time } from "../parts/time.tsx";

export interface MessageProps {
  /** Its anchor on the page. */
  id: string;
  author: {
    name: string;
    /** E.g. the organisation or the team. */ about?: string | undefined;
    src?: string | undefined;
  };
  at: Date;
  /** How it came: icon and word, e.g. mail. */
  channel?: { icon: IconName; label: string } | undefined;
  /** `note` is tinted and labelled: nobody may take it for a letter to the customer. */
  kind?: "public" | "note" | undefined;
  /** Instead of the words that a note carries, or for other kinds of words, e.g. "Update". */
  label?: { icon: IconName; text: string } | undefined;
  /** Where it was said, when not here, or where it goes on; may lead there. */
  mark?: { icon: IconName; text: string; href?: string | undefined } | undefined;
  /** Written by the people who answer; gets the accent's edge so that the two sides of a letter exchange can be told apart. */
  ours?: boolean | undefined;
  /** Not yet read by this person. */
  fresh?: boolean | undefined;
  /** E.g. "An: Maria Huber, Kopie an …". */
  to?: ComponentChildren;
  /** Text, or sanitised HTML in `Prose`. */
  children: ComponentChildren;
  /** The quoted rest of the mail; folded away. */
  quoted?: ComponentChildren;
  attachments?: readonly AttachmentFact[] | undefined;
  /** A `Menu` or small buttons at the right of the head. */
  actions?: ComponentChildren;
  /** Below: delivery state, reactions. */
  footer?: ComponentChildren;
}

export interface AttachmentFact {
  id: string;
  name: string;
  href: string;
  /** Already formatted, e.g. "1.4 MB". */
  size: string;
  icon?: IconName | undefined;
  /** A small picture of it. */
  previewSrc?: string | undefined;
}

const Mark = ({ icon, text, href }: NonNullable<MessageProps["mark"]>) => {
  const words = (
    <>
      <Icon name={icon} size={14} />
      {text}
    </>
  );
  return href === undefined ? (
    <span class="letter-mark">{words}</span>
  ) : (
    <a class="letter-mark" href={href}>
      {words}
    </a>
  );
};

const Head = ({ author, at, channel, kind, label, mark, to, actions }: MessageProps) => {
  const words = useWords();
  return (
    <header class="letter-head">
      <div class="letter-who">
        <span class="letter-author">{author.name}</span>
        {author.about && <span class="letter-about">{author.about}</span>}
        {(kind === "note" || label) && (
          <span class="letter-label">
            <Icon name={label?.icon ?? "lock"} size={14} />
            {label?.text ?? words.internalNote}
            {kind === "note" && <span class="sr-only">, {words.onlyTeam}</span>}
          </span>
        )}
        {mark && <Mark {...mark} />}
        {to && <span class="letter-to">{to}</span>}
      </div>
      <div class="letter-when">
        {channel && (
          <span class="letter-channel" title={channel.label}>
            <Icon name={channel.icon} size={14} label={channel.label} />
          </span>
        )}
        <Time at={at} />
        {actions}
      </div>
    </header>
  );
};

/** One letter of the exchange. */
export const Message = (props: MessageProps) => (
  <li
    class={cx(
      "letter",
      props.kind === "note" && "letter-note",
      props.ours && "letter-ours",
      props.fresh && "letter-fresh",
    )}
    id={props.id}
  >
    <Avatar name={props.author.name} src={props.author.src} />
    <article class="letter-sheet" aria-label={props.author.name}>
      <Head {...props} />
      <div class="letter-body">{props.children}</div>
      {props.quoted && <Quoted>{props.quoted}</Quoted>}
      {props.attachments && props.attachments.length > 0 && <Attachments items={props.attachments} />}
      {props.footer && <footer class="letter-foot">{props.footer}</footer>}
    </article>
  </li>
);

/** Quoted text, folded but never lost. */
export const Quoted = ({ children }: { children: ComponentChildren }) => {
  const words = useWords();
  return (
    <details class="quoted">
      <summary title={words.showQuote}>
        <Icon name="ellipsis" />
        <span class="sr-only">{words.showQuote}</span>
      </summary>
      <blockquote>{children}</blockquote>
    </details>
  );
};

export const Attachments = ({ items }: { items: readonly AttachmentFact[] }) => {
  const words = useWords();
  return (
    <ul class="attachments" aria-label={words.attachments}>
      {items.map((item) => (
        <li key={item.id}>
          <a class="attachment" href={item.href} data-turbo="false">
            {item.previewSrc ? (
              <img src={item.previewSrc} alt="" loading="lazy" />
            ) : (
              <Icon name={item.icon ?? "file"} size={20} />
            )}
            <span class="attachment-words">
              <span class="attachment-name">{item.name}</span>
              <span class="attachment-size">{item.size}</span>
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
};
