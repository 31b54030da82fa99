import { describe, expect, test } from "vitest";
import { perform, us } from "../../../../test/support/cast.ts";
import { scene, type Scene } from "../../../../test/support/scene.ts";
import { act } from "../../../platform/act.ts";
import { openScene, printer, type EffectScene } from "../../../../test/support/ticket-mails.ts";
import { addType, listTicketTypes, type Status } from "../../ticket-types/index.ts";
import { listTimeline } from "../store/timeline.ts";
import { getTicket } from "../store/tickets.ts";
import { askCustomer } from "./ask-customer.ts";
import { assignTicket } from "./assign-ticket.ts";
import { cancelTicket } from "./cancel-ticket.ts";
import { changeFields } from "./change-fields.ts";
import { changeTypeStatuses } from "./change-type-statuses.ts";
import { documentSolution } from "./document-solution.ts";
import { holdTicket } from "./hold-ticket.ts";
import { openTicket } from "./open-ticket.ts";
import { proposeSolution } from "./propose-solution.ts";
import { resolveTicket } from "./resolve-ticket.ts";
import { startTicket } from "./start-ticket.ts";
import { withdrawProposal } from "./withdraw-proposal.ts";

const all: readonly Status[] = ["open", "assigned", "in_progress", "waiting", "on_hold", "resolved", "closed"];

/** A type that does without some statuses. */
const typeWithout = async ({ tx, cast }: Pick<Scene, "tx" | "cast">, ...gone: Status[]): Promise<number> => {
  const { ticketTypeId } = await perform(tx, cast.ada, addType, { nameEn: "Short", nameDe: "Kurz" });
  const statuses = all.filter((status) => !gone.includes(status));
  await perform(tx, cast.ada, changeTypeStatuses, { ticketTypeId, statuses });
  return ticketTypeId;
};

const without = async ({ ticket }: Pick<Scene, "ticket">, ...gone: Status[]) => ({
  ticketTypeId: (await ticket()).type.id,
  statuses: all.filter((status) => !gone.includes(status)),
  movesTickets: true,
});

describe("another type", () => {
  test(
    "that does not know the status leaves nobody's work open, and somebody's in progress",
    scene(async (stage) => {
      const { tx, cast, ticketId, ticket } = stage;
      const usual = (await ticket()).type.id;
      const typeId = await typeWithout(stage, "waiting");
      await perform(tx, cast.ann, askCustomer, { ticketId });
      await perform(tx, cast.ann, changeFields, { ticketId, typeId });
      expect(await ticket()).toMatchObject({ status: "open", assigneeIds: [] });
      await perform(tx, cast.ann, changeFields, { ticketId, typeId: usual });
      await perform(tx, cast.ann, assignTicket, { ticketId, assigneeIds: [cast.tom.personId] });
      await perform(tx, cast.ann, askCustomer, { ticketId });
      await perform(tx, cast.ann, changeFields, { ticketId, typeId });
      expect((await ticket()).status).toBe("in_progress");
    }),
  );

  test(
    "is no way to close what is resolved; and what was cancelled stays unsolved, and over since then",
    scene(async (stage) => {
      const { tx, cast, ticketId, ticket } = stage;
      const typeId = await typeWithout(stage, "resolved");
      await perform(tx, cast.ann, resolveTicket, { ticketId });
      await expect(perform(tx, cast.ann, changeFields, { ticketId, typeId })).rejects.toThrow("tickets.typeWouldClose");
      const other = await perform(tx, cast.cy, openTicket, { subject: "Toner", text: "Please." });
      await perform(tx, cast.mo, cancelTicket, { ticketId: other.ticketId });
      const { closedAt } = await getTicket(tx, us, other.ticketId);
      await perform(tx, cast.ann, changeFields, { ticketId: other.ticketId, typeId });
      expect(await getTicket(tx, us, other.ticketId)).toMatchObject({ status: "closed", resolvedAt: null, closedAt });
      expect((await ticket()).status).toBe("resolved");
    }),
  );
});

