import { afterEach, describe, expect, it } from "vitest";
import { us } from "../../../test/support/cast.ts";
import { startHouse } from "../../../test/support/house.ts";
import { act } from "../../platform/act.ts";
import { after, days, hours, useClock } from "../../platform/time.ts";
import { approvalsAbout, decide } from "../approvals/index.ts";
import { deactivatePerson } from "../people/index.ts";
import { addParticipant } from "./actions/add-participant.ts";
import { askCustomer } from "./actions/ask-customer.ts";
import { endSilence } from "./actions/end-silence.ts";
import { mergeTicket } from "./actions/merge-ticket.ts";
import { openTicket } from "./actions/open-ticket.ts";
import { proposeSolution } from "./actions/propose-solution.ts";
import { replyToTicket } from "./actions/reply-to-ticket.ts";
import { resolveTicket } from "./actions/resolve-ticket.ts";
import { startTicket } from "./actions/start-ticket.ts";
import { unmergeTicket } from "./actions/unmerge-ticket.ts";
import { ticketsFeature } from "./feature.ts";
import { getTicket } from "./store/tickets.ts";

const begin = new Date("2026-03-02T09:00:00Z");
let restore: (() => void) | undefined;
afterEach(() => restore?.());
const at = (moment: Date) => {
  restore?.();
  restore = useClock(() => moment);
};
const onDay = (count: number) => at(after(begin, days(count)));

/** Two tickets of Cy's, with Cora in CC of the first, which goes on in the second and comes back. */
const start = async () => {
  onDay(0);
  const house = await startHouse(ticketsFeature);
  const { db, cast } = house;
  await db
    .updateTable("ticket_types")
    .set({ remind_after_days: 30, close_after_days: 5, close_resolved_after_days: 20 })
    .execute();
  const { ticketId } = await act(db, cast.cy, openTicket, { subject: "Printer", text: "It beeps." });
  const into = await act(db, cast.cy, openTicket, { subject: "Printer again", text: "It beeps." });
  await act(db, cast.tom, startTicket, { ticketId });
  await act(db, cast.tom, addParticipant, { ticketId, email: cast.mia.email ?? "" });
  return {
    ...house,
    into,
    ticketId,
    ticket: () => getTicket(db, us, ticketId),
    merge: () => act(db, cast.tom, mergeTicket, { ticketId, number: into.number, sight: "together" }),
    unmerge: () => act(db, cast.tom, unmergeTicket, { ticketId }),
    approvals: () => approvalsAbout(db, "ticket", ticketId),
  };
};

describe("a proposal that a merge had ended", () => {
  const propose = async () => {
    const desk = await start();
    const { db, cast, ticketId } = desk;
    const approverIds = [cast.cy.personId, cast.mia.personId];
    await act(db, cast.tom, proposeSolution, { ticketId, text: "We replace it.", approverIds });
    return desk;
  };

  it("is put once more before those who had not agreed, for the days that were left, and decides", async () => {
    const { db, cast, drain, ticket, approvals, merge, unmerge } = await propose();
    const [asked] = await approvals();
    await act(db, cast.mia, decide, { approvalId: asked!.id, verdict: "approved", via: "portal" });
    await drain();
    onDay(10);
    await merge();
    await drain();
    expect(await ticket()).toMatchObject({ status: "closed", approval: "none" });
    onDay(17);
    await unmerge();
    await drain();
    expect(await ticket()).toMatchObject({ status: "waiting", approval: "pending" });
    const [again, before] = await approvals();
    expect(before).toMatchObject({ id: asked!.id, outcome: "withdrawn" });
    expect(again).toMatchObject({ text: "We replace it.", outcome: null, expiresAt: after(begin, days(37)) });
    expect(again!.approvers.map(({ personId }) => personId)).toEqual([cast.cy.personId]);
    const mails = await db
      .selectFrom("outgoing_mails")
      .select("to_address")
      .where("template", "=", "approvals.asked")
      .execute();
    expect(mails.map((mail) => mail.to_address).toSorted()).toEqual([cast.cy.email, cast.cy.email, cast.mia.email]);
    await act(db, cast.cy, decide, { approvalId: again!.id, verdict: "approved", via: "portal" });
    await drain();
    expect(await ticket()).toMatchObject({ status: "in_progress", approval: "approved" });
  });

  it("leaves nothing waiting for nobody where those who were asked are gone", async () => {
    const { db, cast, drain, ticket, approvals, merge, unmerge } = await propose();
    await merge();
    for (const { personId } of [cast.cy, cast.mia]) await act(db, cast.ada, deactivatePerson, { personId });
    await unmerge();
    await drain();
    expect(await ticket()).toMatchObject({ status: "in_progress", approval: "none" });
    expect(await approvals()).toHaveLength(1);
  });
});

describe("a day that was announced for closing", () => {
  const announce = async () => {
    const desk = await start();
    const { db, cast, ticketId, ticket } = desk;
    await act(db, cast.tom, askCustomer, { ticketId });
    onDay(31);
    await act(db, us, endSilence, { ticketId });
    expect((await ticket()).closesAt).toEqual(after(begin, days(36)));
    return desk;
  };

  it("comes back with the ticket", async () => {
    const { ticket, merge, unmerge } = await announce();
    onDay(32);
    await merge();
    expect((await ticket()).closesAt).toBeNull();
    at(after(begin, days(32) + hours(1)));
    await unmerge();
    expect(await ticket()).toMatchObject({ status: "waiting", closesAt: after(begin, days(36)) });
  });

  it("leaves the days that were left where it has passed meanwhile", async () => {
    const { ticket, merge, unmerge } = await announce();
    onDay(32);
    await merge();
    onDay(50);
    await unmerge();
    expect(await ticket()).toMatchObject({ status: "waiting", closesAt: after(begin, days(54)) });
  });

  it("is void where the customer has spoken meanwhile", async () => {
    const { db, cast, into, ticket, merge, unmerge } = await announce();
    await merge();
    await act(db, cast.cy, replyToTicket, { ticketId: into.ticketId, text: "It is the fuse." });
    await unmerge();
    expect(await ticket()).toMatchObject({ status: "waiting", closesAt: null });
  });

  it("is not put off for what was resolved", async () => {
    const { db, cast, ticketId, ticket, merge, unmerge } = await start();
    await act(db, cast.tom, resolveTicket, { ticketId, result: "New fuse" });
    onDay(5);
    await merge();
    onDay(6);
    await unmerge();
    expect(await ticket()).toMatchObject({ status: "resolved", closesAt: after(begin, days(20)) });
  });
});
