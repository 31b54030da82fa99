import { afterEach, expect, test } from "vitest";
import { us } from "../../../../test/support/cast.ts";
import { startHouse } from "../../../../test/support/house.ts";
import { act } from "../../../platform/act.ts";
import type { Customer } from "../../../platform/actor.ts";
import { after, days, hours, useClock } from "../../../platform/time.ts";
import { ticketsFeature } from "../feature.ts";
import { findTicketByNumber, getTicket } from "../store/tickets.ts";
import { askCustomer } from "./ask-customer.ts";
import { cancelTicket } from "./cancel-ticket.ts";
import { endSilence } from "./end-silence.ts";
import { escalateTicket } from "./escalate-ticket.ts";
import { mergeTicket } from "./merge-ticket.ts";
import { openTicket } from "./open-ticket.ts";
import { proposeSolution } from "./propose-solution.ts";
import { resolveTicket } from "./resolve-ticket.ts";
import { startTicket } from "./start-ticket.ts";
import { unmergeTicket } from "./unmerge-ticket.ts";

const begin = new Date("2026-03-02T09:00:00Z");
let restore: (() => void) | undefined;
afterEach(() => restore?.());
const onDay = (count: number) => {
  restore?.();
  restore = useClock(() => after(begin, days(count)));
};

/** Cy's ticket, which Tom works on; whoever writes anew instead of answering has that merged into it. */
const start = async () => {
  onDay(0);
  const house = await startHouse(ticketsFeature);
  const { db, cast } = house;
  await db.updateTable("ticket_types").set({ remind_after_days: 30, close_after_days: 5 }).execute();
  const { ticketId, number } = await act(db, cast.cy, openTicket, { subject: "Printer", text: "It beeps." });
  await act(db, cast.tom, startTicket, { ticketId });
  const write = async (who: Customer) =>
    (await act(db, who, openTicket, { subject: "Printer", text: "It is the large one." })).ticketId;
  const merge = async (other: number) => act(db, cast.tom, mergeTicket, { ticketId: other, number, sight: "together" });
  return { ...house, ticketId, write, merge, ticket: () => getTicket(db, us, ticketId) };
};

test("an answer that came as a new ticket is one: what waited goes on, and does not close by itself", async () => {
  const { db, cast, ticketId, ticket, write, merge, drain } = await start();
  await act(db, cast.tom, askCustomer, { ticketId });
  onDay(30);
  await act(db, us, endSilence, { ticketId });
  expect(await ticket()).toMatchObject({ status: "waiting", closesAt: after(begin, days(35)) });
  onDay(31);
  await merge(await write(cast.cy));
  await drain();
  expect(await ticket()).toMatchObject({ status: "in_progress", closesAt: null, lastMessageBy: "customer" });
  onDay(36);
  await act(db, us, endSilence, { ticketId });
  expect(await ticket()).toMatchObject({ status: "in_progress" });
});

test("undone, it waits again until the day that was announced", async () => {
  const { db, cast, ticketId, ticket, write, merge } = await start();
  await act(db, cast.tom, askCustomer, { ticketId });
  onDay(30);
  await act(db, us, endSilence, { ticketId });
  onDay(31);
  const other = await write(cast.cy);
  await merge(other);
  await act(db, cast.tom, unmergeTicket, { ticketId: other });
  expect(await ticket()).toMatchObject({ status: "waiting", closesAt: after(begin, days(35)) });
  // Once somebody has moved it, it stays where it is.
  await merge(other);
  await act(db, cast.tom, resolveTicket, { ticketId });
  await act(db, cast.tom, unmergeTicket, { ticketId: other });
  expect(await ticket()).toMatchObject({ status: "resolved" });
});

test("what is resolved comes back when those who read it write that it is not, and not for somebody else's duplicate", async () => {
  const { db, cast, ticketId, ticket, write, merge } = await start();
  await act(db, cast.tom, resolveTicket, { ticketId });
  restore?.();
  restore = useClock(() => after(begin, hours(1)));
  await merge(await write(cast.cora));
  expect(await ticket()).toMatchObject({ status: "resolved" });
  await merge(await write(cast.cy));
  expect(await ticket()).toMatchObject({ status: "in_progress", resolvedAt: null });
});

test("older words are no answer, and whoever has to approve does so by deciding", async () => {
  const { db, cast, ticketId, ticket, write, merge } = await start();
  const older = await write(cast.cy);
  onDay(1);
  await act(db, cast.tom, askCustomer, { ticketId });
  await merge(older);
  expect(await ticket()).toMatchObject({ status: "waiting" });
  await act(db, cast.tom, proposeSolution, { ticketId, text: "A new one.", approverIds: [cast.cy.personId] });
  onDay(2);
  await merge(await write(cast.cy));
  expect(await ticket()).toMatchObject({ status: "waiting", approval: "pending" });
});

test("what is on hold by hand comes back on hold, although an order of its is long over", async () => {
  const { db, cast, ticketId, ticket } = await start();
  await db.updateTable("ticket_types").set({ kind: "technical" }).where("key", "=", "technical").execute();
  const order = await act(db, cast.tom, escalateTicket, { ticketId, subject: "Beep", text: "Silence it." });
  const technical = await findTicketByNumber(db, us, order.technicalNumber);
  await act(db, cast.mo, cancelTicket, { ticketId: technical!.id });
  onDay(1);
  const into = await act(db, cast.cy, openTicket, { subject: "Printer", text: "Again." });
  await act(db, cast.tom, mergeTicket, { ticketId, number: into.number });
  await act(db, cast.tom, unmergeTicket, { ticketId });
  expect(await ticket()).toMatchObject({ status: "on_hold" });
});