describe("another type that does not know the status", () => {
  const shortType = async ({ context, ada }: EffectScene, ...gone: Status[]) => {
    const { ticketTypeId } = await act(context.db, ada, addType, { nameEn: "Short", nameDe: "Kurz" });
    const statuses = all.filter((status) => !gone.includes(status));
    await act(context.db, ada, changeTypeStatuses, { ticketTypeId, statuses });
    return ticketTypeId;
  };

  test.each([
    ["waiting", askCustomer],
    ["on_hold", holdTicket],
  ] as const)("tells the customers that what was %s is worked on again, once", async (status, move) => {
    const told = await openScene();
    const { context, cy, ann, after } = told;
    const typeId = await shortType(told, status);
    await after(cy, openTicket, printer);
    const { ticketId } = await getTicketOf(context.db);
    await after(ann, move, { ticketId });
    const mails = (await after(ann, changeFields, { ticketId, typeId })).filter(({ to }) => to === cy.email);
    expect(mails.map(({ template }) => template)).toEqual(["tickets.status"]);
    expect(mails[0]!.text).toContain("We are working on request #10001 again");
  });

  test("tells nobody where customers read the same as before", async () => {
    const told = await openScene();
    const { context, cy, ann, after } = told;
    const typeId = await shortType(told, "in_progress");
    await after(cy, openTicket, printer);
    const { ticketId } = await getTicketOf(context.db);
    await after(ann, startTicket, { ticketId });
    expect(await after(ann, changeFields, { ticketId, typeId })).toEqual([]);
  });
});

describe("a status that is taken out", () => {
  test(
    "closes nothing past what the type demands",
    scene(async (stage) => {
      const { tx, cast, ticketId, ticket } = stage;
      await tx.updateTable("ticket_types").set({ needs_solution: true, has_rating: true }).execute();
      await perform(tx, cast.ann, resolveTicket, { ticketId });
      const input = await without(stage, "resolved");
      await expect(perform(tx, cast.ada, changeTypeStatuses, input)).rejects.toThrow("tickets.closingLacks");
      // Outside of a test nothing of what was refused is written.
      await perform(tx, cast.ada, changeTypeStatuses, await without(stage));
      await perform(tx, cast.ann, documentSolution, { ticketId, solution: "A new ribbon." });
      await perform(tx, cast.ada, changeTypeStatuses, input);
      expect((await ticket()).status).toBe("closed");
      expect((await listTimeline(tx, cast.cy, await ticket())).at(-1)).toMatchObject({ name: "ticket.closed" });
    }),
  );

  test(
    "leaves no work in progress that nobody has",
    scene(async (stage) => {
      const { tx, cast, ticketId, ticket } = stage;
      await perform(tx, cast.ann, startTicket, { ticketId });
      await perform(tx, cast.ann, askCustomer, { ticketId });
      await perform(tx, cast.ann, assignTicket, { ticketId, assigneeIds: [] });
      await perform(tx, cast.ada, changeTypeStatuses, await without(stage, "waiting", "cancelled"));
      expect(await ticket()).toMatchObject({ status: "open", assigneeIds: [] });
    }),
  );

  test("tells the customers of what is closed by that", async () => {
    const { context, cy, ann, ada, after } = await openScene();
    const ticketTypeId = (await listTicketTypes(context.db))[0]!.id;
    await context.db.updateTable("ticket_types").set({ has_rating: true }).execute();
    const { ticketId } = (await after(cy, openTicket, printer), await getTicketOf(context.db));
    await after(ann, resolveTicket, { ticketId });
    const statuses = all.filter((status) => status !== "resolved");
    const mails = await after(ada, changeTypeStatuses, { ticketTypeId, statuses, movesTickets: true });
    expect(mails.filter(({ to }) => to === cy.email).map(({ template }) => template)).toEqual(["tickets.status"]);
  });
});

const getTicketOf = async (db: Parameters<typeof getTicket>[0]): Promise<{ ticketId: number }> => {
  const { id } = await db.selectFrom("tickets").select("id").executeTakeFirstOrThrow();
  return { ticketId: id };
};

test(
  "while customers are asked to approve, the ticket stays in their sight",
  scene(async ({ tx, cast, ticketId, ticket }) => {
    await perform(tx, cast.ann, proposeSolution, { ticketId, text: "A new one.", approverIds: [cast.cy.personId] });
    const hide = () => perform(tx, cast.ann, changeFields, { ticketId, visibility: "internal" });
    await expect(hide()).rejects.toThrow("tickets.stillAsked");
    await perform(tx, cast.ann, withdrawProposal, { ticketId });
    await hide();
    expect(await ticket()).toMatchObject({ visibility: "internal", approval: "none" });
  }),
);
