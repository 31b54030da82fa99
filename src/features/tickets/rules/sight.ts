import type { Actor } from "../../../platform/actor.ts";
import { now } from "../../../platform/time.ts";
import { customerFieldsOf } from "../../ticket-types/rules/index.ts";
import { takingBack, timesOf, type Changes, type Field } from "./changes.ts";
import { can } from "./policy.ts";
import { customerStatus, customerStatusName, statusName, whoseTurn } from "./status.ts";
import type { CustomFields, MessageKind, Side, Status, StatusName, StoredFile, Ticket, TicketType } from "./ticket.ts";
import type { Channel } from "./ticket.ts";

/**
 * The one place that decides what of a ticket a reader gets to know; pages, API and mails all show what comes out
 * of here. Whether he may see the ticket at all is the policy's question (`can(actor, "read", ticket)`).
 */

/** A ticket as one reader sees it: what is not for him is empty. */
export interface SeenTicket extends Ticket {
  /** What this reader calls the status. */
  statusName: StatusName;
  turn: "us" | "customer" | "nobody";
}

export const forActor = (actor: Actor, ticket: Ticket): SeenTicket =>
  can(actor, "readInternals", ticket) ? agentView(ticket) : customerView(ticket);

export const agentView = (ticket: Ticket): SeenTicket => ({
  ...ticket,
  statusName: statusName(ticket),
  turn: whoseTurn(ticket.status),
});

export const customerView = (ticket: Ticket): SeenTicket => ({
  ...ticket,
  statusName: customerStatusName(ticket),
  turn: whoseTurn(ticket.status),
  teamId: null,
  assigneeIds: [],
  tags: [],
  solution: null,
  stage: null,
  customFields: only(ticket.customFields, customerFieldsOf(ticket.type)),
  lastActivityAt: ticket.lastPublicAt,
  due: null,
});

/** What of a held answer customers would notice in the ticket, and what they can read of the conversation. */
export interface Held {
  /** What the answer and what it brought along have changed, oldest first. */
  changes: readonly Changes[];
  said: readonly Pick<Message, "side">[];
}

/** The ticket as it was before the answer that can still be taken back, as far as nobody has changed it since. */
export const beforeHeld = (ticket: Ticket, { changes, said }: Held): Ticket => {
  const { status = ticket.status, ...before } = takingBack(ticket, changes);
  return {
    ...ticket,
    ...before,
    status,
    ...(status !== ticket.status && timesOf(status, ticket)),
    lastMessageBy: said.at(-1)?.side ?? "customer",
    firstAnsweredAt: said.some(({ side }) => side === "agent") ? ticket.firstAnsweredAt : null,
  };
};

const only = (fields: CustomFields, names: readonly string[]): CustomFields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => names.includes(name)));

/** Words of the timeline. */
export interface Message {
  id: number;
  ticketId: number;
  eventId: number;
  kind: MessageKind;
  /** For agents only. */
  isInternal: boolean;
  side: Side;
  authorId: number | null;
  authorName: string;
  channel: Channel;
  text: string;
  /** Sanitised when it was stored. */
  html: string | null;
  /** What an answering mail repeated, and its signature; empty when nothing. */
  quoted: string;
  mailMessageId: string | null;
  at: Date;
  /** Until then an agent's answer can be taken back, and customers do not see it. */
  heldUntil: Date | null;
  takenBackAt: Date | null;
  /** The message of another ticket that this one was split off from, or the other way round. */
  copyOf: number | null;
  attachments: readonly Attachment[];
}

export interface Attachment extends StoredFile {
  id: number;
  ticketId: number;
  messageId: number;
}

export interface TimelineEntry {
  /** The event's id. */
  id: number;
  at: Date;
  name: string;
  actor: { kind: Actor["kind"]; id: number | null; name: string };
  payload: Readonly<Record<string, unknown>>;
  /** What the event changed, as far as the reader sees it. */
  changes: Changes;
  message?: Message;
  /** The merged ticket in which it was said, by number. */
  from?: number;
  /** The ticket in which these words went on when they were split off, by number, if the reader may see it. */
  wentTo?: number;
}

export const timelineFor = (actor: Actor, ticket: Ticket, entries: readonly TimelineEntry[]): TimelineEntry[] =>
  can(actor, "readInternals", ticket) ? [...entries] : customerTimeline(ticket, entries);

export const customerTimeline = (ticket: Pick<Ticket, "type">, entries: readonly TimelineEntry[]): TimelineEntry[] =>
  entries.flatMap((entry) => {
    const { message, changes } = entry;
    if (message ? !isMessageForCustomers(message) : !isEventForCustomers(entry, ticket.type)) return [];
    if (isWithUnseenReply(entry, entries)) return [];
    // Each side was to see nothing of the other.
    if (entry.name === "ticket.absorbed" && entry.payload["isApart"] === true) return [];
    return [
      {
        ...entry,
        payload: payloadForCustomers(entry),
        changes: changesForCustomers(changes, ticket.type),
        ...(message && { message: messageForCustomers(message) }),
      },
    ];
  });

