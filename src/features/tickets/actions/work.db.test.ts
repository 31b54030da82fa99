import { describe, expect, test } from "vitest";
import { castIn, castOf, perform, type Cast } from "../../../../test/support/cast.ts";
import { freshDb, inRollback } from "../../../../test/support/db.ts";
import { act } from "../../../platform/act.ts";
import type { Tx } from "../../../platform/db/db.ts";
import { Conflict, Forbidden, Invalid, NotFound } from "../../../platform/errors.ts";
import { listTimeline } from "../store/timeline.ts";
import { getTicket } from "../store/tickets.ts";
import { addParticipant } from "./add-participant.ts";
import { addUpdate } from "./add-update.ts";
import { askCustomer } from "./ask-customer.ts";
import { assignTicket } from "./assign-ticket.ts";
import { cancelTicket } from "./cancel-ticket.ts";
import { changeFields } from "./change-fields.ts";
import { changeRequester } from "./change-requester.ts";
import { closeTicket } from "./close-ticket.ts";
import { discardTicket } from "./discard-ticket.ts";
import { followUpTicket } from "./follow-up-ticket.ts";
import { holdTicket } from "./hold-ticket.ts";
import { linkTickets } from "./link-tickets.ts";
import { openTicket } from "./open-ticket.ts";
import { rateTicket } from "./rate-ticket.ts";
import { releaseTicket } from "./release-ticket.ts";
import { removeParticipant } from "./remove-participant.ts";
import { reopenTicket } from "./reopen-ticket.ts";
import { resolveTicket } from "./resolve-ticket.ts";
import { startTicket } from "./start-ticket.ts";
import { submitTicket } from "./submit-ticket.ts";
import { takeTicket } from "./take-ticket.ts";
import { unassignTicket } from "./unassign-ticket.ts";
import { unlinkTickets } from "./unlink-tickets.ts";

interface Scene {
  tx: Tx;
  cast: Cast;
  ticketId: number;
  ticket(): ReturnType<typeof getTicket>;
}

const scene = (run: (scene: Scene) => Promise<void>) => () =>
  inRollback(async (tx) => {
    const cast = await castIn(tx);
    const { ticketId } = await perform(tx, cast.cy, openTicket, { subject: "Printer", text: "It beeps." });
    await run({ tx, cast, ticketId, ticket: () => getTicket(tx, cast.ada, ticketId) });
  });

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
      expect((error as Conflict).phrase.say("en")).toContain("Assignees (Mo)");
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

