import type { Reader } from "../../../platform/db/db.ts";
import { agents } from "../../../platform/http/access.ts";
import { get, page, type Ask } from "../../../platform/http/route.ts";
import { now } from "../../../platform/time.ts";
import { listPackages } from "../../people/index.ts";
import type { Clock, Offer, Segment } from "../../service-levels/index.ts";
import { listTicketTypes } from "../../ticket-types/index.ts";
import { countedDays, listCalendars } from "../../working-time/index.ts";
import { clocksNow, termsNow } from "../deadlines.ts";
import { DeadlinesPage, type ExplainedClock, type Part } from "../views/desk/deadlines-page.tsx";
import { deadlineWords } from "../words-deadlines.ts";
import { ticketOfAddress } from "./guard.ts";

/** N2: how every deadline of the ticket was computed. For the desk only. */
export const deadlinesRoute = get("/desk/tickets/:number/deadlines", agents, async (ask: Ask) => {
  const { db } = ask.context;
  const ticket = await ticketOfAddress(ask);
  const clocks = await clocksNow(db, ticket, await termsNow(db));
  return page(
    deadlineWords[ask.actor.locale].page.title(ticket),
    <DeadlinesPage ticket={ticket} clocks={clocks.map(explained)} offer={await offerOf(db)} />,
    { topics: [`ticket:${ticket.id}`, "queue"] },
  );
});

const offerOf = async (db: Reader): Promise<Offer> => ({
  packages: await listPackages(db),
  types: await listTicketTypes(db),
  calendars: await listCalendars(db),
});

/** Until the deadline, so that what counted adds up to what was promised; of a clock that has ended or is paused, until then. */
const explained = (clock: Clock): ExplainedClock => {
  const until = clock.endedAt ?? clock.dueAt ?? now();
  const segments = clock.segments
    // The last one always: it says that the clock is paused now.
    .filter(({ from, to }) => from < until || (to === null && clock.dueAt === null))
    .map((segment) => ({ ...segment, to: segment.to && segment.to < until ? segment.to : until }));
  return { clock, parts: alike(segments).map(partOf) };
};

type Closed = Segment & { to: Date };

/** What counts on in the same way is told at once, whatever else has changed. */
const alike = (segments: readonly Closed[]): Closed[][] => {
  const groups: Closed[][] = [];
  for (const segment of segments) {
    const last = groups.at(-1);
    if (last?.[0]?.pace === segment.pace && (segment.pace !== "counting" || last[0].time === segment.time))
      last.push(segment);
    else groups.push([segment]);
  }
  return groups;
};

const partOf = (segments: Closed[]): Part => {
  const [first, last] = [segments[0], segments.at(-1)];
  if (!first || !last) throw new RangeError("A part has at least one segment.");
  const { pace, from, time, calendarId } = first;
  const days = pace === "counting" ? countedDays(time, from, last.to) : [];
  return { pace, from, to: last.to, calendarId, timeZone: time.timeZone, segments, days };
};
