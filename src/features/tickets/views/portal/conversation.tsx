import type { ComponentChildren } from "preact";
import type { AskedPictures } from "../../../../platform/http/pictures.ts";
import {
  Message as Letter,
  SystemEvents,
  Timeline,
  TimelineMark,
  useUi,
  type MessageProps,
} from "../../../../ui/index.ts";
import type { Attachment, TimelineEntry } from "../../rules/sight.ts";
import { words } from "../../words.ts";
import { portalWords } from "../../words-portal.ts";
import { togetherWords } from "../../words-together.ts";
import { attachmentFact } from "../attachment-facts.ts";
import { letterPictures, looseFiles, MessageWords } from "../message-words.tsx";
import { blocksOf, isLetter, type Block, type LetterEntry } from "../blocks.ts";
import { channelIcons } from "../tags.tsx";
import { changed, happenedLine, type HistoryReader } from "./happened.tsx";
import { requestPath } from "./request-status.tsx";

export interface ConversationView {
  number: number;
  /** Oldest first, as the reader may see them. */
  entries: readonly TimelineEntry[];
  history: HistoryReader;
  readerId: number;
  /** Until when the reader has read; null on the first visit. */
  readAt: Date | null;
  pictures: AskedPictures;
}

/** The exchange of letters. Of a long one the middle is folded, so that the newest stands near. */
export const Conversation = (view: ConversationView) => {
  const { locale } = useUi();
  const w = portalWords[locale].request;
  const { head, folded, tail } = foldMiddle(blocksOf(view.entries));
  const letters = tail.filter(isLetter);
  const firstNew = letters.find((letter) => isNew(letter, view));
  const show = (block: Block): ComponentChildren =>
    isLetter(block) ? (
      <>
        {block === firstNew && <TimelineMark id="new">{w.newBelow}</TimelineMark>}
        <LetterOf {...view} entry={block} />
      </>
    ) : (
      <SystemEvents items={block.map((entry) => happenedLine(entry, view.history))} />
    );
  return (
    <Timeline label={w.conversation}>
      {head.map(show)}
      {folded.length > 0 && (
        <li>
          <details id="earlier" class="group">
            <summary class="text-accent-ink border-line block rounded border border-dashed px-4 py-2 text-center font-medium group-open:mb-5">
              {w.earlier({ count: folded.filter(isLetter).length })}
            </summary>
            <ol class="thread">{folded.map(show)}</ol>
          </details>
        </li>
      )}
      {tail.map(show)}
    </Timeline>
  );
};

const shownAtEnd = 8;
const foldedFrom = 4;

const foldMiddle = (blocks: readonly Block[]): Record<"head" | "folded" | "tail", readonly Block[]> => {
  const letters = blocks.flatMap((block, index) => (isLetter(block) ? [index] : []));
  const afterFirst = (letters[0] ?? 0) + 1;
  const end = letters.at(-shownAtEnd) ?? 0;
  const folded = blocks.slice(afterFirst, end);
  if (folded.filter(isLetter).length < foldedFrom) return { head: [], folded: [], tail: blocks };
  return { head: blocks.slice(0, afterFirst), folded, tail: blocks.slice(end) };
};

/** New is what others wrote since the reader was here; on a first visit everything would be, so nothing is. */
const isNew = ({ message }: LetterEntry, { readAt, readerId }: ConversationView): boolean =>
  readAt !== null && message.at > readAt && message.authorId !== readerId;

const LetterOf = (view: ConversationView & { entry: LetterEntry }) => {
  const { locale } = useUi();
  const { entry, number, history } = view;
  const { message } = entry;
  const isOurs = message.side === "agent";
  const isOwn = message.authorId === view.readerId;
  const hrefOf = (file: Attachment): string => fileHref(number, file);
  // An answer by itself says that the request is with us again.
  const besides = isOurs ? changed(entry.changes, history) : [];
  return (
    <Letter
      id={`m${message.id}`}
      author={{
        name: message.authorName,
        about: isOwn ? portalWords[locale].list.you : isOurs ? history.deskName : undefined,
      }}
      at={message.at}
      mark={markOf(entry, togetherWords[locale])}
      ours={isOurs}
      fresh={isNew(entry, view)}
      quoted={message.quoted || undefined}
      attachments={looseFiles(message).map((file) => attachmentFact(file, { href: hrefOf(file), locale }))}
      footer={besides.length > 0 ? besides.join("; ") : undefined}
      {...(message.channel !== "portal" && {
        channel: { icon: channelIcons[message.channel], label: words[locale].channels[message.channel] },
      })}
    >
      <MessageWords
        message={message}
        hrefOf={hrefOf}
        pictures={letterPictures(message.id, {
          asked: view.pictures,
          page: requestPath(number),
          anchor: `m${message.id}`,
          frame: `${requestPath(number)}/messages/${message.id}/pictures`,
        })}
      />
    </Letter>
  );
};

/** Where it was said, or where it goes on, if that is not here. */
const markOf = ({ from, wentTo }: LetterEntry, w: (typeof togetherWords)["en"]): MessageProps["mark"] => {
  // Not everybody who reads it here may read the other request.
  if (from !== undefined) return { icon: "git-merge", text: w.fromTicket({ number: from }) };
  return wentTo === undefined
    ? undefined
    : { icon: "forward", text: w.wentTo({ number: wentTo }), href: requestPath(wentTo) };
};

export const fileHref = (number: number, { id, name }: Pick<Attachment, "id" | "name">): string =>
  `/requests/${number}/files/${id}/${encodeURIComponent(name)}`;