describe("the ticket's way", () => {
  test(
    "through every status, with times that follow",
    scene(async ({ tx, cast: { ann, cy }, ticketId, ticket }) => {
      await perform(tx, ann, startTicket, { ticketId });
      expect(await ticket()).toMatchObject({ status: "in_progress", assigneeIds: [ann.personId] });
      await perform(tx, ann, holdTicket, { ticketId, reason: "Waits for the supplier" });
      expect((await ticket()).status).toBe("on_hold");
      await perform(tx, ann, releaseTicket, { ticketId });
      await perform(tx, ann, askCustomer, { ticketId });
      expect((await ticket()).status).toBe("waiting");
      await perform(tx, ann, resolveTicket, { ticketId, result: "New ribbon" });
      expect(await ticket()).toMatchObject({ status: "resolved", result: "New ribbon", closedAt: null });
      await perform(tx, cy, rateTicket, { ticketId, rating: "5", words: "Quick!" });
      const closed = await ticket();
      expect(closed).toMatchObject({ status: "closed", rating: 5 });
      expect(closed.closedAt).not.toBeNull();
      await perform(tx, cy, reopenTicket, { ticketId, reason: "Beeps again" });
      expect(await ticket()).toMatchObject({ status: "in_progress", resolvedAt: null, closedAt: null });
      await perform(tx, cy, closeTicket, { ticketId });
      expect((await ticket()).status).toBe("closed");
    }),
  );

  test(
    "refuses what the machine forbids, and changes nothing then",
    scene(async ({ tx, cast: { ann }, ticketId, ticket }) => {
      await perform(tx, ann, closeTicket, { ticketId });
      const before = await ticket();
      for (const verb of [startTicket, resolveTicket, holdTicket, askCustomer, releaseTicket])
        await expect(perform(tx, ann, verb as never, { ticketId })).rejects.toThrow(Conflict);
      expect(await ticket()).toEqual(before);
    }),
  );

  test(
    "is cancelled by its requester only while nobody works on it, and by members only when it is theirs",
    scene(async ({ tx, cast: { ann, tom, cy, cora }, ticketId }) => {
      await perform(tx, tom, takeTicket, { ticketId });
      await expect(perform(tx, cy, cancelTicket, { ticketId })).rejects.toThrow("tickets.onlyWhileOpen");
      await expect(perform(tx, cora, cancelTicket, { ticketId })).rejects.toThrow("platform.forbidden");
      await expect(perform(tx, ann, cancelTicket, { ticketId })).rejects.toThrow(Forbidden);
      await perform(tx, tom, cancelTicket, { ticketId });
    }),
  );

  test(
    "is not changed by an outdated form when somebody moved it meanwhile; other changes do not matter",
    scene(async ({ tx, cast: { ann, mo }, ticketId, ticket }) => {
      const { version } = await ticket();
      await perform(tx, mo, changeFields, { ticketId, tags: ["vip"] });
      await perform(tx, mo, holdTicket, { ticketId, version });
      await expect(perform(tx, ann, resolveTicket, { ticketId, version })).rejects.toThrow("tickets.changedMeanwhile");
    }),
  );

  test(
    "begins as a draft that only its owner knows, and ends so if it is discarded",
    scene(async ({ tx, cast: { mo, ada, ann } }) => {
      const draft = { subject: "Machine", text: "", typeKey: "field_service", isDraft: true };
      const one = await perform(tx, mo, openTicket, draft);
      const two = await perform(tx, mo, openTicket, draft);
      await expect(getTicket(tx, ada, one.ticketId)).rejects.toThrow(NotFound);
      await perform(tx, mo, submitTicket, one);
      expect((await getTicket(tx, ann, one.ticketId)).submittedAt).not.toBeNull();
      await perform(tx, mo, discardTicket, two);
      expect((await getTicket(tx, mo, two.ticketId)).status).toBe("cancelled");
      await expect(getTicket(tx, ada, two.ticketId)).rejects.toThrow(NotFound);
      await expect(perform(tx, mo, openTicket, { ...draft, typeKey: "malfunction" })).rejects.toThrow(Invalid);
    }),
  );
});

describe("changing facts", () => {
  test(
    "records each with what was before, and what is the same is no change",
    scene(async ({ tx, cast: { ann, cy, firstLevel }, ticketId, ticket }) => {
      await perform(tx, ann, changeFields, {
        ticketId,
        subject: "Label printer",
        priority: "high",
        teamId: firstLevel,
        tags: "VIP, hardware , vip",
        product: "Label 3000",
        customFields: { gate: 3 },
      });
      expect(await ticket()).toMatchObject({ priority: "high", tags: ["hardware", "vip"], customFields: { gate: 3 } });
      const [, changed] = await listTimeline(tx, ann, await ticket());
      expect(changed).toMatchObject({
        name: "ticket.changed",
        changes: {
          subject: { from: "Printer", to: "Label printer" },
          priority: { from: "medium", to: "high" },
          teamId: { from: null, to: firstLevel },
          tags: { from: [], to: ["hardware", "vip"] },
          product: { from: null, to: "Label 3000" },
          customFields: { from: {}, to: { gate: 3 } },
        },
      });
      const [, seen] = await listTimeline(tx, cy, await ticket());
      expect(Object.keys(seen!.changes).sort()).toEqual(["priority", "product", "subject"]);
      const { version } = await ticket();
      expect(await perform(tx, ann, changeFields, { ticketId, priority: "high", subject: "Label printer" })).toBe(
        undefined,
      );
      expect((await ticket()).version).toBe(version);
      await perform(tx, ann, changeFields, {
        ticketId,
        product: "",
        teamId: "",
        customFields: { gate: null },
      });
      expect(await ticket()).toMatchObject({ product: null, teamId: null, customFields: {} });
    }),
  );

  test(
    "conflicts only where somebody changed the same field since the form was made",
    scene(async ({ tx, cast: { ann, mo }, ticketId, ticket }) => {
      const { version } = await ticket();
      await perform(tx, mo, changeFields, { ticketId, version, priority: "high" });
      await perform(tx, ann, changeFields, { ticketId, version, product: "Label 3000" });
      await expect(perform(tx, ann, changeFields, { ticketId, version, priority: "low" })).rejects.toThrow(
        "tickets.changedMeanwhile",
      );
      expect(await ticket()).toMatchObject({ priority: "high", product: "Label 3000" });
    }),
  );

  test(
    "to another type fits status and priority to it",
    scene(async ({ tx, cast: { ann }, ticketId, ticket }) => {
      await perform(tx, ann, holdTicket, { ticketId });
      const { rows } = await tx
        .selectFrom("ticket_types")
        .select("id")
        .where("key", "=", "field_service")
        .execute()
        .then((found) => ({ rows: found }));
      await perform(tx, ann, changeFields, { ticketId, typeId: rows[0]!.id });
      expect(await ticket()).toMatchObject({ status: "in_progress", priority: null, type: { key: "field_service" } });
    }),
  );

  test(
    "is the desk's affair, and values have to exist",
    scene(async ({ tx, cast: { ann, cy, globex }, ticketId }) => {
      await expect(perform(tx, cy, changeFields, { ticketId, priority: "high" })).rejects.toThrow(Forbidden);
      await expect(perform(tx, ann, changeFields, { ticketId, teamId: 999 })).rejects.toThrow(Invalid);
      await expect(perform(tx, ann, changeFields, { ticketId, organisationId: globex })).rejects.toThrow(Invalid);
    }),
  );
});

