import { describe, expect, test } from "vitest";
import { startHouse } from "../../../../test/support/house.ts";
import { act, type Action } from "../../../platform/act.ts";
import type { Actor } from "../../../platform/actor.ts";
import { Conflict, Forbidden, Invalid } from "../../../platform/errors.ts";
import { listEvents } from "../../../platform/events.ts";
import type { z } from "zod";
import { ticketsFeature } from "../feature.ts";
import { filterOf } from "../filter.ts";
import { listTickets } from "../store/lists.ts";
import { ordersOf } from "../store/orders.ts";
import { listTimeline } from "../store/timeline.ts";
import { getTicket, getTicketByNumber } from "../store/tickets.ts";
import { cancelTicket } from "./cancel-ticket.ts";
import { changeFields } from "./change-fields.ts";
import { closeTicket } from "./close-ticket.ts";
import { escalateTicket } from "./escalate-ticket.ts";
import { mergeTicket } from "./merge-ticket.ts";
import { openTicket } from "./open-ticket.ts";
import { passOnTicket } from "./pass-on-ticket.ts";
import { reopenTicket } from "./reopen-ticket.ts";
import { resolveTicket } from "./resolve-ticket.ts";
import { takeTicket } from "./take-ticket.ts";
import { unlinkTickets } from "./unlink-tickets.ts";
import { unmergeTicket } from "./unmerge-ticket.ts";

/** Cy (English) and Eve (of another organisation) ask the same; Ann escalates Cy's ticket. */
const startDesk = async () => {
  const house = await startHouse(ticketsFeature);
  const { db, cast } = house;
  const run = <S extends z.ZodType, O>(who: Actor, verb: Action<S, O>, input: z.input<S>) => act(db, who, verb, input);
  const open = (who: Actor, facts: Record<string, unknown> = {}) =>
    run(who, openTicket, { subject: "Export stops", text: "At 90 %.", ...facts });
  const cys = await open(cast.cy);
  const eves = await open(cast.eve);
  const order = { subject: "Export stops at 90 %", text: "Memory runs out.", reason: "A defect" };
  const { technicalNumber } = await run(cast.ann, escalateTicket, { ticketId: cys.ticketId, ...order });
  const technical = await getTicketByNumber(db, cast.ann, technicalNumber);
  const join = (ticketId: number) => run(cast.tom, escalateTicket, { ticketId, number: technicalNumber });
  const ticket = (id: number) => getTicket(db, cast.ada, id);
  const mails = async () =>
    (await db.selectFrom("outgoing_mails").select(["to_address", "template", "text"]).orderBy("id").execute()).map(
      ({ to_address: to, ...mail }) => ({ to, ...mail }),
    );
  const told = async (template: string) =>
    (await mails())
      .filter((mail) => mail.template === template)
      .map(({ to }) => to)
      .sort();
  const namesOf = async (id: number) => (await listEvents(db, { kind: "ticket", id })).map(({ name }) => name);
  return { ...house, run, open, cys, eves, technical, join, ticket, mails, told, namesOf };
};

describe("escalating", () => {
  test("puts the ticket on hold behind an order that only the desk can open", async () => {
    const { db, cast, cys, technical, ticket, mails, drain, told } = await startDesk();
    expect((await ticket(cys.ticketId)).status).toBe("on_hold");
    expect(technical).toMatchObject({ visibility: "internal", priority: "medium", organisationId: null });
    expect(technical.type.key).toBe("technical");
    await drain();
    expect(await told("tickets.escalated")).toEqual(["cy@acme.example"]);
    const mail = (await mails()).find(({ template }) => template === "tickets.escalated")?.text ?? "";
    expect(mail).toContain(`#${technical.number}`);
    expect(mail).not.toContain("Memory runs out");
    expect(mail).not.toContain("90 %\nExport stops at");
    for (const who of [cast.cy, cast.eve, cast.mia]) {
      await expect(getTicket(db, who, technical.id)).rejects.toThrow();
      for (const text of [String(technical.number), "memory", "stops at 90"])
        expect((await listTickets(db, who, { filter: filterOf({ text }) })).tickets.map(({ id }) => id)).not.toContain(
          technical.id,
        );
    }
  });

  test("joins one that stands, once, and only while it is not over", async () => {
    const { cast, run, join, cys, eves, technical, ticket, open } = await startDesk();
    await join(eves.ticketId);
    expect((await ticket(eves.ticketId)).status).toBe("on_hold");
    await expect(join(eves.ticketId)).rejects.toThrow(Invalid);
    await expect(run(cast.ann, escalateTicket, { ticketId: cys.ticketId, number: eves.number })).rejects.toThrow(
      Invalid,
    );
    await expect(run(cast.cy, escalateTicket, { ticketId: cys.ticketId, number: technical.number })).rejects.toThrow(
      Forbidden,
    );
    await expect(run(cast.ann, escalateTicket, { ticketId: technical.id, subject: "x", text: "y" })).rejects.toThrow(
      Conflict,
    );
    await run(cast.tom, resolveTicket, { ticketId: technical.id });
    const late = await open(cast.cora);
    await expect(join(late.ticketId)).rejects.toThrow(Invalid);
  });

  test("tells customers number, state and version of the order, and nothing else", async () => {
    const { db, cast, run, join, eves, technical } = await startDesk();
    await join(eves.ticketId);
    await run(cast.tom, takeTicket, { ticketId: technical.id });
    await run(cast.tom, changeFields, { ticketId: technical.id, plannedVersion: "5.2" });
    expect((await ordersOf(db, [eves.ticketId])).get(eves.ticketId)).toEqual([
      { number: technical.number, state: "received", plannedVersion: "5.2" },
    ]);
    const seen = JSON.stringify(await listTimeline(db, cast.eve, await getTicket(db, cast.eve, eves.ticketId)));
    expect(seen).toContain(String(technical.number));
    for (const secret of ["Memory", "Acme", "Cy", "A defect", String(technical.id) + ",", "10001"])
      expect(seen).not.toContain(`"${secret}`);
  });
});

