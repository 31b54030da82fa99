import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { startHouse } from "../../../../test/support/house.ts";
import { act, type Action } from "../../../platform/act.ts";
import type { Actor } from "../../../platform/actor.ts";
import { Invalid } from "../../../platform/errors.ts";
import { listTicketTypes } from "../../ticket-types/index.ts";
import { ticketsFeature } from "../feature.ts";
import { ordersOf } from "../store/orders.ts";
import { getTicket, getTicketByNumber } from "../store/tickets.ts";
import { changeFields } from "./change-fields.ts";
import { escalateTicket } from "./escalate-ticket.ts";
import { linkTickets } from "./link-tickets.ts";
import { mergeTicket } from "./merge-ticket.ts";
import { openTicket } from "./open-ticket.ts";
import { reopenTicket } from "./reopen-ticket.ts";
import { resolveTicket } from "./resolve-ticket.ts";
import { unlinkTickets } from "./unlink-tickets.ts";

/** Cy's ticket waits for an order; Eve asks, too. */
const startDesk = async () => {
  const house = await startHouse(ticketsFeature);
  const { db, cast } = house;
  const run = <S extends z.ZodType, O>(who: Actor, verb: Action<S, O>, input: z.input<S>) => act(db, who, verb, input);
  const open = (who: Actor) => run(who, openTicket, { subject: "Export stops", text: "At 90 %." });
  const cys = await open(cast.cy);
  const eves = await open(cast.eve);
  const order = { subject: "Export stops at 90 %", text: "Memory runs out." };
  const { technicalNumber } = await run(cast.ann, escalateTicket, { ticketId: cys.ticketId, ...order });
  const technical = await getTicketByNumber(db, cast.ann, technicalNumber);
  const join = (ticketId: number) => run(cast.tom, escalateTicket, { ticketId, number: technicalNumber });
  return { ...house, run, open, cys, eves, technical, join, ticket: (id: number) => getTicket(db, cast.ada, id) };
};

describe("what a ticket is", () => {
  test("stays, for orders and for those who wait, however they came together, until the link is taken away", async () => {
    const { db, cast, run, cys, eves, technical, ticket, drain, open, join } = await startDesk();
    await join(eves.ticketId);
    const into = await open(cast.eve);
    await run(cast.ann, mergeTicket, { ticketId: eves.ticketId, number: into.number });
    const types = await listTicketTypes(db);
    const typeId = (key: string) => types.find((type) => type.key === key)!.id;
    const change = (ticketId: number, key: string) => run(cast.tom, changeFields, { ticketId, typeId: typeId(key) });
    await expect(change(technical.id, "malfunction")).rejects.toThrow("tickets.typeInChain");
    await expect(change(cys.ticketId, "technical")).rejects.toThrow("tickets.typeInChain");
    await expect(change(into.ticketId, "technical")).rejects.toThrow("tickets.typeInChain");
    // Of one kind is another type, and the order goes on.
    await change(cys.ticketId, "malfunction");
    await run(cast.tom, resolveTicket, { ticketId: technical.id, result: "Fixed." });
    await drain();
    expect(await ticket(cys.ticketId)).toMatchObject({ status: "resolved", result: "Fixed." });
    await expect(change(technical.id, "malfunction")).rejects.toThrow("tickets.typeInChain");
    expect((await ordersOf(db, [cys.ticketId])).get(cys.ticketId)).toHaveLength(1);
    const unlink = (ticketId: number) =>
      run(cast.tom, unlinkTickets, { ticketId, otherId: technical.id, kind: "technical" });
    await unlink(cys.ticketId);
    await run(cast.ann, reopenTicket, { ticketId: cys.ticketId });
    await change(cys.ticketId, "technical");
    expect((await ticket(cys.ticketId)).type.kind).toBe("technical");
  });

  test("is looked at when the two are linked: a request waits for an order, and nothing else", async () => {
    const { cast, run, cys, eves, technical } = await startDesk();
    const link = (ticketId: number, number: number) =>
      run(cast.ann, linkTickets, { ticketId, number, kind: "technical" });
    await expect(link(eves.ticketId, cys.number)).rejects.toThrow(Invalid);
    const other = await run(cast.ann, escalateTicket, { ticketId: eves.ticketId, subject: "B", text: "B" });
    await expect(link(technical.id, other.technicalNumber)).rejects.toThrow("tickets.isTechnicalItself");
  });

  test("is not what a link hangs on: even where the type of an order has become another, those who wait are told", async () => {
    const { db, cast, run, cys, technical, ticket, drain } = await startDesk();
    await db.updateTable("ticket_types").set({ kind: "request" }).where("id", "=", technical.type.id).execute();
    await run(cast.tom, resolveTicket, { ticketId: technical.id, result: "Fixed." });
    await drain();
    expect(await ticket(cys.ticketId)).toMatchObject({ status: "resolved", result: "Fixed." });
  });
});