describe("who takes part", () => {
  test(
    "the requester puts people into CC and takes them out, and everybody may leave",
    scene(async ({ tx, cast: { cy, cora, eve }, ticketId, ticket }) => {
      await perform(tx, cy, addParticipant, { ticketId, name: "", email: "eve@globex.example" });
      await perform(tx, cy, addParticipant, { ticketId, name: "", email: "eve@globex.example" });
      expect((await ticket()).participantIds).toEqual([eve.personId]);
      const invite = { ticketId, name: "", email: "x@x.example" };
      await expect(perform(tx, cora, addParticipant, invite)).rejects.toThrow(Forbidden);
      await perform(tx, eve, removeParticipant, { ticketId, personId: eve.personId });
      await expect(getTicket(tx, eve, ticketId)).rejects.toThrow(NotFound);
    }),
  );

  test(
    "another contact brings his organisation, and the one before stays in CC",
    scene(async ({ tx, cast: { ann, cy, eve, globex }, ticketId, ticket }) => {
      await perform(tx, ann, changeRequester, { ticketId, requesterId: eve.personId });
      expect(await ticket()).toMatchObject({
        requesterId: eve.personId,
        organisationId: globex,
        participantIds: [cy.personId],
      });
    }),
  );
});

describe("links", () => {
  test(
    "stand in both histories, once, and can be taken away from either side",
    scene(async ({ tx, cast: { ann, cy }, ticketId, ticket }) => {
      const other = await perform(tx, cy, openTicket, { subject: "Printer again", text: "x" });
      await perform(tx, ann, linkTickets, {
        ticketId: other.ticketId,
        number: (await ticket()).number,
        kind: "duplicate",
      });
      expect(
        await perform(tx, ann, linkTickets, {
          ticketId: other.ticketId,
          number: (await ticket()).number,
          kind: "duplicate",
        }),
      ).toBeUndefined();
      const [, linked] = await listTimeline(tx, ann, await ticket());
      expect(linked).toMatchObject({ name: "ticket.linked", payload: { number: other.number, isFrom: false } });
      expect((await listTimeline(tx, cy, await ticket())).map(({ name }) => name)).toEqual(["ticket.opened"]);
      await perform(tx, ann, unlinkTickets, { ticketId, otherId: other.ticketId, kind: "duplicate" });
      await expect(
        perform(tx, ann, linkTickets, { ticketId, number: (await ticket()).number, kind: "related" }),
      ).rejects.toThrow(Invalid);
      await expect(perform(tx, ann, linkTickets, { ticketId, number: 1, kind: "related" })).rejects.toThrow(Invalid);
    }),
  );

  test(
    "a follow-up is for what is over for good; agents open one of any closed ticket",
    scene(async ({ tx, cast: { ann, cy }, ticketId }) => {
      const more = { ticketId, text: "There is more." };
      await expect(perform(tx, ann, followUpTicket, more)).rejects.toThrow(Conflict);
      await perform(tx, ann, closeTicket, { ticketId });
      await expect(perform(tx, cy, followUpTicket, more)).rejects.toThrow("tickets.stillOpen");
      const { ticketId: next } = await perform(tx, ann, followUpTicket, more);
      expect(await getTicket(tx, cy, next)).toMatchObject({ followUpOf: ticketId, requesterId: cy.personId });
    }),
  );
});
