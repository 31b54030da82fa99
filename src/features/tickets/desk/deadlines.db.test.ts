import { afterEach, describe, expect, it } from "vitest";
import { startPortal, wordsOf } from "../../../../test/support/portal.ts";
import { act } from "../../../platform/act.ts";
import { useClock } from "../../../platform/time.ts";
import { addTarget } from "../../service-levels/index.ts";
import { askCustomer } from "../actions/ask-customer.ts";
import { mergeTicket } from "../actions/merge-ticket.ts";
import { unmergeTicket } from "../actions/unmerge-ticket.ts";

let restore: (() => void) | undefined;
afterEach(() => restore?.());
const clockAt = (wall: string): void => {
  restore?.();
  const at = Temporal.PlainDateTime.from(wall).toZonedDateTime("Europe/Berlin").epochMilliseconds;
  restore = useClock(() => new Date(at));
};

/** Asked the evening before Ascension Day; four hours of work are promised. */
const startTicket = async () => {
  clockAt("2026-05-13T08:00");
  const portal = await startPortal();
  await act(portal.context.db, portal.cast.ada, addTarget, {
    firstResponse: "2 h",
    nextResponse: "2 h",
    resolution: "4 h",
    warnBefore: "1 h",
  });
  clockAt("2026-05-13T17:00");
  const opened = await portal.open(portal.cast.cy);
  return { ...portal, ...opened, ann: await portal.as(portal.cast.ann) };
};

describe("the page that explains deadlines", () => {
  it("shows every stretch that counted, and the holiday that did not", async () => {
    const { ann } = await startTicket();
    const page = await ann.get("/desk/tickets/10001/deadlines");
    expect(page.status).toBe(200);
    const words = wordsOf(page);
    for (const said of [
      "First answer",
      "Solution",
      "4 h, for: All tickets",
      "Wed 13 May 2026 17:00–18:00 1 h",
      "Thu 14 May 2026 free · Ascension Day –",
      "Fri 15 May 2026 09:00–12:00 3 h",
      "Together 4 h",
      "Calendar Standard (Europe/Berlin)",
    ])
      expect(words).toContain(said);
  });

  it("says that the clock is paused while the customer is asked", async () => {
    const { ann, context, cast, ticketId } = await startTicket();
    clockAt("2026-05-15T10:00");
    await act(context.db, cast.ann, askCustomer, { ticketId });
    const words = wordsOf(await ann.get("/desk/tickets/10001/deadlines"));
    expect(words).toContain("the clock is paused");
    expect(words).toContain("2 h of 4 h");
  });

  it("says that the ticket was merged for a while, not that somebody cancelled it", async () => {
    const { ann, context, cast, ticketId, open } = await startTicket();
    const { number } = await open(cast.cy);
    clockAt("2026-05-15T09:30");
    await act(context.db, cast.ann, mergeTicket, { ticketId, number });
    clockAt("2026-05-15T10:30");
    await act(context.db, cast.ann, unmergeTicket, { ticketId });
    const words = wordsOf(await ann.get("/desk/tickets/10001/deadlines"));
    expect(words).toContain("Merged into another ticket: the clock stands");
    expect(words).toContain("15 May 2026, 09:30 to 15 May 2026, 10:30");
    expect(words).not.toContain("Cancelled");
  });

  it("is for the desk only, and says so where nothing is promised", async () => {
    const { as, cast, context, open } = await startTicket();
    const cy = await as(cast.cy);
    expect((await cy.get("/desk/tickets/10001/deadlines")).status).toBe(403);
    await context.db.deleteFrom("ticket_clocks").execute();
    await context.db.deleteFrom("service_level_targets").execute();
    await open(cast.cy);
    const ann = await as(cast.ann);
    expect((await ann.get("/desk/tickets/10002/deadlines")).body).toContain("No deadline");
    expect((await ann.get("/desk/tickets/99999/deadlines")).status).toBe(404);
  });
});

describe("deadlines elsewhere", () => {
  it("stand in the ticket's side panel and in the list, and nowhere for customers", async () => {
    const { ann, as, cast } = await startTicket();
    clockAt("2026-05-15T09:30");
    const ticket = await ann.get("/desk/tickets/10001");
    expect(ticket.body).toContain('href="/desk/tickets/10001/deadlines"');
    expect(wordsOf(ticket)).toContain("in 30 min");
    const list = await ann.get("/desk?status=unfinished&sort=due");
    expect(list.body).toContain('aria-sort="ascending"');
    expect(list.body).toMatch(/tone-warning[^>]*title="First answer is due soon: Friday, 15 May 2026/);
    clockAt("2026-05-15T13:00");
    expect((await ann.get("/desk?status=unfinished&sort=due")).body).toContain("3 h late");
    const cy = await as(cast.cy);
    for (const path of ["/requests", "/requests/10001"])
      expect((await cy.get(path)).body).not.toMatch(/3 h late|deadline/i);
  });
});
