import type { Reader, Tx } from "../../platform/db/db.ts";
import { listEvents, type StoredEvent } from "../../platform/events.ts";
import { now } from "../../platform/time.ts";
import { listTeams, organisationsByIds } from "../people/index.ts";
import { agreementsNow, clocksOf, type Clock } from "../service-levels/index.ts";
import type { Changes } from "./rules/changes.ts";
import { dueOf, factsOf, type PackagePast, type PastEvent } from "./rules/deadlines.ts";
import type { Ticket } from "./rules/ticket.ts";
import { keepClocks } from "./store/clocks.ts";
import { listMessages } from "./store/messages.ts";

/** What deadlines are computed from beside the tickets; load it once for many. */
export type Terms = Awaited<ReturnType<typeof termsNow>>;

export const termsNow = async (db: Reader) => {
  const agreements = await agreementsNow(db);
  const teams = agreements.targets.length === 0 ? [] : await listTeams(db);
  const calendars = new Map(teams.map(({ id, calendarId }) => [id, calendarId]));
  const calendarOf = (teamId: number | null): number =>
    (teamId === null ? null : calendars.get(teamId)) ?? agreements.defaultCalendarId;
  return { ...agreements, calendarOf };
};

/** The ticket's clocks, computed from its history. */
export const clocksNow = async (db: Reader, ticket: Ticket, terms: Terms): Promise<Clock[]> => {
  if (terms.targets.length === 0) return [];
  const events = (await listEvents(db, { kind: "ticket", id: ticket.id })).map(pastEventOf);
  const facts = factsOf({
    ticket,
    events,
    messages: await listMessages(db, ticket.id),
    packages: await packagesOf(db, ticket, events),
    calendarOf: terms.calendarOf,
  });
  return clocksOf(facts, terms, now());
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

/** Which packages the ticket's organisations had and have. */
const packagesOf = async (db: Reader, ticket: Ticket, events: readonly PastEvent[]): Promise<PackagePast> => {
  const named = events.flatMap(({ changes: { organisationId } }) =>
    organisationId ? [organisationId.from, organisationId.to] : [],
  );
  const ids = [...new Set([ticket.organisationId, ...named])].filter((id) => typeof id === "number");
  const organisations = await organisationsByIds(db, ids);
  const changes: PackagePast["changes"][number][] = [];
  for (const organisationId of ids)
    for (const { name, at, payload } of await listEvents(db, { kind: "organisation", id: organisationId }))
      if (name === "organisation.package_changed")
        changes.push({ organisationId, at, from: numberOf(payload["fromId"]), to: numberOf(payload["toId"]) });
  return {
    now: new Map([...organisations].map(([id, { packageId }]) => [id, packageId])),
    changes: changes.toSorted((one, other) => one.at.getTime() - other.at.getTime()),
  };
};
