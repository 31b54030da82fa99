import { describe, expect, test } from "vitest";
import { castIn, castOf, perform, somebody, us, type Cast } from "../../../../test/support/cast.ts";
import { freshDb, inRollback } from "../../../../test/support/db.ts";
import { act } from "../../../platform/act.ts";
import type { Tx } from "../../../platform/db/db.ts";
import { Forbidden, Invalid, NotFound } from "../../../platform/errors.ts";
import { findPersonByEmail } from "../../people/index.ts";
import { listTimeline } from "../store/timeline.ts";
import { getTicket, listTicketsByMailIds } from "../store/tickets.ts";
import { openTicket } from "./open-ticket.ts";

const onDesk = (run: (tx: Tx, cast: Cast) => Promise<void>) => () =>
  inRollback(async (tx) => run(tx, await castIn(tx)));

const printer = { subject: "The printer prints nothing", text: "It only beeps." };

describe("a customer", () => {
  test(
    "opens a ticket for himself: open, public, with his only organisation and the usual priority",
    onDesk(async (tx, { cy, acme }) => {
      const { ticketId, number } = await perform(tx, cy, openTicket, printer);
      const ticket = await getTicket(tx, cy, ticketId);
      expect(number).toBe(10_001);
      expect(ticket).toMatchObject({
        number,
        status: "open",
        visibility: "public",
        priority: "medium",
        requesterId: cy.personId,
        openedBy: cy.personId,
        organisationId: acme,
        channel: "portal",
        lastMessageBy: "customer",
        assigneeIds: [],
        version: 1,
      });
      expect(ticket.type.key).toBe("service_request");
    }),
  );

  test(
    "finds his words in the timeline, with the files",
    onDesk(async (tx, { cy }) => {
      const file = { file: "a".repeat(64), name: "bild.png", type: "image/png", size: 812 };
      const { ticketId } = await perform(tx, cy, openTicket, { ...printer, attachments: [file] });
      const entries = await listTimeline(tx, cy, await getTicket(tx, cy, ticketId));
      expect(entries).toHaveLength(1);
      expect(entries[0]).toMatchObject({
        name: "ticket.opened",
        actor: { kind: "customer", name: "Cy" },
        message: { text: "It only beeps.", authorName: "Cy", side: "customer", attachments: [file] },
      });
    }),
  );

  test(
    "may ask for a colleague, but not for a stranger, nor in a stranger's organisation",
    onDesk(async (tx, { cy, cora, eve, globex }) => {
      const { ticketId } = await perform(tx, cy, openTicket, { ...printer, requesterId: cora.personId });
      expect((await getTicket(tx, cora, ticketId)).requesterId).toBe(cora.personId);
      await expect(perform(tx, cy, openTicket, { ...printer, requesterId: eve.personId })).rejects.toThrow(Invalid);
      await expect(perform(tx, cy, openTicket, { ...printer, organisationId: globex })).rejects.toThrow(Invalid);
    }),
  );

  test(
    "cannot decide what is the desk's: visibility, team, assignees, tags, types that are not for customers",
    onDesk(async (tx, { cy, tom, secondLevel }) => {
      const wishes = {
        visibility: "internal",
        teamId: secondLevel,
        assigneeIds: [tom.personId],
        tags: ["vip"],
      } as const;
      const { ticketId } = await perform(tx, cy, openTicket, { ...printer, ...wishes });
      expect(await getTicket(tx, cy, ticketId)).toMatchObject({
        visibility: "public",
        teamId: null,
        assigneeIds: [],
        tags: [],
        status: "open",
      });
      await expect(perform(tx, cy, openTicket, { ...printer, typeKey: "technical" })).rejects.toThrow(Invalid);
    }),
  );

  test(
    "puts people in CC by address, known or not, but not himself",
    onDesk(async (tx, { cy, cora }) => {
      const cc = "Cora@acme.example; Nora New <nora@acme.example>, cy@acme.example";
      const { ticketId } = await perform(tx, cy, openTicket, { ...printer, cc });
      const nora = await findPersonByEmail(tx, "nora@acme.example");
      expect(nora).toMatchObject({ name: "Nora New", hasAccount: false });
      expect((await getTicket(tx, cy, ticketId)).participantIds.toSorted()).toEqual(
        [cora.personId, nora?.id ?? 0].toSorted(),
      );
    }),
  );

  test(
    "is told at the field what is missing or wrong",
    onDesk(async (tx, { cy }) => {
      const refused = async (input: Record<string, unknown>) => {
        const error: unknown = await perform(tx, cy, openTicket, input as never).catch((e: unknown) => e);
        expect(error).toBeInstanceOf(Invalid);
        return Object.fromEntries(Object.entries((error as Invalid).fields).map(([name, { key }]) => [name, key]));
      };
      expect(await refused({ text: "x" })).toEqual({ subject: "platform.required" });
      expect(await refused({ subject: "x", text: " " })).toEqual({ text: "tickets.nothingWritten" });
      expect(await refused({ ...printer, cc: "nobody" })).toEqual({ cc: "platform.notAnAddress" });
      expect(await refused({ ...printer, priority: "urgent" })).toEqual({ priority: "platform.notAChoice" });
    }),
  );
});

