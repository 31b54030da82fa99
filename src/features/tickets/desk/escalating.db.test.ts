import { describe, expect, it } from "vitest";
import { perform } from "../../../../test/support/cast.ts";
import { startPortal, wordsOf } from "../../../../test/support/portal.ts";
import { endType, listTicketTypes } from "../../ticket-types/index.ts";

const start = async (typeKey: string) => {
  const house = await startPortal();
  const { context, cast, as, open } = house;
  const { number } = await open(cast.ann, { typeKey, requesterId: cast.cy.personId });
  const ann = await as(cast.ann);
  const path = `/desk/tickets/${number}`;
  const isOffered = async () => (await ann.get(path)).body.includes("do=escalate");
  const dialog = async () => (await ann.get(`${path}?do=escalate`)).body.includes(`${path}/escalate"`);
  const types = await listTicketTypes(context.db);
  const end = (key: string, to: "retire" | "restore") =>
    context.db
      .transaction()
      .execute((tx) =>
        perform(tx, cast.ada, endType, { ticketTypeId: types.find((type) => type.key === key)!.id, to }),
      );
  return { ...house, path, isOffered, dialog, end };
};

describe("escalating is offered", () => {
  it("only where somebody could take it: with a type for technical tickets in use", async () => {
    const { isOffered, dialog, end, as, cast } = await start("service_request");
    expect([await isOffered(), await dialog()]).toEqual([true, true]);
    const ada = await as(cast.ada);
    expect(wordsOf(await ada.get("/admin/ticket-types"))).not.toContain("agents are not offered to escalate");
    await end("technical", "retire");
    expect([await isOffered(), await dialog()]).toEqual([false, false]);
    expect(wordsOf(await ada.get("/admin/ticket-types"))).toContain("agents are not offered to escalate");
  });

  it("neither for technical support's own tickets, nor where the type knows no waiting for it", async () => {
    expect(await (await start("technical")).isOffered()).toBe(false);
    expect(await (await start("field_service")).isOffered()).toBe(false);
  });
});
