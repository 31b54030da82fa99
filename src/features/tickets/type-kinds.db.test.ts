import { describe, expect, it } from "vitest";
import { perform } from "../../../test/support/cast.ts";
import { startPortal, wordsOf } from "../../../test/support/portal.ts";
import { scene } from "../../../test/support/scene.ts";
import { Conflict, Forbidden } from "../../platform/errors.ts";
import { listEvents } from "../../platform/events.ts";
import { addType, getTicketType, listTicketTypes } from "../ticket-types/index.ts";
import { changeTypeKind } from "./actions/change-type-kind.ts";
import { escalateTicket } from "./actions/escalate-ticket.ts";
import { findTicketByNumber } from "./store/tickets.ts";

describe("what tickets of a type are", () => {
  it(
    "is decided by the type's kind and by nothing else",
    scene(async ({ tx, cast: { ada, ann }, ticketId }) => {
      const { ticketTypeId } = await perform(tx, ada, addType, { nameEn: "Bug", nameDe: "Fehler", creators: "agents" });
      const escalate = () => perform(tx, ann, escalateTicket, { ticketId, subject: "It beeps", text: "Three times." });
      const technicalId = (await listTicketTypes(tx)).find(({ key }) => key === "technical")!.id;
      await perform(tx, ada, changeTypeKind, { ticketTypeId: technicalId, kind: "request" });
      await expect(escalate()).rejects.toThrow(Conflict);
      await expect(perform(tx, ann, changeTypeKind, { ticketTypeId, kind: "technical" })).rejects.toThrow(Forbidden);
      await perform(tx, ada, changeTypeKind, { ticketTypeId, kind: "technical" });
      const { technicalNumber } = await escalate();
      expect((await findTicketByNumber(tx, ann, technicalNumber))!.type.id).toBe(ticketTypeId);
    }),
  );

  it(
    "stays while tickets wait for each other, on either side",
    scene(async ({ tx, cast: { ada, ann }, ticketId, ticket }) => {
      const technicalId = (await listTicketTypes(tx)).find(({ kind }) => kind === "technical")!.id;
      await perform(tx, ann, escalateTicket, { ticketId, subject: "It beeps", text: "Three times." });
      const change = (ticketTypeId: number, kind: "request" | "technical") =>
        perform(tx, ada, changeTypeKind, { ticketTypeId, kind });
      await expect(change(technicalId, "request")).rejects.toThrow("tickets.kindInUse");
      await expect(change((await ticket()).type.id, "technical")).rejects.toThrow("tickets.kindInUse");
      await change(technicalId, "technical");
    }),
  );

  it("stands on the type's page with its meaning, its use and its changes", async () => {
    const { as, cast, context } = await startPortal();
    const { db } = context;
    const ada = await as(cast.ada);
    const at = "/admin/ticket-types/3";
    expect((await ada.get(at)).body).toMatch(/name="kind" value="request" checked/);
    expect((await ada.post(`${at}/kind`, { kind: "orders" })).status).toBe(422);
    expect((await ada.post(`${at}/kind`, { kind: "technical" })).location).toBe(at);
    const words = wordsOf(await ada.get(at));
    expect(words).toContain("Other tickets hang on one, are on hold meanwhile");
    expect((await getTicketType(db, 3)).kind).toBe("technical");
    expect(wordsOf(await ada.get("/admin/ticket-types"))).toContain("Service call Technical tickets");
    const [changed] = await listEvents(db, { kind: "ticket-type", id: 3 });
    expect(changed!.payload["changes"]).toMatchObject({ kind: { to: { en: "Technical tickets" } } });
  });
});
