import { describe, expect, it } from "vitest";
import { startPortal, wordsOf } from "../../../test/support/portal.ts";
import { act } from "../../platform/act.ts";
import { addTarget } from "../service-levels/index.ts";
import { listDevelopmentStatuses, listTicketTypes, saveStage } from "../ticket-types/index.ts";
import { changeFields } from "./actions/change-fields.ts";

describe("a count of tickets", () => {
  it("leads to the list of exactly those, which says by what it is narrowed", async () => {
    const { as, cast, context, open } = await startPortal();
    const { db } = context;
    const on = async (ticketId: number, changes: object) => act(db, cast.ann, changeFields, { ticketId, ...changes });
    const [backlog] = await listDevelopmentStatuses(db);
    const { targetId } = await act(db, cast.ada, addTarget, { firstResponse: "2 h", priority: "high" });
    const typeId = (await listTicketTypes(db)).find(({ key }) => key === "malfunction")!.id;
    for (const [nameEn, nameDe] of [
      ["Identify", "Identifizieren"],
      ["Solve", "Lösen"],
    ] as const)
      await act(db, cast.ada, saveStage, { ticketTypeId: typeId, nameEn, nameDe });
    const first = await open(cast.cy, { subject: "Counted" });
    await on(first.ticketId, { typeId });
    await on(first.ticketId, { priority: "high", developmentStatusId: backlog!.id });
    await db
      .updateTable("tickets")
      .set({ custom_fields: JSON.stringify({ affected: "everybody" }), stage: "solve" })
      .where("id", "=", first.ticketId)
      .execute();
    await on((await open(cast.cy, { subject: "Left out" })).ticketId, { typeId });
    const ada = await as(cast.ada);
    for (const [path, link, narrowed] of [
      ["/admin/development-statuses", /href="(\/desk\?development=\d+)">1 ticket</, "Development: Backlog"],
      [
        `/admin/development-statuses/${backlog!.id}`,
        /href="(\/desk\?development=\d+)">1 ticket</,
        "Development: Backlog",
      ],
      ["/admin/priorities", /href="(\/desk\?priority=high)">1 ticket</, "Counted"],
      [
        `/admin/ticket-types/${typeId}/form`,
        /href="(\/desk\?[^"]*answered=affected)">1 ticket</,
        "Answered: Who is affected?",
      ],
      [`/admin/ticket-types/${typeId}/procedure`, /href="(\/desk\?[^"]*stage=solve[^"]*)">1 ticket</, "Stage: Solve"],
      [`/admin/service-levels/${targetId}`, /href="(\/desk\?promise=\d+)">1 ticket</, "Deadline by: High"],
    ] as const) {
      const href = link.exec((await ada.get(path)).body)?.[1]?.replaceAll("&amp;", "&");
      const words = wordsOf(await ada.get(href ?? `no link on ${path}`));
      expect(words).toContain("Counted");
      expect(words).not.toContain("Left out");
      expect(words).toContain(narrowed);
    }
    // Tickets that were never moved on are in the first stage; what is over is counted in none.
    const procedure = `/admin/ticket-types/${typeId}/procedure`;
    const fresh = /href="(\/desk\?[^"]*stage=identify[^"]*)">1 ticket</.exec((await ada.get(procedure)).body)?.[1];
    const words = wordsOf(await ada.get(fresh?.replaceAll("&amp;", "&") ?? "no link"));
    expect(words).toContain("Left out");
    expect(words).not.toContain("Counted");
  });
});
