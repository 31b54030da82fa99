import { describe, expect, test } from "vitest";
import { perform } from "../../../../test/support/cast.ts";
import { Forbidden, Invalid } from "../../../platform/errors.ts";
import { listTimeline } from "../store/timeline.ts";
import { changeFields } from "./change-fields.ts";
import { holdTicket } from "./hold-ticket.ts";
import { scene } from "../../../../test/support/scene.ts";

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
