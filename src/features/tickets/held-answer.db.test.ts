import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startPortal, wordsOf } from "../../../test/support/portal.ts";
import { act } from "../../platform/act.ts";
import { getEvent } from "../../platform/events.ts";
import { system } from "../../platform/actor.ts";
import { after, now, useClock } from "../../platform/time.ts";
import { actorOfPerson, findPersonByEmail } from "../people/index.ts";
import { addParticipant } from "./actions/add-participant.ts";
import { announceReply } from "./actions/announce-reply.ts";
import { closeTicket } from "./actions/close-ticket.ts";
import { rateTicket } from "./actions/rate-ticket.ts";
import { replyToTicket } from "./actions/reply-to-ticket.ts";
import { sendAnswer } from "./actions/send-answer.ts";
import { undoReply } from "./actions/undo-reply.ts";
import { ticketEffects } from "./effects.ts";
import { filterOf } from "./filter.ts";
import { countTickets, listTickets } from "./store/lists.ts";
import { listFacets, listSimilarRequests } from "./store/portal-lists.ts";
import { findTicketById, getTicket } from "./store/tickets.ts";
import { listTimeline } from "./store/timeline.ts";

let restore: (() => void) | undefined;
beforeEach(() => {
  const at = new Date();
  restore = useClock(() => at);
});
afterEach(() => restore?.());
const letPass = (milliseconds: number) => {
  const at = after(now(), milliseconds);
  restore?.();
  restore = useClock(() => at);
};

/** Ann answers Cy with a solution: Cora leaves CC, somebody new joins, the ticket is resolved. */
const answered = async () => {
  const portal = await startPortal();
  const { context, cast, open } = portal;
  const { db } = context;
  const { ticketId } = await open(cast.cy, { cc: [{ name: "", email: cast.cora.email ?? "" }] });
  const browser = await portal.as(cast.cy);
  letPass(60_000);
  const openedAt = (await getTicket(db, cast.cy, ticketId)).lastPublicAt;
  const { eventId: _event, ...sent } = await act(db, cast.ann, sendAnswer, {
    ticketId,
    text: "Replaced it.",
    thenStatus: "resolved",
    result: "New ribbon",
    uncopy: [cast.cora.personId],
    cc: "new@else.example",
  });
  const newcomer = await findPersonByEmail(db, "new@else.example");
  const nora = await actorOfPerson(db, newcomer?.id ?? 0);
  const runEffects = async () => {
    const rows = await db
      .selectFrom("events")
      .select("id")
      .where("subject_kind", "=", "ticket")
      .orderBy("id")
      .execute();
    for (const { id } of rows) {
      const event = await getEvent(db, id);
      if (event.name === "ticket.opened") continue;
      for (const effect of ticketEffects[event.name] ?? []) await effect.run(context, event);
    }
  };
  const mails = () =>
    db.selectFrom("outgoing_mails").select(["to_address", "template", "state", "next_attempt_at"]).execute();
  const historyOf = async (actor: typeof cast.cy | typeof cast.ann) =>
    (await listTimeline(db, actor, await getTicket(db, actor, ticketId))).map(({ name }) => name);
  const pageWords = async () => wordsOf(await browser.get("/requests/10001"));
  return { ...portal, ...sent, db, cast, nora, openedAt, runEffects, mails, historyOf, pageWords };
};

