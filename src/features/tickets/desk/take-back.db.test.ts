import { afterEach, describe, expect, it } from "vitest";
import { us } from "../../../../test/support/cast.ts";
import { startHouse } from "../../../../test/support/house.ts";
import { wordsOf } from "../../../../test/support/portal.ts";
import { act } from "../../../platform/act.ts";
import { after, days, minutes, useClock } from "../../../platform/time.ts";
import { approvalsAbout, decide } from "../../approvals/index.ts";
import { addTarget } from "../../service-levels/index.ts";
import { askCustomer } from "../actions/ask-customer.ts";
import { closeTicket } from "../actions/close-ticket.ts";
import { endSilence } from "../actions/end-silence.ts";
import { escalateTicket } from "../actions/escalate-ticket.ts";
import { grantAccess } from "../actions/grant-access.ts";
import { openTicket } from "../actions/open-ticket.ts";
import { proposeSolution } from "../actions/propose-solution.ts";
import { startTicket } from "../actions/start-ticket.ts";
import { ticketsFeature } from "../feature.ts";
import { listKeptClocks } from "../store/clocks.ts";
import { getTicket } from "../store/tickets.ts";

// Past, so that what waits is due for the queue, whose clock is PostgreSQL's.
const begin = new Date("2026-03-02T09:00:00Z");
let restore: (() => void) | undefined;
afterEach(() => restore?.());
const at = (moment: Date) => {
  restore?.();
  restore = useClock(() => moment);
};

/** Cy's ticket, which Ann works on; `undo` is the button in the page that she sees next. */
const start = async () => {
  at(begin);
  const house = await startHouse(ticketsFeature);
  const { db, cast, as } = house;
  await db.updateTable("ticket_types").set({ remind_after_days: 1, close_after_days: 5 }).execute();
  const { ticketId, number } = await act(db, cast.cy, openTicket, { subject: "Printer", text: "It beeps." });
  const path = `/desk/tickets/${number}`;
  const browser = await as(cast.ann);
  const undo = async () => {
    const { body } = await browser.get(path);
    const event = /take-back"[^]*?name="event" value="(\d+)"/.exec(body)?.[1] ?? "";
    return browser.post(`${path}/take-back`, { event });
  };
  const statusMails = async () =>
    (await db.selectFrom("outgoing_mails").selectAll().where("template", "=", "tickets.status").execute()).map(
      ({ to_address: to, state }) => `${state} to ${to}`,
    );
  return { ...house, ticketId, path, browser, undo, statusMails, ticket: () => getTicket(db, us, ticketId) };
};

