import { describe, expect, test } from "vitest";
import { castOf, perform } from "../../../../test/support/cast.ts";
import { freshDb } from "../../../../test/support/db.ts";
import { act } from "../../../platform/act.ts";
import { Conflict, Forbidden, Invalid } from "../../../platform/errors.ts";
import { listTimeline } from "../store/timeline.ts";
import { getTicket } from "../store/tickets.ts";
import { addUpdate } from "./add-update.ts";
import { assignTicket } from "./assign-ticket.ts";
import { openTicket } from "./open-ticket.ts";
import { resolveTicket } from "./resolve-ticket.ts";
import { startTicket } from "./start-ticket.ts";
import { takeTicket } from "./take-ticket.ts";
import { unassignTicket } from "./unassign-ticket.ts";
import { scene } from "../../../../test/support/scene.ts";

describe("taking a ticket", () => {
  test(
    "assigns it to whoever takes it",
    scene(async ({ tx, cast: { ann, cy, eve }, ticketId, ticket }) => {
      await perform(tx, ann, takeTicket, { ticketId });
      expect(await ticket()).toMatchObject({ status: "assigned", assigneeIds: [ann.personId], version: 2 });
      await expect(perform(tx, cy, takeTicket, { ticketId })).rejects.toThrow(Forbidden);
      await expect(perform(tx, eve, takeTicket, { ticketId })).rejects.toThrow(Forbidden);
    }),
  );

  test("by two at the same time succeeds for one, and the other hears who it was", async () => {
    const { db } = await freshDb();
    const { ann, tom, cy } = await castOf(db);
    for (let round = 0; round < 5; round++) {
      const { ticketId } = await act(db, cy, openTicket, { subject: "Printer", text: "It beeps." });
      const results = await Promise.allSettled([ann, tom].map((agent) => act(db, agent, takeTicket, { ticketId })));
      const { assigneeIds } = await getTicket(db, ann, ticketId);
      expect(assigneeIds).toHaveLength(1);
      const winner = [ann, tom].find(({ personId }) => personId === assigneeIds[0])!;
      const refused = results.filter((each) => each.status === "rejected");
      expect(refused).toHaveLength(1);
      const reason = refused[0]!.reason as Conflict;
      expect(reason).toBeInstanceOf(Conflict);
      expect(reason.phrase.say("en")).toBe(`${winner.name} took this ticket first.`);
      expect(reason.phrase.say("de")).toBe(`${winner.name} hat dieses Ticket zuerst übernommen.`);
    }
  });
});

describe("assigning", () => {
  test(
    "several, and the last one who leaves opens it again",
    scene(async ({ tx, cast: { ann, tom, mo }, ticketId, ticket }) => {
      await perform(tx, ann, assignTicket, { ticketId, assigneeIds: [tom.personId, mo.personId] });
      expect(await ticket()).toMatchObject({ status: "assigned", assigneeIds: [mo.personId, tom.personId].sort() });
      await perform(tx, ann, unassignTicket, { ticketId, personId: mo.personId });
      expect(await ticket()).toMatchObject({ status: "assigned", assigneeIds: [tom.personId] });
      await perform(tx, ann, unassignTicket, { ticketId, personId: tom.personId });
      expect(await ticket()).toMatchObject({ status: "open", assigneeIds: [] });
    }),
  );

  test(
    "nobody is taking everybody off",
    scene(async ({ tx, cast: { ann, tom }, ticketId, ticket }) => {
      await perform(tx, ann, assignTicket, { ticketId, assigneeIds: [tom.personId] });
      await perform(tx, ann, assignTicket, { ticketId, assigneeIds: [] });
      expect(await ticket()).toMatchObject({ status: "open", assigneeIds: [] });
    }),
  );

  test(
    "only those who work at the desk, by those who do",
    scene(async ({ tx, cast: { ann, cy, cora }, ticketId }) => {
      const toCora = { ticketId, assigneeIds: [cora.personId] };
      await expect(perform(tx, ann, assignTicket, toCora)).rejects.toThrow(Invalid);
      await expect(perform(tx, cy, assignTicket, toCora)).rejects.toThrow(Forbidden);
    }),
  );

  test(
    "from an outdated form is refused when somebody else assigned meanwhile",
    scene(async ({ tx, cast: { ann, tom, mo }, ticketId, ticket }) => {
      const { version } = await ticket();
      await perform(tx, mo, assignTicket, { ticketId, version, assigneeIds: [mo.personId] });
      const error = await perform(tx, ann, assignTicket, { ticketId, version, assigneeIds: [tom.personId] }).catch(
        (each: unknown) => each,
      );
      expect(error).toBeInstanceOf(Conflict);
      expect((error as Conflict).phrase.say("en")).toContain("Mo has changed Assignees meanwhile");
      expect((await ticket()).assigneeIds).toEqual([mo.personId]);
    }),
  );
});

describe("where work is kept to those who are assigned", () => {
  test(
    "members take before they work, and moderators assign",
    scene(async ({ tx, cast: { ann, tom, mo, cy } }) => {
      const { ticketId } = await perform(tx, mo, openTicket, {
        subject: "Machine 7",
        text: "Stands still.",
        typeKey: "field_service",
        requesterId: cy.personId,
      });
      await expect(perform(tx, ann, startTicket, { ticketId })).rejects.toThrow("tickets.takeFirst");
      await expect(perform(tx, ann, assignTicket, { ticketId, assigneeIds: [tom.personId] })).rejects.toThrow(
        Forbidden,
      );
      await perform(tx, mo, assignTicket, { ticketId, assigneeIds: [tom.personId] });
      await perform(tx, tom, startTicket, { ticketId });
      await perform(tx, tom, addUpdate, { ticketId, text: "Belt replaced.", isInternal: "" });
      await expect(perform(tx, ann, resolveTicket, { ticketId })).rejects.toThrow(Forbidden);
      await perform(tx, tom, resolveTicket, { ticketId, result: "New belt" });
      const seen = await listTimeline(tx, cy, await getTicket(tx, cy, ticketId));
      expect(seen.map(({ name }) => name)).toEqual([
        "ticket.opened",
        "ticket.assigned",
        "ticket.started",
        "ticket.update-added",
        "ticket.resolved",
      ]);
      // That it is assigned is public here; to whom is not.
      expect(seen[1]).toMatchObject({ payload: {}, changes: { status: { from: "open", to: "assigned" } } });
      expect(seen[1]!.changes.assigneeIds).toBeUndefined();
    }),
  );
});