/** Words that were said in a ticket which was merged into this one: what they moved there is that one's history. */
export const mergedEntry = (
  entry: TimelineEntry,
  { number, isForCustomers }: { number: number; isForCustomers: boolean },
): TimelineEntry[] => {
  const { message } = entry;
  if (!message || (isForCustomers && !isMessageForCustomers(message))) return [];
  const shown = isForCustomers ? messageForCustomers(message) : message;
  return [{ ...entry, payload: {}, changes: {}, message: shown, from: number }];
};

/** What went with an answer that is still held, or was taken back. */
const isWithUnseenReply = ({ payload }: TimelineEntry, entries: readonly TimelineEntry[]): boolean =>
  entries.some(({ id, message }) => id === payload["replyEventId"] && message && !isMessageForCustomers(message));

// An agent who answers a mail of the desk's repeats that mail, and with it what may stand in it for agents only.
const messageForCustomers = (message: Message): Message =>
  message.side === "agent" ? { ...message, quoted: "" } : message;

export const isMessageForCustomers = (message: Pick<Message, "isInternal" | "heldUntil" | "takenBackAt">): boolean =>
  !message.isInternal && message.takenBackAt === null && (message.heldUntil === null || message.heldUntil <= now());

/** Events whose very happening customers may know; the others only where they change something that customers see. */
const publicEvents: ReadonlySet<string> = new Set([
  "ticket.drafted",
  "ticket.submitted",
  "ticket.opened",
  "ticket.answered",
  "ticket.replied",
  "ticket.resolved",
  "ticket.closed",
  "ticket.reminded",
  "ticket.confirmed",
  "ticket.confirmation-recorded",
  "ticket.solution-proposed",
  "ticket.solution-approved",
  "ticket.solution-declined",
  "ticket.proposal-withdrawn",
  "ticket.access-granted",
  "ticket.access-ended",
  "ticket.cancelled",
  "ticket.reopened",
  "ticket.rated",
  "ticket.followed-up",
  "ticket.participant-added",
  "ticket.participant-removed",
  "ticket.requester-changed",
  "ticket.merged",
  "ticket.absorbed",
  "ticket.unmerged",
  "ticket.escalated",
  "ticket.version-planned",
  "ticket.order-planned",
]);

type Change = NonNullable<Changes[Field]>;
/** What decides which changes customers notice. */
type ForCustomers = Pick<TicketType, "toldStatuses" | "fields">;

/** What was taken back customers have never seen; that somebody has left with his own ticket he knows by himself. */
const deskEvents: ReadonlySet<string> = new Set(["ticket.reply-taken-back", "ticket.gave-back"]);

export const isEventForCustomers = (event: { name: string; changes: Changes }, type: ForCustomers): boolean =>
  publicEvents.has(event.name) ||
  (!deskEvents.has(event.name) && Object.keys(changesForCustomers(event.changes, type)).length > 0);

const publicFields: ReadonlySet<Field> = new Set<Field>([
  "subject",
  "type",
  "status",
  "priority",
  "requesterId",
  "organisationId",
  "participantIds",
  "productId",
  "versionId",
  "moduleId",
  "developmentStatusId",
  "plannedVersion",
  "result",
  "rating",
  "customFields",
]);

/** Leaves out what customers do not see, and moves between statuses that they call the same. */
export const changesForCustomers = (changes: Changes, type: ForCustomers): Changes =>
  Object.fromEntries(
    (Object.entries(changes) as [Field, Change][]).flatMap(([field, change]): [Field, Change][] => {
      if (!publicFields.has(field)) return [];
      if (field === "customFields") return answersForCustomers(change, type);
      if (field !== "status") return [[field, change]];
      const toldOf = (status: unknown): Status => customerStatus({ status: status as Status, type });
      return toldOf(change.from) === toldOf(change.to) ? [] : [[field, change]];
    }),
  );

const answersForCustomers = ({ from, to }: Change, type: ForCustomers): [Field, Change][] => {
  const seen = (answers: unknown): CustomFields => only(answers as CustomFields, customerFieldsOf(type));
  const change = { from: seen(from), to: seen(to) };
  return JSON.stringify(change.from) === JSON.stringify(change.to) ? [] : [["customFields", change]];
};

const publicPayload: ReadonlySet<string> = new Set([
  "channel",
  "result",
  "rating",
  "words",
  "personId",
  "name",
  "number",
  "followUpNumber",
  "orderNumber",
  "orderVersion",
  "fromVersion",
  "toVersion",
  "versionReason",
  "closesAt",
  "environment",
  "because",
]);

// Why the desk did something is written for the desk; why a customer did, customers have written themselves.
const payloadForCustomers = ({ name, actor, payload }: TimelineEntry): TimelineEntry["payload"] =>
  publicEvents.has(name)
    ? Object.fromEntries(
        Object.entries(payload).filter(
          ([key]) => publicPayload.has(key) || (key === "reason" && actor.kind === "customer"),
        ),
      )
    : {};
