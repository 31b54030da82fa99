import { system } from "../../platform/actor.ts";
import type { Reader } from "../../platform/db/db.ts";
import type { Meaning } from "../../platform/http/preview.ts";
import type { Ask } from "../../platform/http/route.ts";
import { after as later, days, now } from "../../platform/time.ts";
import {
  agreementsNow,
  asIfAlways,
  replayOf,
  withCalendar,
  withTarget,
  type Agreements,
  type ProposedTarget,
} from "../service-levels/index.ts";
import type { ProposedTime } from "../working-time/index.ts";
import { calendarsOfTeams, pastsOf } from "./deadlines.ts";
import { factsOf } from "./rules/deadlines.ts";
import { listSubmittedIds } from "./store/clocks.ts";
import { ticketsByIds } from "./store/tickets.ts";
import { ReplayResult } from "./views/admin/replay-result.tsx";

const us = system("tickets");
/** So much of the past is replayed: enough to see a change's weight, and done while somebody waits. */
const period = 90;
const mostTickets = 1000;
const batch = 100;
const mostMilliseconds = 2000;
const examples = 10;

/** N2: what another calendar, or another default one, would have meant for past tickets. */
export const replayTime = (ask: Ask, proposed: ProposedTime): Promise<Meaning> =>
  "calendarId" in proposed
    ? replay(ask, { agree: (agreements) => withCalendar(agreements, proposed) })
    : replay(ask, { agree: (agreements) => agreements, defaultCalendarId: proposed.defaultCalendarId });

/** N2: what another promise would have meant for past tickets. */
export const replayTarget = (ask: Ask, proposed: ProposedTarget): Promise<Meaning> =>
  replay(ask, { agree: (agreements) => withTarget(agreements, proposed) });

interface Change {
  agree(agreements: Agreements): Agreements;
  defaultCalendarId?: number;
}

const replay = async ({ context: { db }, actor }: Ask, change: Change): Promise<Meaning> => {
  const agreed = await agreementsNow(db);
  const { defaultCalendarId: defaultId, calendars: known } = agreed;
  const real = await calendarsOfTeams(db, { defaultId, calendarIds: [...known.keys()] });
  // As if that had always been so, too.
  const calendars = { ...real, moves: [] };
  const others = { ...calendars, defaultId: change.defaultCalendarId ?? defaultId };
  const ids = await listSubmittedIds(db, { since: later(now(), -days(period)), limit: mostTickets });
  const { pasts, isCut } = await pastsInTime(db, ids);
  const before = asIfAlways(agreed);
  const result = replayOf(
    pasts.map((past) => ({
      ticketId: past.ticket.id,
      before: factsOf({ ...past, calendars }),
      after: factsOf({ ...past, calendars: others }),
      really: factsOf({ ...past, calendars: real }),
    })),
    { before, after: change.agree(before), really: agreed, now: now() },
  );
  const shown = result.moved.slice(0, examples);
  const tickets = await ticketsByIds(
    db,
    actor,
    shown.map(({ ticketId }) => ticketId),
  );
  const isPartial = isCut || ids.length === mostTickets;
  return {
    body: <ReplayResult {...{ replay: result, examples: shown, tickets, days: period, isPartial }} />,
    isHarmless: result.moved.length === 0,
  };
};

interface Loaded {
  pasts: Awaited<ReturnType<typeof pastsOf>>;
  /** There was no time for all of them. */
  isCut: boolean;
}

/** The newest first, as many as there is time for. */
const pastsInTime = async (db: Reader, ids: readonly number[]): Promise<Loaded> => {
  const started = performance.now();
  const pasts: Loaded["pasts"] = [];
  for (let first = 0; first < ids.length; first += batch) {
    if (performance.now() - started > mostMilliseconds) return { pasts, isCut: true };
    const part = ids.slice(first, first + batch);
    pasts.push(...(await pastsOf(db, [...(await ticketsByIds(db, us, part)).values()])));
  }
  return { pasts, isCut: false };
};
