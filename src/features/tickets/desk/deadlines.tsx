import type { Reader } from "../../../platform/db/db.ts";
import { agents } from "../../../platform/http/access.ts";
import { get, page, type Ask } from "../../../platform/http/route.ts";
import { now } from "../../../platform/time.ts";
import { listPackages } from "../../people/index.ts";
import type { Clock, Offer } from "../../service-levels/index.ts";
import { listTicketTypes } from "../../ticket-types/index.ts";
import { countedDays, listCalendars } from "../../working-time/index.ts";
import { clocksNow, termsNow } from "../deadlines.ts";
import { DeadlinesPage, type ExplainedClock } from "../views/desk/deadlines-page.tsx";
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
  return {
    clock,
    parts: clock.segments
      // The last one always: it says that the clock is paused now.
      .filter(({ from, to }) => from < until || (to === null && clock.dueAt === null))
      .map((segment) => {
        const to = segment.to && segment.to < until ? segment.to : until;
        const days = segment.pace === "counting" ? countedDays(segment.time, segment.from, to) : [];
        return { segment, to, days };
      }),
  };
};