describe("a customer with several tickets that wait for one order", () => {
  const startWithThree = async () => {
    const desk = await startDesk();
    const { cast, run, open, join, cys, eves, drain, db } = desk;
    const second = await open(cast.cy, { subject: "Export is empty" });
    const third = await open(cast.cora, { subject: "Export is slow", cc: [{ name: "", email: "cy@acme.example" }] });
    for (const { ticketId } of [second, third, eves]) await join(ticketId);
    await drain();
    const letters = async (template: string) =>
      db
        .selectFrom("outgoing_mails")
        .select(["to_address", "text", "subject_id", "reply_to"])
        .where("template", "=", template)
        .orderBy("to_address")
        .execute();
    const plan = (plannedVersion: string, versionReason?: string) =>
      run(cast.tom, changeFields, { ticketId: desk.technical.id, plannedVersion, versionReason });
    return { ...desk, numbers: [cys.number, second.number, third.number], second, third, letters, plan };
  };

  test("gets one mail about the version, which lists them and says where an answer goes", async () => {
    const { cys, numbers, letters, plan, drain } = await startWithThree();
    await plan("5.2");
    await drain();
    const [coras, cys1, eves, ...more] = await letters("tickets.planned");
    expect([coras, cys1, eves].map((mail) => mail?.to_address)).toEqual([
      "cora@acme.example",
      "cy@acme.example",
      "eve@globex.example",
    ]);
    expect(more).toEqual([]);
    expect(cys1?.subject_id).toBe(cys.ticketId);
    expect(cys1?.reply_to).toContain(`+t${cys.ticketId}-`);
    expect(cys1?.text).toContain("The planned version of 3 of your requests is known");
    for (const number of numbers) expect(cys1?.text).toContain(`#${number}`);
    expect(cys1?.text).toContain("Export is slow");
    expect(cys1?.text).toContain(`An answer to this mail goes to request #${cys.number}.`);
    // Who has only one of them hears of that one alone.
    expect(coras?.text).not.toContain("Export is empty");
    expect(eves?.text).toContain("Request #10002: the planned version is known");
  });

  test("gets one mail when it is solved, about those that are", async () => {
    const { cast, run, technical, second, numbers, letters, drain } = await startWithThree();
    await run(cast.mo, cancelTicket, { ticketId: second.ticketId });
    await run(cast.tom, resolveTicket, { ticketId: technical.id, result: "Needs less memory." });
    await drain();
    const own = (await letters("tickets.order-done")).filter(({ to_address }) => to_address === "cy@acme.example");
    expect(own).toHaveLength(1);
    expect(own[0]?.text).toContain("2 of your requests are solved");
    expect(numbers.map((number) => own[0]?.text.includes(`#${number}`))).toEqual([true, false, true]);
    await drain();
    expect(await letters("tickets.order-done")).toHaveLength(3);
  });
});