describe("as long as an answer can be taken back", () => {
  test("its customers find the ticket as it was before, with nothing to rate", async () => {
    const { db, cast, ticketId, nora, openedAt, historyOf, pageWords } = await answered();
    const before = { status: "open", result: null, lastMessageBy: "customer", firstAnsweredAt: null };
    const known = await getTicket(db, cast.cy, ticketId);
    expect(known).toMatchObject({ ...before, participantIds: [cast.cora.personId], lastPublicAt: openedAt });
    const { tickets } = await listTickets(db, cast.cy, { filter: filterOf({}) });
    expect(tickets).toMatchObject([{ ...before, statusName: { status: "open" } }]);
    expect(await historyOf(cast.cy)).toEqual(["ticket.opened"]);
    const words = await pageWords();
    for (const withheld of ["Solved", "New ribbon", "Replaced it", "new@else.example"])
      expect(words).not.toContain(withheld);
    await expect(act(db, cast.cy, rateTicket, { ticketId, rating: 5 })).rejects.toThrow("tickets.otherStatus");
    expect(await findTicketById(db, nora, ticketId)).toBeUndefined();
    expect((await listTickets(db, nora, { filter: filterOf({}) })).tickets).toEqual([]);
    expect(await getTicket(db, cast.ann, ticketId)).toMatchObject({ status: "resolved", result: "New ribbon" });
  });

  test("its customers' lists filter, count and sort as their rows show", async () => {
    const { db, cast, nora, open, ticketId } = await answered();
    await open(cast.cy, { subject: "Second" });
    const numbers = async (actor: typeof cast.cy | typeof cast.ann, filter: Parameters<typeof filterOf>[0]) => {
      const listed = (await listTickets(db, actor, { filter: filterOf(filter) })).tickets;
      expect(await countTickets(db, actor, [filterOf(filter)])).toEqual([listed.length]);
      return listed.map(({ number }) => number);
    };
    const byStatus = { key: "status", isDescending: true } as const;
    expect(await numbers(cast.cy, { statuses: ["open"] })).toEqual([10002, 10001]);
    expect(await numbers(cast.cy, { statuses: ["resolved"] })).toEqual([]);
    expect(await numbers(cast.cy, { sort: byStatus })).toEqual([10002, 10001]);
    expect(await numbers(nora, { relation: "cc" })).toEqual([]);
    expect((await listFacets(db, nora, "cc")).typeIds).toEqual([]);
    const similar = { subject: "Printer", limit: 5 };
    expect((await listSimilarRequests(db, cast.cy, similar)).map(({ id }) => id)).toContain(ticketId);
    expect(await numbers(cast.ann, { statuses: ["resolved"] })).toEqual([10001]);

    letPass(10_000);
    expect(await numbers(cast.cy, { statuses: ["open"] })).toEqual([10002]);
    expect(await numbers(cast.cy, { statuses: ["resolved"] })).toEqual([10001]);
    expect(await numbers(cast.cy, { sort: byStatus })).toEqual([10001, 10002]);
    expect(await numbers(nora, { relation: "cc" })).toEqual([10001]);
  });

  test("who joins CC with it is not told before that either", async () => {
    const { mails, runEffects, cast } = await answered();
    await runEffects();
    const written = await mails();
    expect(written.map(({ to_address, template }) => `${template} to ${to_address}`).toSorted()).toEqual([
      "tickets.answered to cy@acme.example",
      "tickets.answered to new@else.example",
      "tickets.joined to new@else.example",
    ]);
    expect(cast.cy.email).toBe("cy@acme.example");
    // That he has joined follows the answer with which he did.
    for (const { template, next_attempt_at } of written)
      expect(next_attempt_at).toEqual(after(now(), template === "tickets.joined" ? 11_000 : 10_000));
  });

  test("a customer who writes meanwhile moves the ticket from where it stands", async () => {
    const { db, cast, ticketId, messageId, nora } = await answered();
    await act(db, cast.cy, replyToTicket, { ticketId, text: "Still beeping." });
    expect(await getTicket(db, cast.ann, ticketId)).toMatchObject({ status: "open", resolvedAt: null });
    await act(db, cast.cy, addParticipant, { ticketId, name: "", email: cast.mia.email ?? "" });
    const joined = (await getTicket(db, cast.ann, ticketId)).participantIds;
    expect(joined.toSorted()).toEqual([nora.personId, cast.mia.personId].toSorted());
    await act(db, cast.ann, undoReply, { messageId });
    const { participantIds } = await getTicket(db, cast.ann, ticketId);
    expect(participantIds.toSorted()).toEqual([cast.cora.personId, cast.mia.personId].toSorted());
  });

  test("what somebody else does to the ticket is seen at once", async () => {
    const { db, cast, ticketId } = await answered();
    await act(db, cast.mo, closeTicket, { ticketId });
    expect((await getTicket(db, cast.cy, ticketId)).status).toBe("closed");
  });
});

describe("an answer that was taken back", () => {
  test("takes status, result, CC and mails with it, and only the desk keeps the trace", async () => {
    const { db, cast, ticketId, messageId, runEffects, mails, historyOf, pageWords } = await answered();
    await runEffects();
    await act(db, cast.ann, undoReply, { messageId });
    const before = { status: "open", result: null, resolvedAt: null, participantIds: [cast.cora.personId] };
    expect(await getTicket(db, cast.ann, ticketId)).toMatchObject(before);
    expect((await mails()).map(({ state }) => state)).toEqual(["cancelled", "cancelled", "cancelled"]);
    letPass(60_000);
    expect(await getTicket(db, cast.cy, ticketId)).toMatchObject(before);
    expect(await historyOf(cast.cy)).toEqual(["ticket.opened"]);
    expect(await pageWords()).not.toMatch(/New ribbon|Solved|new@else\.example/);
    expect(await historyOf(cast.ann)).toEqual([
      "ticket.opened",
      "ticket.replied",
      "ticket.participant-removed",
      "ticket.participant-added",
      "ticket.resolved",
      "ticket.reply-taken-back",
    ]);
  });

  test("before its mails were written tells nobody that he was in CC", async () => {
    const { db, cast, messageId, runEffects, mails } = await answered();
    await act(db, cast.ann, undoReply, { messageId });
    await runEffects();
    expect(await mails()).toEqual([]);
  });

  test("cannot be once the time is over: then customers see all of it", async () => {
    const { db, cast, ticketId, messageId, nora, openedAt, historyOf, pageWords } = await answered();
    letPass(10_000);
    await act(db, system("tickets"), announceReply, { messageId });
    await expect(act(db, cast.ann, undoReply, { messageId })).rejects.toThrow("tickets.undoTooLate");
    const seen = await getTicket(db, cast.cy, ticketId);
    expect(seen).toMatchObject({ status: "resolved", result: "New ribbon", participantIds: [nora.personId] });
    expect(seen.lastPublicAt).toEqual(after(openedAt, 70_000));
    expect(await historyOf(cast.cy)).toContain("ticket.resolved");
    expect(await historyOf(cast.cy)).toContain("ticket.participant-added");
    expect(await pageWords()).toContain("New ribbon");
    expect(await findTicketById(db, nora, ticketId)).toBeDefined();
    await act(db, cast.cy, rateTicket, { ticketId, rating: 5 });
  });
});
