import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { choosePresets, presetKeys } from "../../src/features/presets/index.ts";
import { listTicketTypes } from "../../src/features/ticket-types/index.ts";
import { findTicketById, type Status, type TicketType } from "../../src/features/tickets/index.ts";
import { act } from "../../src/platform/act.ts";
import type { Agent, Customer } from "../../src/platform/actor.ts";
import type { Db } from "../../src/platform/db/db.ts";
import { now } from "../../src/platform/time.ts";
import { deskLabels, name, portalLabels } from "../../tools/ticket-machine/labels.ts";
import { buttonsOf, ticketMachine } from "../../tools/ticket-machine/sheet.ts";
import { shippedTypes } from "../../tools/ticket-machine/shipped-types.ts";
import { us } from "../support/cast.ts";
import { freshDb } from "../support/db.ts";
import { startPortal } from "../support/portal.ts";

/** What can be pressed on a page, as it is read; not what only opens or closes something on it. */
const pressable = (html: string): string[] =>
  [
    ...html
      .replace(/<(template|form method="dialog")[^]*?<\/(template|form)>/g, "")
      .matchAll(/<(button|summary|a)\b([^>]*)>([^]*?)<\/\1>/g),
  ]
    .filter(([, , attributes]) => !attributes?.includes('type="button"'))
    .map(([, , , inner]) =>
      (inner ?? "")
        .replace(/<svg[^]*?<\/svg>/g, "")
        .replace(/<[^>]+>/g, " ")
        .replaceAll(/\s+/g, " ")
        .trim(),
    );

/** Names stand in a label, and behind one that ends with a colon what is chosen now. */
const patternOf = (label: string): RegExp =>
  new RegExp(`^${RegExp.escape(label).replaceAll(RegExp.escape(name), ".+")}${label.endsWith(":") ? ".*" : ""}$`);

describe("docs/ticket-machine.md", () => {
  test("is current (node bin/run.mjs tools/write-ticket-machine.ts)", async () => {
    const { db } = await freshDb();
    const text = await ticketMachine(await shippedTypes(db));
    await expect(text).toMatchFileSnapshot(join(import.meta.dirname, "../../docs/ticket-machine.md"));
  });
});

/** Puts Cy's ticket, which is Tom's, there without the way that leads there. */
const put = async (db: Db, ticketId: number, { type, status }: { type: TicketType; status: Status }): Promise<void> => {
  const isOver = status === "closed" || status === "cancelled";
  await db
    .updateTable("tickets")
    .set({
      type_id: type.id,
      status,
      visibility: type.kind === "technical" ? "internal" : "public",
      submitted_at: status === "draft" ? null : now(),
      resolved_at: status === "resolved" || status === "closed" ? now() : null,
      closed_at: isOver ? now() : null,
    })
    .where("id", "=", ticketId)
    .execute();
  await db.deleteFrom("ticket_assignees").where("ticket_id", "=", ticketId).execute();
};

describe("the pages", { timeout: 240_000 }, () => {
  test.each(["service_request", "technical", "field_service", "second_level"])(
    "have the buttons that the sheet says, and no others: %s",
    async (key) => {
      const { context, cast, as, open } = await startPortal();
      const { db } = context;
      await act(db, us, choosePresets, { presets: [...presetKeys], overwrite: "on" });
      const type = (await listTicketTypes(db)).find((each) => each.key === key)!;
      const { ticketId, number } = await open(cast.cy, { cc: "eve@globex.example" });
      const access = { ticket_id: ticketId, environment: "Test", granted_by: cast.cy.personId, granted_at: now() };
      await db.insertInto("ticket_accesses").values(access).execute();
      const people = [cast.cy, cast.eve, cast.mia, cast.ann, cast.tom, cast.ada] as (Agent | Customer)[];
      const browsers = await Promise.all(people.map(async (person) => ({ person, browser: await as(person) })));
      for (const status of type.statuses) {
        await put(db, ticketId, { type, status });
        const assignee = { ticket_id: ticketId, person_id: cast.tom.personId, assigned_at: now() };
        if (status !== "draft" && status !== "open") await db.insertInto("ticket_assignees").values(assignee).execute();
        for (const { person, browser } of browsers) {
          const isDesk = person.kind === "agent";
          const page = await browser.get(`${isDesk ? "/desk/tickets" : "/requests"}/${number}`);
          const ticket = await findTicketById(db, person, ticketId);
          expect([status, person.name, page.status]).toEqual([status, person.name, ticket ? 200 : 404]);
          if (!ticket) continue;
          const texts = pressable(page.body);
          const offered = new Set([...buttonsOf(ticket, person).values()].map(({ en }) => en));
          const all = Object.values((isDesk ? deskLabels : portalLabels)(ticket, "en"));
          const found = [...new Set(all)].filter((label) => texts.some((text) => patternOf(label).test(text)));
          expect([status, person.name, found.toSorted()]).toEqual([status, person.name, [...offered].toSorted()]);
        }
      }
    },
  );
});