describe("an order that is done", () => {
  test("resolves everything that waits for it, and mails each customer once, in his language, with the version", async () => {
    const { cast, run, join, cys, eves, technical, ticket, mails, told, drain, open } = await startDesk();
    const coras = await open(cast.cora);
    await join(eves.ticketId);
    await join(coras.ticketId);
    await run(cast.tom, changeFields, { ticketId: technical.id, plannedVersion: "5.2" });
    await run(cast.tom, resolveTicket, { ticketId: technical.id, result: "Export needs less memory." });
    await drain();
    for (const { ticketId } of [cys, eves, coras])
      expect(await ticket(ticketId)).toMatchObject({ status: "resolved", result: "Export needs less memory." });
    expect(await told("tickets.order-done")).toEqual(["cora@acme.example", "cy@acme.example", "eve@globex.example"]);
    expect(await told("tickets.status")).toEqual([]);
    const textTo = async (to: string) =>
      (await mails()).find((mail) => mail.to === to && mail.template === "tickets.order-done")?.text ?? "";
    expect(await textTo("cy@acme.example")).toContain("5.2");
    expect(await textTo("cora@acme.example")).toContain("ist gelöst");
    expect(await textTo("eve@globex.example")).toContain("Export needs less memory.");
    expect(await textTo("eve@globex.example")).not.toMatch(/Acme|Cy\b|Memory runs out/);
    await drain();
    expect(await told("tickets.order-done")).toHaveLength(3);
  });

  test.each([
    ["closed without being resolved", closeTicket],
    ["cancelled", cancelTicket],
  ] as const)("is not done when it was %s: who waits goes back to work", async (_how, verb) => {
    const { db, cast, run, cys, technical, ticket, told, drain, namesOf } = await startDesk();
    await run(cast.mo, verb, { ticketId: technical.id, reason: "Nobody else needs it." });
    await drain();
    expect((await ticket(cys.ticketId)).status).toBe("open");
    expect(await namesOf(cys.ticketId)).toContain("ticket.order-ended");
    expect(await told("tickets.order-done")).toEqual([]);
    expect((await ordersOf(db, [cys.ticketId])).get(cys.ticketId)?.[0]?.state).toBe("dropped");
  });

  test("stays done when it is closed after it was resolved", async () => {
    const { db, cast, run, cys, technical, ticket, drain } = await startDesk();
    const hasRating = { has_rating: true, statuses: ["open", "assigned", "in_progress", "resolved", "closed"] };
    await db.updateTable("ticket_types").set(hasRating).where("id", "=", technical.type.id).execute();
    // An internal one, which nobody rates, would be closed at once.
    await db.updateTable("tickets").set({ visibility: "public" }).where("id", "=", technical.id).execute();
    await run(cast.tom, resolveTicket, { ticketId: technical.id, result: "Done." });
    await run(cast.tom, closeTicket, { ticketId: technical.id });
    await drain();
    expect((await ticket(cys.ticketId)).status).toBe("resolved");
    expect((await ordersOf(db, [cys.ticketId])).get(cys.ticketId)?.[0]?.state).toBe("done");
  });

  test("brings back to work what cannot be resolved yet, with the reason", async () => {
    const { db, cast, run, cys, technical, ticket, told, drain, namesOf } = await startDesk();
    const { type } = await ticket(cys.ticketId);
    await db.updateTable("ticket_types").set({ needs_approval: true }).where("id", "=", type.id).execute();
    await run(cast.tom, resolveTicket, { ticketId: technical.id, result: "Done." });
    await drain();
    expect((await ticket(cys.ticketId)).status).toBe("open");
    expect(await namesOf(cys.ticketId)).toContain("ticket.order-ended");
    expect(await told("tickets.desk-back")).not.toEqual([]);
    expect(await told("tickets.order-done")).toEqual([]);
  });

  test("leaves alone what still waits for another order", async () => {
    const { cast, run, cys, technical, ticket, drain } = await startDesk();
    await run(cast.ann, escalateTicket, { ticketId: cys.ticketId, subject: "Import", text: "Fails, too." });
    await run(cast.tom, resolveTicket, { ticketId: technical.id, result: "Done." });
    await drain();
    expect((await ticket(cys.ticketId)).status).toBe("on_hold");
  });

  test("does nothing when it was reopened before anybody was told", async () => {
    const { cast, run, cys, technical, ticket, drain } = await startDesk();
    await run(cast.tom, resolveTicket, { ticketId: technical.id, result: "Done." });
    await run(cast.tom, reopenTicket, { ticketId: technical.id });
    await drain();
    expect((await ticket(cys.ticketId)).status).toBe("on_hold");
  });

  test("counts for tickets that were merged, and for orders that were", async () => {
    const { db, cast, run, join, cys, eves, technical, ticket, drain, open } = await startDesk();
    const coras = await open(cast.cora);
    await run(cast.ann, mergeTicket, { ticketId: cys.ticketId, number: coras.number });
    await join(eves.ticketId);
    const { technicalNumber } = await run(cast.ann, escalateTicket, {
      ticketId: (await open(cast.eve)).ticketId,
      subject: "The same",
      text: "Memory again.",
    });
    await run(cast.tom, mergeTicket, { ticketId: technical.id, number: technicalNumber });
    const second = await getTicketByNumber(db, cast.ada, technicalNumber);
    expect((await ordersOf(db, [coras.ticketId])).get(coras.ticketId)?.[0]?.number).toBe(technicalNumber);
    await run(cast.tom, resolveTicket, { ticketId: second.id, result: "Both." });
    await drain();
    expect(await ticket(coras.ticketId)).toMatchObject({ status: "resolved", result: "Both." });
    expect((await ticket(eves.ticketId)).status).toBe("resolved");
    // What comes back has nothing to wait for any more.
    await run(cast.ann, unmergeTicket, { ticketId: cys.ticketId });
    expect((await ticket(cys.ticketId)).status).toBe("open");
  });
});

