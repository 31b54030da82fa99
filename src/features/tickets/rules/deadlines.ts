import type { Clock, Fact, TicketState } from "../../service-levels/rules/index.ts";
import type { Changes, Field } from "./changes.ts";
import { calendarAt, type CalendarMove, type CalendarPast } from "./team-calendars.ts";
import type { Message } from "./sight.ts";
import type { Due, Ticket } from "./ticket.ts";

/** What has happened to a ticket, as far as it is known. */
export interface TicketPast {
  ticket: Pick<Ticket, "status" | "type" | "priority" | "organisationId" | "teamId" | "mergedInto" | "submittedAt">;
  /** Oldest first. */
  events: readonly PastEvent[];
  messages: readonly PastMessage[];
  packages: PackagePast;
  /** In whose calendar teams worked when. */
  calendars: CalendarPast;
}

export interface PastEvent {
  id: number;
  at: Date;
  /** With it the desk learned of the ticket. */
  isOpening: boolean;
  changes: Changes;
  /** The answer that it went with. */
  replyEventId: number | null;
  /** The answer that it took back. */
  takesBack: number | null;
  /** What it undid, which then never was. */
  undoes: readonly number[];
}

export type PastMessage = Pick<Message, "eventId" | "kind" | "side" | "takenBackAt" | "copyOf">;

/** Which care package an organisation has now, and how that has changed, oldest first. */
export interface PackagePast {
  now: ReadonlyMap<number, number | null>;
  changes: readonly { organisationId: number; at: Date; from: number | null; to: number | null }[];
}

/** What the clocks are computed from: the ticket's own history with that of its organisation's package. Nothing before it was sent. */
export const factsOf = (past: TicketPast): Fact[] => {
  const { submittedAt } = past.ticket;
  if (!submittedAt) return [];
  const steps = stepsOf(past, submittedAt);
  const [begun, later] = [steps.filter(({ at }) => at <= submittedAt), steps.filter(({ at }) => at > submittedAt)];
  let fields = begun.reduce<Fields>((before, { changes }) => ({ ...before, ...changes }), fieldsBefore(past));
  const facts: Fact[] = [
    { at: submittedAt, kind: "submitted", state: stateOf(fields, { past, at: submittedAt }) },
    ...begun.flatMap(saidIn),
  ];
  for (const step of later) {
    fields = { ...fields, ...step.changes };
    const isMoved =
      step.changes !== undefined ||
      step.organisationId === fields.organisationId ||
      (step.calendarOf && [null, fields.teamId].includes(step.calendarOf.teamId));
    if (isMoved) facts.push({ at: step.at, kind: "changed", change: stateOf(fields, { past, at: step.at }) });
    facts.push(...saidIn(step));
  }
  return facts;
};

const saidIn = ({ at, said }: Step): Fact[] => (said ? [{ at, kind: "said", by: said }] : []);

type Fields = Pick<Ticket, "status" | "priority" | "organisationId" | "teamId" | "mergedInto"> & { type: number };

interface Step {
  at: Date;
  changes?: Partial<Fields>;
  said?: "customer" | "agent";
  /** Whose package changed. */
  organisationId?: number;
  /** Whose calendar changed. */
  calendarOf?: CalendarMove;
}

/** What of a ticket moves its deadlines. */
export const clockFields: readonly (keyof Fields & Field)[] = [
  "status",
  "type",
  "priority",
  "organisationId",
  "teamId",
  "mergedInto",
];

/**
 * Changes, words and packages in one order. An answer that was taken back has never been given, nor what it brought along. Words that are
 * older than the ticket came from another one: customers still wait for an answer to theirs.
 */
const stepsOf = ({ events, messages, packages, calendars }: TicketPast, submittedAt: Date): Step[] => {
  const takenBack = new Set([
    ...messages.flatMap(({ eventId, takenBackAt }) => (takenBackAt ? [eventId] : [])),
    ...events.flatMap(({ id, undoes }) => (undoes.length > 0 ? [id, ...undoes] : [])),
  ]);
  const byEvent = new Map(messages.map((message) => [message.eventId, message]));
  const own = events.map((event): Step => {
    const message = byEvent.get(event.id);
    const at = event.isOpening || event.at < submittedAt ? submittedAt : event.at;
    if ([event.id, event.replyEventId, event.takesBack].some((id) => id !== null && takenBack.has(id))) return { at };
    const changes = changedFields(event.changes);
    const isHeard = message?.kind === "public" && !(message.side === "agent" && message.copyOf !== null);
    return {
      at,
      ...(Object.keys(changes).length > 0 && { changes }),
      ...(isHeard && { said: message.side }),
    };
  });
  const booked = packages.changes.map(({ at, organisationId }): Step => ({ at, organisationId }));
  const moved = calendars.moves.map((move): Step => ({ at: move.at, calendarOf: move }));
  return [...own, ...booked, ...moved].toSorted((one, other) => one.at.getTime() - other.at.getTime());
};

const changedFields = (changes: Changes): Partial<Fields> =>
  Object.fromEntries(clockFields.flatMap((field) => (changes[field] ? [[field, changes[field].to]] : [])));

/** As the ticket was at its very beginning: what the first change of each field changed, else as it is. */
const fieldsBefore = ({ ticket, events }: TicketPast): Fields => {
  const now: Fields = { ...ticket, type: ticket.type.id };
  const first = clockFields.map((field) => {
    const change = events.find(({ changes }) => changes[field])?.changes[field];
    return [field, change ? change.from : now[field]];
  });
  return Object.fromEntries(first) as Fields;
};

const stateOf = (fields: Fields, { past, at }: { past: TicketPast; at: Date }): TicketState => ({
  // What goes on in another ticket is answered and solved there.
  status: fields.mergedInto === null ? fields.status : "cancelled",
  isElsewhere: fields.mergedInto !== null,
  typeId: fields.type,
  priority: fields.priority,
  packageId: fields.organisationId === null ? null : packageAt(past.packages, fields.organisationId, at),
  calendarId: calendarAt(past.calendars, { teamId: fields.teamId, at }),
});

const packageAt = ({ now, changes }: PackagePast, organisationId: number, at: Date): number | null => {
  const own = changes.filter((change) => change.organisationId === organisationId);
  const last = own.findLast((change) => change.at <= at);
  if (last) return last.to;
  return own[0] ? own[0].from : (now.get(organisationId) ?? null);
};

/** Which of the clocks that go on comes first; one that is paused only where no other counts. */
export const dueOf = (clocks: readonly Clock[]): Due | null => {
  const open = clocks.filter(({ endedAt }) => endedAt === null);
  const [first] = open.toSorted((one, other) => timeOf(one) - timeOf(other));
  return first ? { kind: first.kind, at: first.dueAt, warnAt: first.warnAt } : null;
};

const timeOf = ({ dueAt }: Clock): number => dueAt?.getTime() ?? Infinity;

export type DueState = "overdue" | "soon" | "ahead" | "paused";

export const dueState = ({ at, warnAt }: Due, now: Date): DueState => {
  if (at === null) return "paused";
  if (at <= now) return "overdue";
  return warnAt !== null && warnAt <= now ? "soon" : "ahead";
};