describe("undoing what was just ended", () => {
  it("lets a ticket wait again as before, and nobody has heard of it", async () => {
    const { db, cast, ticketId, ticket, path, browser, undo, drain, statusMails } = await start();
    await act(db, cast.ann, startTicket, { ticketId });
    await act(db, cast.ann, askCustomer, { ticketId });
    at(after(begin, days(1)));
    await act(db, us, endSilence, { ticketId });
    const announced = (await ticket()).closesAt;
    expect(announced).not.toBeNull();
    await drain();
    const before = await statusMails();
    expect((await browser.post(`${path}/move`, { verb: "close" })).status).toBe(303);
    await drain();
    expect(await ticket()).toMatchObject({ status: "closed", closesAt: null });
    expect((await undo()).status).toBe(303);
    await drain();
    expect(await ticket()).toMatchObject({ status: "waiting", closesAt: announced, closedAt: null });
    expect((await statusMails()).slice(before.length)).toEqual([`cancelled to ${cast.cy.email}`]);
    expect(wordsOf(await browser.get(path))).toContain("took back what was just done");
  });

  it("keeps what was agreed to, and gives the words of the result back", async () => {
    const { db, cast, ticketId, ticket, path, browser, undo, drain } = await start();
    await act(db, cast.ann, proposeSolution, { ticketId, text: "We replace it.", approverIds: [cast.cy.personId] });
    const [asked] = await approvalsAbout(db, "ticket", ticketId);
    await act(db, cast.cy, decide, { approvalId: asked!.id, verdict: "approved", via: "portal" });
    await drain();
    const { status } = await ticket();
    await browser.post(`${path}/move`, { verb: "resolve", result: "Replaced." });
    expect(await ticket()).toMatchObject({ approval: "approved", result: "Replaced." });
    await undo();
    expect(await ticket()).toMatchObject({ status, approval: "approved", result: null, resolvedAt: null });
  });

  it("asks again for what was still to be agreed to", async () => {
    const { db, cast, ticketId, ticket, path, browser, as, drain } = await start();
    await act(db, cast.ann, proposeSolution, { ticketId, text: "We replace it.", approverIds: [cast.cy.personId] });
    await drain();
    const mo = await as(cast.mo);
    await mo.post(`${path}/move`, { verb: "cancel" });
    await drain();
    expect(await ticket()).toMatchObject({ status: "cancelled", approval: "none" });
    const event = /take-back"[^]*?name="event" value="(\d+)"/.exec((await mo.get(path)).body)?.[1] ?? "";
    // It is Mo's to take back, not Ann's.
    expect((await browser.post(`${path}/take-back`, { event })).status).toBe(409);
    expect((await mo.post(`${path}/take-back`, { event })).status).toBe(303);
    await drain();
    expect(await ticket()).toMatchObject({ status: "waiting", approval: "pending" });
    const [again, first] = await approvalsAbout(db, "ticket", ticketId);
    expect([again!.outcome, first!.outcome]).toEqual([null, "withdrawn"]);
  });

  it("does not count as an answer, although it was resolved for a moment", async () => {
    const { db, cast, ticketId, path, browser, undo } = await start();
    await act(db, cast.ada, addTarget, { firstResponse: "2 h", resolution: "16 h" });
    const running = async () =>
      (await listKeptClocks(db, ticketId)).filter(({ endedAt }) => endedAt === null).map(({ kind }) => kind);
    await browser.post(`${path}/move`, { verb: "start" });
    expect(await running()).toEqual(["first_response", "resolution"]);
    at(after(begin, minutes(5)));
    await browser.post(`${path}/move`, { verb: "resolve" });
    expect(await running()).toEqual([]);
    await undo();
    expect(await running()).toEqual(["first_response", "resolution"]);
  });

  it("says who had been told already, and is refused when it is too late or somebody has moved it since", async () => {
    const { db, cast, ticketId, ticket, path, browser, undo, drain } = await start();
    await browser.post(`${path}/move`, { verb: "resolve" });
    await drain();
    await db.updateTable("outgoing_mails").set({ state: "sent" }).where("template", "=", "tickets.status").execute();
    await undo();
    expect(wordsOf(await browser.get(path))).toContain("The mail about it had already gone to Cy.");
    await browser.post(`${path}/move`, { verb: "resolve" });
    await act(db, cast.mo, closeTicket, { ticketId });
    const moved = await undo();
    expect([moved.status, (await ticket()).status]).toEqual([409, "closed"]);
    expect(wordsOf(moved)).toContain("This can no longer be taken back");
    await browser.post(`${path}/move`, { verb: "reopen" });
    await browser.post(`${path}/move`, { verb: "close" });
    at(after(begin, minutes(5)));
    expect([(await undo()).status, (await ticket()).status]).toEqual([409, "closed"]);
  });

  it("waits with the reminder to take access back, which is not sent either", async () => {
    const { db, cast, ticketId, path, browser, undo, drain } = await start();
    await act(db, cast.cy, grantAccess, { ticketId, environment: "acme.example" });
    await browser.post(`${path}/move`, { verb: "resolve" });
    await drain();
    await undo();
    const reminders = await db
      .selectFrom("outgoing_mails")
      .select("state")
      .where("template", "=", "tickets.access-reminder")
      .execute();
    expect(reminders).toEqual([{ state: "cancelled" }]);
  });

  it("offers to reopen an order on which others hung: they are settled by now", async () => {
    const { db, cast, ticketId, browser } = await start();
    await db.updateTable("ticket_types").set({ kind: "technical" }).where("key", "=", "technical").execute();
    const order = { ticketId, subject: "Beep", text: "Silence it." };
    const { technicalNumber } = await act(db, cast.ann, escalateTicket, order);
    const path = `/desk/tickets/${technicalNumber}`;
    await browser.post(`${path}/move`, { verb: "resolve" });
    const { body } = await browser.get(path);
    expect(body).toMatch(/class="flash[^]*name="verb" value="reopen"/);
  });
});

describe("mails about what follows at once", () => {
  it("wait behind those that still wait, so that the last one tells how it stands", async () => {
    const { db, path, browser, drain } = await start();
    await browser.post(`${path}/move`, { verb: "close" });
    await drain();
    at(after(begin, 4_000));
    await browser.post(`${path}/move`, { verb: "reopen" });
    await drain();
    const rows = await db
      .selectFrom("outgoing_mails")
      .select(["id", "next_attempt_at"])
      .where("template", "=", "tickets.status")
      .orderBy("id")
      .execute();
    expect(rows.map(({ next_attempt_at: due }) => due)).toEqual([after(begin, 10_000), after(begin, 11_000)]);
  });
});

describe("undoing a change of several tickets", () => {
  it("gives each its assignee, priority and status back", async () => {
    const { db, cast, browser, drain, statusMails } = await start();
    await db.updateTable("ticket_types").set({ has_priority: true }).execute();
    const opened = [];
    for (const subject of ["One", "Two"]) opened.push(await act(db, cast.cy, openTicket, { subject, text: "?" }));
    const [one, two] = opened;
    await act(db, cast.tom, startTicket, { ticketId: two!.ticketId });
    const now = async () => {
      const tickets = [await getTicket(db, us, one!.ticketId), await getTicket(db, us, two!.ticketId)];
      return tickets.map(({ status, priority, assigneeIds }) => ({ status, priority, assigneeIds }));
    };
    const before = await now();
    await drain();
    const changed = await browser.post("/desk/bulk", {
      tickets: [String(one!.ticketId), String(two!.ticketId)],
      assignee: String(cast.ann.personId),
      priority: "high",
      status: "closed",
      once: "b1",
    });
    expect(changed.status).toBe(303);
    expect((await now()).map(({ status }) => status)).toEqual(["closed", "closed"]);
    await drain();
    const { body } = await browser.get("/desk");
    const field = (name: string): string =>
      new RegExp(`bulk/take-back"[^]*?name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? "";
    const back = { tickets: field("tickets"), change: field("change") };
    expect((await browser.post("/desk/bulk/take-back", back)).status).toBe(303);
    expect(await now()).toEqual(before);
    await drain();
    expect(new Set(await statusMails())).toEqual(new Set([`cancelled to ${cast.cy.email}`]));
    const told = await db
      .selectFrom("outgoing_mails")
      .select("state")
      .where("template", "=", "tickets.changed")
      .execute();
    expect(told.map(({ state }) => state)).toEqual(["cancelled", "cancelled"]);
  });

  it("is offered in the report, too, where some could not be changed", async () => {
    const { db, cast, browser, ticketId } = await start();
    const other = await act(db, cast.cy, openTicket, { subject: "Over", text: "?" });
    await act(db, cast.ann, closeTicket, { ticketId: other.ticketId });
    const tickets = [ticketId, other.ticketId].map(String);
    const report = await browser.post("/desk/bulk", { tickets, status: "waiting", once: "b2" });
    expect(report.status).toBe(409);
    expect(wordsOf(report)).toContain("Take 1 change back");
    const value = (name: string): string =>
      new RegExp(`bulk/take-back"[^]*?name="${name}" value="([^"]*)"`).exec(report.body)?.[1] ?? "";
    expect(value("tickets")).toBe(String(ticketId));
    await browser.post("/desk/bulk/take-back", { tickets: value("tickets"), change: value("change") });
    expect((await getTicket(db, us, ticketId)).status).toBe("open");
  });
});
