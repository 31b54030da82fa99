import type { ComponentChildren } from "preact";
import { SystemEvents, Timeline, TimelineMark, useUi } from "../../../../ui/index.ts";
import type { Delivery } from "../../../outgoing-mail/index.ts";
import type { TimelineEntry } from "../../rules/sight.ts";
import type { Ticket } from "../../rules/ticket.ts";
import { deskWords } from "../../words-desk.ts";
import type { Around } from "./around.ts";
import { historyLine } from "./history.tsx";
import { blocksOf, isLetter, type Block, type LetterEntry } from "../blocks.ts";
import type { LetterPictures } from "../message-words.tsx";
import { Deliveries, isTrouble } from "./deliveries.tsx";
import { Letter } from "./letter.tsx";

export interface ConversationProps {
  ticket: Ticket;
  /** Oldest first. */
  entries: readonly TimelineEntry[];
  deliveries: ReadonlyMap<number, readonly Delivery[]>;
  around: Around;
  /** Until when the reader has read; null: never opened. */
  readAt: Date | null;
  viewerId: number;
  /** How the pictures of a message that lie elsewhere are asked for. */
  picturesOf(messageId: number, anchor: string): LetterPictures;
  /** Whether messages can become tickets of their own. */
  maySplit: boolean;
  /** What can be done about a line of history, beside it. */
  actionOf(entry: TimelineEntry): ComponentChildren;
}

/** Letters and, between them, small print. In a long story the middle is folded; what is new never is. */
export const Conversation = (props: ConversationProps) => {
  const w = deskWords[useUi().locale].conversation;
  const blocks = blocksOf(props.entries);
  const { head, folded, tail } = foldMiddle(blocks, (block) => isLetter(block) && isFresh(block, props));
  const firstFresh = tail.find((block): block is LetterEntry => isLetter(block) && isFresh(block, props));
  const last = blocks.findLast(isLetter);
  const show = (block: Block): ComponentChildren => (
    <>
      {block === firstFresh && props.readAt && <TimelineMark id="new">{w.newSince}</TimelineMark>}
      <BlockView {...props} block={block} isLast={block === last} />
    </>
  );
  return (
    <Timeline label={w.title}>
      {head.map(show)}
      {folded.length > 0 && (
        <li class="thread-earlier">
          <details id="earlier">
            <summary>{w.earlier({ count: folded.filter(isLetter).length })}</summary>
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

const foldMiddle = (
  blocks: readonly Block[],
  mustShow: (block: Block) => boolean,
): { head: readonly Block[]; folded: readonly Block[]; tail: readonly Block[] } => {
  const letters = blocks.flatMap((block, index) => (isLetter(block) ? [index] : []));
  const afterFirst = (letters[0] ?? 0) + 1;
  const wanted = letters.at(-shownAtEnd) ?? 0;
  const fresh = blocks.findIndex(mustShow);
  const start = fresh === -1 ? wanted : Math.min(wanted, fresh);
  const folded = blocks.slice(afterFirst, start);
  if (folded.filter(isLetter).length < foldedFrom) return { head: [], folded: [], tail: blocks };
  return { head: blocks.slice(0, afterFirst), folded, tail: blocks.slice(start) };
};

/** New is what others wrote since the reader was here; on a first visit everything would be, so nothing is. */
const isFresh = ({ message }: LetterEntry, { readAt, viewerId }: ConversationProps): boolean =>
  readAt !== null && message.at > readAt && message.authorId !== viewerId;

const BlockView = ({ block, isLast, ...props }: ConversationProps & { block: Block; isLast: boolean }) => {
  const { locale } = useUi();
  const { ticket, around } = props;
  if (isLetter(block))
    return (
      <Letter
        ticket={ticket}
        entry={block}
        around={around}
        viewerId={props.viewerId}
        picturesOf={props.picturesOf}
        maySplit={props.maySplit}
        deliveries={props.deliveries.get(block.id) ?? []}
        isFresh={isFresh(block, props)}
        isLast={isLast}
      />
    );
  return (
    <>
      <SystemEvents
        items={block.map((entry) => ({
          ...historyLine(entry, { around, locale, type: ticket.type }),
          action: props.actionOf(entry),
        }))}
      />
      <Undelivered {...props} block={block} />
    </>
  );
};

/** Mails that told of changes and did not arrive: never folded, because somebody has to do something about it. */
const Undelivered = ({ ticket, deliveries, block }: ConversationProps & { block: readonly TimelineEntry[] }) => {
  const failed = block.flatMap(({ id }) => (deliveries.get(id) ?? []).filter(isTrouble));
  if (failed.length === 0) return null;
  return (
    <li class="change">
      <span class="change-icon" />
      <span class="change-words stack gap-1">
        <Deliveries items={failed} ticket={ticket} />
      </span>
    </li>
  );
};
