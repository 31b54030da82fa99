import { describe, expect, test } from "vitest";
import { perform } from "../../../../test/support/cast.ts";
import type { z } from "zod";
import type { Tx } from "../../../platform/db/db.ts";
import { Forbidden, Invalid } from "../../../platform/errors.ts";
import { listTicketTypes } from "../../ticket-types/index.ts";
import { listTimeline } from "../store/timeline.ts";
import { changeFields } from "./change-fields.ts";
import { holdTicket } from "./hold-ticket.ts";
import { scene } from "../../../../test/support/scene.ts";

const malfunctionIn = async (tx: Tx): Promise<number> =>
  (await listTicketTypes(tx)).find(({ key }) => key === "malfunction")!.id;

describe("changing answers", () => {
  test(
    "keeps the others, and lets go of what is no longer asked",
    scene(async ({ tx, cast: { ann, cy }, ticketId, ticket }) => {
      const answer = async (customFields: z.input<typeof changeFields.input>["customFields"]) => {
        await perform(tx, ann, changeFields, { ticketId, customFields });
        return (await ticket()).customFields;
      };
      await perform(tx, ann, changeFields, { ticketId, typeId: await malfunctionIn(tx) });
      expect(await answer({ affected: "some_users", affected_users: " Cy " })).toEqual({
        affected: "some_users",
        affected_users: "Cy",
      });
      expect(await answer({ error_message: "no" })).toMatchObject({ error_message: false, affected_users: "Cy" });
      expect(await answer({ affected: "everybody" })).toEqual({ error_message: false, affected: "everybody" });
      expect(await answer({ error_message: null })).toEqual({ affected: "everybody" });
      const changes = (await listTimeline(tx, cy, await ticket())).at(-1)!.changes;
      expect(changes.customFields).toEqual({
        from: { error_message: false, affected: "everybody" },
        to: { affected: "everybody" },
      });
    }),
  );

  test(
    "refuses what is no answer to the question, and questions that the form does not have",
    scene(async ({ tx, cast: { ann }, ticketId, ticket }) => {
      await perform(tx, ann, changeFields, { ticketId, typeId: await malfunctionIn(tx) });
      const refused = perform(tx, ann, changeFields, { ticketId, customFields: { affected: "nobody", gate: 3 } });
      await expect(refused).rejects.toMatchObject({
        fields: { "customFields.affected": {}, "customFields.gate": { key: "tickets.noSuchField" } },
      });
      expect((await ticket()).customFields).toEqual({});
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
      });
      expect(await ticket()).toMatchObject({ priority: "high", tags: ["hardware", "vip"] });
      const [, changed] = await listTimeline(tx, ann, await ticket());
      expect(changed).toMatchObject({
        name: "ticket.changed",
        changes: {
          subject: { from: "Printer", to: "Label printer" },
          priority: { from: "medium", to: "high" },
          teamId: { from: null, to: firstLevel },
          tags: { from: [], to: ["hardware", "vip"] },
          product: { from: null, to: "Label 3000" },
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
      });
      expect(await ticket()).toMatchObject({ product: null, teamId: null });
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
