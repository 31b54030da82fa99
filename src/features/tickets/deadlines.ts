import type { Reader, Tx } from "../../platform/db/db.ts";
import { listEventsOf, type StoredEvent } from "../../platform/events.ts";
import { now } from "../../platform/time.ts";
import { listTeams, organisationsByIds } from "../people/index.ts";
import { agreementsNow, clocksOf, type Clock } from "../service-levels/index.ts";
import type { Changes } from "./rules/changes.ts";
import { dueOf, factsOf, type PackagePast, type PastEvent, type TicketPast } from "./rules/deadlines.ts";
import type { CalendarMove, CalendarPast } from "./rules/team-calendars.ts";
import type { Ticket } from "./rules/ticket.ts";
import { keepClocks } from "./store/clocks.ts";
import { listSaid } from "./store/messages.ts";

/** What deadlines are computed from beside the tickets; load it once for many. */
export type Terms = Awaited<ReturnType<typeof termsNow>>;

export const termsNow = async (db: Reader) => {
  const agreements = await agreementsNow(db);
  const { defaultCalendarId: defaultId } = agreements;
  const calendars =
    agreements.targets.length === 0
      ? { teams: new Map(), defaultId, moves: [] }
      : await calendarsOfTeams(db, { defaultId, calendarIds: [...agreements.calendars.keys()] });
  return { ...agreements, teamCalendars: calendars };
};

/** In whose calendar teams work, and have worked. */
export const calendarsOfTeams = async (
  db: Reader,
  { defaultId, calendarIds }: { defaultId: number; calendarIds: readonly number[] },
): Promise<CalendarPast> => {
  const teams = await listTeams(db);
  const ofTeams = await listEventsOf(
    db,
    "team",
    teams.map(({ id }) => id),
  );
  const ofCalendars = await listEventsOf(db, "calendar", calendarIds);
  const moves = [...ofTeams.values(), ...ofCalendars.values()].flat().flatMap(calendarMovesIn);
  return {
    teams: new Map(teams.map(({ id, calendarId }) => [id, calendarId])),
    defaultId,
    moves: moves.toSorted((one, other) => one.at.getTime() - other.at.getTime()),
  };
};

const calendarMovesIn = ({ at, name, subject: { id }, payload }: StoredEvent): CalendarMove[] => {
  if (name === "calendar.made_default") return [{ at, teamId: null, from: numberOf(payload["fromId"]), to: id }];
  const { calendarId } = (payload["changes"] ?? {}) as Record<string, { from: unknown; to: unknown }>;
  return calendarId ? [{ at, teamId: id, from: idIn(calendarId.from), to: idIn(calendarId.to) }] : [];
};

const idIn = (value: unknown): number | null =>
  typeof value === "object" && value !== null && "id" in value ? numberOf(value.id) : null;

/** The ticket's clocks, computed from its history. */
export const clocksNow = async (db: Reader, ticket: Ticket, terms: Terms): Promise<Clock[]> => {
  if (terms.targets.length === 0) return [];
  const facts = (await pastsOf(db, [ticket])).map((past) => factsOf({ ...past, calendars: terms.teamCalendars }));
  return facts.flatMap((each) => clocksOf(each, terms, now()));
};

type Past = Omit<TicketPast, "calendars">;

/** What is known of each ticket's life, loaded for many at once. */
export const pastsOf = async (db: Reader, tickets: readonly Ticket[]): Promise<(Past & { ticket: Ticket })[]> => {
  const ids = tickets.map(({ id }) => id);
  const [events, messages] = [await listEventsOf(db, "ticket", ids), await listSaid(db, ids)];
  const known = tickets.map((ticket) => ({
    ticket,
    events: (events.get(ticket.id) ?? []).map(pastEventOf),
    messages: messages.get(ticket.id) ?? [],
  }));
  const packages = await packagesOf(db, known);
  return known.map((each) => ({ ...each, packages }));
};

/** Writes down where the ticket stands with what was promised. Part of every change, in its transaction. */
export const keepDeadlines = async (
  tx: Tx,
  ticket: Ticket,
  { terms, isQuiet = false }: { terms?: Terms; isQuiet?: boolean } = {},
): Promise<void> => {
  const known = terms ?? (await termsNow(tx));
  if (known.targets.length === 0) return;
  const clocks = await clocksNow(tx, ticket, known);
  await keepClocks(tx, ticket.id, { clocks, due: dueOf(clocks), isQuiet });
};

const opening: ReadonlySet<string> = new Set(["ticket.opened", "ticket.submitted"]);

const pastEventOf = ({ id, at, name, payload }: StoredEvent): PastEvent => ({
  id,
  at,
  isOpening: opening.has(name),
  changes: (payload["changes"] ?? {}) as Changes,
  replyEventId: numberOf(payload["replyEventId"]),
  takesBack: name === "ticket.reply-taken-back" ? numberOf(payload["eventId"]) : null,
  undoes: name === "ticket.change-taken-back" ? (payload["eventIds"] as number[]) : [],
});

const numberOf = (value: unknown): number | null => (typeof value === "number" ? value : null);

/** Which packages the tickets' organisations had and have. */
const packagesOf = async (
  db: Reader,
  known: readonly { ticket: Ticket; events: readonly PastEvent[] }[],
): Promise<PackagePast> => {
  const named = known.flatMap(({ ticket, events }) => [
    ticket.organisationId,
    ...events.flatMap(({ changes: { organisationId } }) =>
      organisationId ? [organisationId.from, organisationId.to] : [],
    ),
  ]);
  const ids = [...new Set(named)].filter((id) => typeof id === "number");
  const organisations = await organisationsByIds(db, ids);
  const events = [...(await listEventsOf(db, "organisation", ids)).values()].flat();
  const changes = events.flatMap(({ name, at, subject, payload }): PackagePast["changes"] =>
    name === "organisation.package_changed"
      ? [{ organisationId: subject.id, at, from: numberOf(payload["fromId"]), to: numberOf(payload["toId"]) }]
      : [],
  );
  return {
    now: new Map([...organisations].map(([id, { packageId }]) => [id, packageId])),
    changes: changes.toSorted((one, other) => one.at.getTime() - other.at.getTime()),
  };
};