describe("the desk", () => {
  test(
    "writes down a call in the caller's name, assigned at once",
    onDesk(async (tx, { ann, cy, tom }) => {
      const { ticketId } = await perform(tx, ann, openTicket, {
        ...printer,
        channel: "telephone",
        requesterId: cy.personId,
        assigneeIds: [tom.personId],
      });
      const ticket = await getTicket(tx, ann, ticketId);
      expect(ticket).toMatchObject({ status: "assigned", requesterId: cy.personId, openedBy: ann.personId });
      const [entry] = await listTimeline(tx, ann, ticket);
      expect(entry).toMatchObject({ actor: { name: "Ann" }, message: { authorName: "Cy", side: "customer" } });
    }),
  );

  test(
    "opens for somebody who is not known yet, and keeps customers out of an internal ticket",
    onDesk(async (tx, { ann, cy }) => {
      const { ticketId } = await perform(tx, ann, openTicket, {
        ...printer,
        requester: { name: "Nora New", email: "nora@new.example" },
      });
      expect((await getTicket(tx, ann, ticketId)).organisationId).toBeNull();
      const internal = await perform(tx, ann, openTicket, {
        ...printer,
        requesterId: cy.personId,
        visibility: "internal",
      });
      await expect(getTicket(tx, cy, internal.ticketId)).rejects.toThrow(NotFound);
    }),
  );

  test(
    "assigns only who works there",
    onDesk(async (tx, { ann, cora }) => {
      const input = { ...printer, assigneeIds: [cora.personId] };
      await expect(perform(tx, ann, openTicket, input)).rejects.toThrow(Invalid);
    }),
  );
});

test(
  "visitors open nothing, and the program only in somebody's name",
  onDesk(async (tx) => {
    await expect(perform(tx, somebody, openTicket, printer)).rejects.toThrow(Forbidden);
    await expect(perform(tx, us, openTicket, printer)).rejects.toThrow(Invalid);
  }),
);

test(
  "a mail may say nothing but its subject, and is found again by its Message-ID",
  onDesk(async (tx, { cy }) => {
    const input = { subject: "Help", channel: "mail", mailMessageId: "<1@acme.example>" } as const;
    const { ticketId } = await perform(tx, cy, openTicket, input);
    expect((await listTicketsByMailIds(tx, ["<0@x>", "<1@acme.example>"])).map(({ id }) => id)).toEqual([ticketId]);
    expect(await listTicketsByMailIds(tx, ["<2@acme.example>"])).toEqual([]);
  }),
);

describe("numbers", () => {
  test("have no gaps and no doubles, also when many open at once and some fail", async () => {
    const { db } = await freshDb();
    const { cy } = await castOf(db);
    const attempts = Array.from({ length: 12 }, (_, index) =>
      act(db, cy, openTicket, { ...printer, ...(index % 3 === 0 && { organisationId: 999_999 }) }),
    );
    const opened = (await Promise.allSettled(attempts)).flatMap((each) =>
      each.status === "fulfilled" ? [each.value.number] : [],
    );
    expect(opened.toSorted()).toEqual([10_001, 10_002, 10_003, 10_004, 10_005, 10_006, 10_007, 10_008]);
  });

  test("a form that is sent twice opens one ticket", async () => {
    const { db } = await freshDb();
    const { cy } = await castOf(db);
    const once = "7b0b4a53-91a4-4c0e-8f26-6a7f3a1c8f11";
    const both = await Promise.all([1, 2].map(() => act(db, cy, openTicket, printer, { once })));
    expect(both[0]).toEqual(both[1]);
  });
});
