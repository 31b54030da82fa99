import type { Reader, Tx } from "../../platform/db/db.ts";
import { listEventsOf, type StoredEvent } from "../../platform/events.ts";
import { now } from "../../platform/time.ts";
import { listTeams, organisationsByIds, type Team } from "../people/index.ts";
import { agreementsNow, clocksOf, type Clock } from "../service-levels/index.ts";
import type { Changes } from "./rules/changes.ts";
import { dueOf, factsOf, type PackagePast, type PastEvent, type TicketPast } from "./rules/deadlines.ts";
import type { Ticket } from "./rules/ticket.ts";
import { keepClocks } from "./store/clocks.ts";
import { listSaid } from "./store/messages.ts";

/** What deadlines are computed from beside the tickets; load it once for many. */
export type Terms = Awaited<ReturnType<typeof termsNow>>;

export const termsNow = async (db: Reader) => {
  const agreements = await agreementsNow(db);
  const teams = agreements.targets.length === 0 ? [] : await listTeams(db);
  return { ...agreements, calendarOf: calendarsOfTeams(teams, agreements.defaultCalendarId) };
};

/** In whose calendar a team works; in the default one who has none. */
export const calendarsOfTeams = (teams: readonly Team[], defaultCalendarId: number): TicketPast["calendarOf"] => {
  const calendars = new Map(teams.map(({ id, calendarId }) => [id, calendarId]));
  return (teamId) => (teamId === null ? null : calendars.get(teamId)) ?? defaultCalendarId;
};

/** The ticket's clocks, computed from its history. */
export const clocksNow = async (db: Reader, ticket: Ticket, terms: Terms): Promise<Clock[]> => {
  if (terms.targets.length === 0) return [];
  const facts = (await pastsOf(db, [ticket])).map((past) => factsOf({ ...past, calendarOf: terms.calendarOf }));
  return facts.flatMap((each) => clocksOf(each, terms, now()));
};

type Past = Omit<TicketPast, "calendarOf">;

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