describe("an order that will not be done", () => {
  test("cancelled, or no longer linked, it lets the ticket go back to work", async () => {
    const { cast, run, join, cys, eves, technical, ticket, told, drain, namesOf } = await startDesk();
    await join(eves.ticketId);
    await run(cast.ann, unlinkTickets, { ticketId: eves.ticketId, otherId: technical.id, kind: "technical" });
    expect((await ticket(eves.ticketId)).status).toBe("open");
    expect((await namesOf(technical.id)).at(-1)).toBe("ticket.unlinked");
    await run(cast.mo, cancelTicket, { ticketId: technical.id });
    await drain();
    expect((await ticket(cys.ticketId)).status).toBe("open");
    expect((await namesOf(cys.ticketId)).at(-1)).toBe("ticket.order-ended");
    expect((await told("tickets.desk-back")).length).toBeGreaterThan(0);
  });
});

describe("the planned version of an order", () => {
  test("is told to all who wait, and changed only with a reason, which they read", async () => {
    const { db, cast, run, join, cys, eves, technical, mails, drain } = await startDesk();
    await join(eves.ticketId);
    const plan = (plannedVersion: string, versionReason?: string) =>
      run(cast.tom, changeFields, { ticketId: technical.id, plannedVersion, versionReason });
    await plan("5.2");
    await expect(plan("5.3")).rejects.toThrow(Invalid);
    await plan("5.3", "A supplier is late.");
    await drain();
    const letters = (await mails()).filter(({ template }) => template === "tickets.planned");
    // Of two changes at once the letter about the first is no longer true.
    expect(letters.map(({ to }) => to).sort()).toEqual(["cy@acme.example", "eve@globex.example"]);
    for (const { text } of letters) {
      expect(text).toContain("5.2 → 5.3");
      expect(text).toContain("A supplier is late.");
    }
    for (const [who, id] of [
      [cast.cy, cys.ticketId],
      [cast.eve, eves.ticketId],
    ] as const) {
      const history = await listTimeline(db, who, await getTicket(db, who, id));
      const plans = history.filter(({ name }) => name === "ticket.order-planned").map(({ payload }) => payload);
      expect(plans).toEqual([
        { number: technical.number, fromVersion: null, toVersion: "5.2", versionReason: "" },
        { number: technical.number, fromVersion: "5.2", toVersion: "5.3", versionReason: "A supplier is late." },
      ]);
    }
  });
});

describe("passing on", () => {
  test("moves the ticket to the team with the reason, and tells its members", async () => {
    const { db, cast, run, open, ticket, told, mails, drain } = await startDesk();
    const { ticketId } = await open(cast.cy);
    await run(cast.ann, takeTicket, { ticketId });
    const reason = "Needs a look at the logs.";
    await run(cast.ann, passOnTicket, { ticketId, teamId: cast.secondLevel, reason });
    expect(await ticket(ticketId)).toMatchObject({ teamId: cast.secondLevel, assigneeIds: [], status: "open" });
    await drain();
    expect(await told("tickets.desk-passed-on")).toEqual(["tom@desk.example"]);
    expect((await mails()).find(({ template }) => template === "tickets.desk-passed-on")?.text).toContain(reason);
    const seen = JSON.stringify(await listTimeline(db, cast.cy, await getTicket(db, cast.cy, ticketId)));
    expect(seen).not.toContain("logs");
    await expect(run(cast.ann, passOnTicket, { ticketId, teamId: cast.secondLevel, reason })).rejects.toThrow(Invalid);
    await expect(run(cast.ann, passOnTicket, { ticketId, teamId: cast.firstLevel, reason: "" })).rejects.toThrow(
      Invalid,
    );
    await run(cast.tom, takeTicket, { ticketId });
    await run(cast.tom, passOnTicket, { ticketId, teamId: cast.firstLevel, reason, keepAssignees: "on" });
    expect(await ticket(ticketId)).toMatchObject({ assigneeIds: [cast.tom.personId], status: "assigned" });
    await expect(run(cast.cy, passOnTicket, { ticketId, teamId: cast.firstLevel, reason })).rejects.toThrow(Forbidden);
  });
});
