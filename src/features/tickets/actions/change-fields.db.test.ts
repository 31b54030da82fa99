import { describe, expect, test } from "vitest";
import { perform } from "../../../../test/support/cast.ts";
import { productsIn } from "../../../../test/support/products.ts";
import type { z } from "zod";
import type { Tx } from "../../../platform/db/db.ts";
import { Conflict, Forbidden, Invalid } from "../../../platform/errors.ts";
import { endEntry } from "../../products/index.ts";
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
    scene(async ({ tx, cast: { ann, cy, ada, firstLevel }, ticketId, ticket }) => {
      const { fakt } = await productsIn(tx, ada);
      await perform(tx, ann, changeFields, {
        ticketId,
        subject: "Label printer",
        priority: "high",
        teamId: firstLevel,
        tags: "VIP, hardware , vip",
        productId: fakt,
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
          productId: { from: null, to: fakt },
        },
      });
      const [, seen] = await listTimeline(tx, cy, await ticket());
      expect(Object.keys(seen!.changes).sort()).toEqual(["priority", "productId", "subject"]);
      const { version } = await ticket();
      expect(await perform(tx, ann, changeFields, { ticketId, priority: "high", subject: "Label printer" })).toBe(
        undefined,
      );
      expect((await ticket()).version).toBe(version);
      await perform(tx, ann, changeFields, {
        ticketId,
        productId: "",
        teamId: "",
      });
      expect(await ticket()).toMatchObject({ productId: null, teamId: null });
    }),
  );

  test(
    "conflicts only where somebody changed the same field since the form was made",
    scene(async ({ tx, cast: { ann, mo, ada }, ticketId, ticket }) => {
      const { fakt } = await productsIn(tx, ada);
      const { version } = await ticket();
      await perform(tx, mo, changeFields, { ticketId, version, priority: "high" });
      await perform(tx, ann, changeFields, { ticketId, version, productId: fakt });
      const refused = await perform(tx, ann, changeFields, { ticketId, version, priority: "low" }).catch(
        (error: unknown) => error as Conflict,
      );
      expect(refused).toBeInstanceOf(Conflict);
      expect((refused as Conflict).phrase.say("en")).toMatch(/^Mo has changed Priority meanwhile to “High”\. Look at/);
      expect((refused as Conflict).phrase.say("de")).toMatch(
        /^Mo hat inzwischen Priorität auf „Hoch“ geändert\. Sehen/,
      );
      expect(await ticket()).toMatchObject({ priority: "high", productId: fakt });
    }),
  );

  test(
    "keeps product, version and module together",
    scene(async ({ tx, cast: { ann, ada }, ticketId, ticket }) => {
      const { fakt, konto, v15, v14, sales, stock } = await productsIn(tx, ada);
      const change = async (choice: object) => {
        await perform(tx, ann, changeFields, { ticketId, ...choice });
        const { productId, versionId, moduleId } = await ticket();
        return [productId, versionId, moduleId];
      };
      expect(await change({ productId: fakt, versionId: v15, moduleId: stock })).toEqual([fakt, v15, stock]);
      // What the other version does not have goes; what it has stays.
      expect(await change({ versionId: v14 })).toEqual([fakt, v14, null]);
      expect(await change({ moduleId: sales })).toEqual([fakt, v14, sales]);
      expect(await change({ versionId: v15 })).toEqual([fakt, v15, sales]);
      expect(await change({ productId: konto })).toEqual([konto, null, null]);
      await expect(change({ versionId: v15 })).rejects.toMatchObject({
        fields: { versionId: { key: "products.otherProductsVersion" } },
      });
      await expect(change({ productId: fakt, versionId: v14, moduleId: stock })).rejects.toMatchObject({
        fields: { moduleId: { key: "products.notInVersion" } },
      });
    }),
  );

  test(
    "keeps what is retired and refuses to choose it anew; what is named cannot be deleted",
    scene(async ({ tx, cast: { ann, ada }, ticketId, ticket }) => {
      const { fakt, konto, v15 } = await productsIn(tx, ada);
      await perform(tx, ann, changeFields, { ticketId, productId: fakt, versionId: v15 });
      const end = (kind: "product" | "version", id: number, to: "retire" | "delete") =>
        perform(tx, ada, endEntry, { productId: fakt, kind, id, to });
      await end("version", v15, "retire");
      await perform(tx, ann, changeFields, { ticketId, priority: "high" });
      expect(await ticket()).toMatchObject({ productId: fakt, versionId: v15 });
      await perform(tx, ann, changeFields, { ticketId, productId: konto });
      await expect(perform(tx, ann, changeFields, { ticketId, productId: fakt, versionId: v15 })).rejects.toMatchObject(
        { fields: { versionId: { key: "products.retiredVersion" } } },
      );
      await perform(tx, ann, changeFields, { ticketId, productId: fakt });
      await expect(end("product", fakt, "delete")).rejects.toMatchObject({ phrase: { key: "products.inUse" } });
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
      expect(await ticket()).toMatchObject({ status: "open", priority: null, type: { key: "field_service" } });
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

describe("the version for which a ticket is planned", () => {
  test(
    "is changed with a reason where its customers know it, be it an order's or the ticket's own",
    scene(async ({ tx, cast: { ann, cy }, ticketId, ticket }) => {
      const plan = (plannedVersion: string, versionReason = "") =>
        perform(tx, ann, changeFields, { ticketId, plannedVersion, versionReason });
      await plan("7.4");
      await expect(plan("7.5")).rejects.toMatchObject({ fields: { versionReason: {} } });
      await plan("7.5", "A supplier is late.");
      const planned = (await listTimeline(tx, cy, await ticket())).filter(
        ({ name }) => name === "ticket.version-planned",
      );
      expect(planned.map(({ changes, payload }) => [changes.plannedVersion, payload["versionReason"]])).toEqual([
        [{ from: null, to: "7.4" }, ""],
        [{ from: "7.4", to: "7.5" }, "A supplier is late."],
      ]);
      await perform(tx, ann, changeFields, { ticketId, visibility: "internal" });
      await plan("8.0");
      expect((await ticket()).plannedVersion).toBe("8.0");
    }),
  );
});
