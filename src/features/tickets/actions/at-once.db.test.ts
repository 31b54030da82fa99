import { describe, expect, test } from "vitest";
import { castOf, us } from "../../../../test/support/cast.ts";
import { freshDb } from "../../../../test/support/db.ts";
import { act, type Action } from "../../../platform/act.ts";
import type { Actor, Agent } from "../../../platform/actor.ts";
import type { Db } from "../../../platform/db/db.ts";
import { Conflict, Refusal } from "../../../platform/errors.ts";
import { listEvents } from "../../../platform/events.ts";
import type { z } from "zod";
import { actorOfPerson, addPerson } from "../../people/index.ts";
import type { Changes, Field, FieldValue } from "../rules/changes.ts";
import { listMessages } from "../store/messages.ts";
import { getTicket } from "../store/tickets.ts";
import { addNote } from "./add-note.ts";
import { addParticipant } from "./add-participant.ts";
import { addTask } from "./add-task.ts";
import { askCustomer } from "./ask-customer.ts";
import { assignTicket } from "./assign-ticket.ts";
import { changeFields } from "./change-fields.ts";
import { closeTicket } from "./close-ticket.ts";
import { escalateTicket } from "./escalate-ticket.ts";
import { holdTicket } from "./hold-ticket.ts";
import { mergeTicket } from "./merge-ticket.ts";
import { openTicket } from "./open-ticket.ts";
import { passOnTicket } from "./pass-on-ticket.ts";
import { replyToTicket } from "./reply-to-ticket.ts";
import { resolveTicket } from "./resolve-ticket.ts";
import { splitTicket } from "./split-ticket.ts";
import { takeTicket } from "./take-ticket.ts";
import { undoReply } from "./undo-reply.ts";
import { unmergeTicket } from "./unmerge-ticket.ts";

/** Seven at the desk and three customers, each on a connection of his own. */
const startTen = async () => {
  const { db } = await freshDb(12);
  const cast = await castOf(db);
  const more: Agent[] = [];
  for (const name of ["Ben", "Lea", "Ole"]) {
    const email = `${name.toLowerCase()}@desk.example`;
    const { personId } = await act(db, us, addPerson, { name, email, locale: "en", role: "member" });
    more.push((await actorOfPerson(db, personId)) as Agent);
  }
  const agents = [cast.ann, cast.mo, cast.ada, cast.tom, ...more];
  const open = (facts: Record<string, unknown> = {}) =>
    act(db, cast.cy, openTicket, { subject: "Printer", text: "It beeps.", ...facts });
  return { db, cast, agents, open };
};

type Ten = Awaited<ReturnType<typeof startTen>>;

/** What a field is at the end, as changes write it. */
const valueIn = (ticket: Awaited<ReturnType<typeof getTicket>>, field: Field): FieldValue => {
  if (field === "type") return ticket.type.id;
  if (field === "assigneeIds" || field === "participantIds") return [...ticket[field]].sort((a, b) => a - b);
  return field === "tags" ? [...ticket.tags].sort() : ticket[field];
};

/** One history: no version is missing or twice, each change begins where the last ended, and the row is the end of it. */
const expectOneHistory = async (db: Db, ticketId: number): Promise<void> => {
  const ticket = await getTicket(db, us, ticketId);
  const events = await listEvents(db, { kind: "ticket", id: ticketId });
  const versions = events.flatMap(({ payload }) =>
    typeof payload["version"] === "number" ? [payload["version"]] : [],
  );
  expect(versions).toEqual(versions.map((_, index) => index + 1));
  expect(ticket.version).toBe(versions.length);
  const last = new Map<Field, FieldValue>();
  for (const { payload, name } of events)
    for (const [field, { from, to }] of Object.entries((payload["changes"] ?? {}) as Changes) as [
      Field,
      { from: FieldValue; to: FieldValue },
    ][]) {
      if (last.has(field)) expect([name, field, from]).toEqual([name, field, last.get(field)]);
      last.set(field, to);
    }
  for (const [field, value] of last) expect([field, valueIn(ticket, field)]).toEqual([field, value]);
  // Every message stands at an event of this ticket, and none is lost.
  const ids = new Set(events.map(({ id }) => id));
  for (const { eventId } of await listMessages(db, ticketId)) expect(ids.has(eventId)).toBe(true);
};

/** Whoever loses is told so in words; nothing breaks. */
const expectRefusals = (results: readonly PromiseSettledResult<unknown>[]): void => {
  for (const each of results)
    if (each.status === "rejected") {
      expect(each.reason).toBeInstanceOf(Refusal);
      for (const locale of ["en", "de"] as const)
        expect((each.reason as Refusal).phrase.say(locale).length).toBeGreaterThan(10);
    }
};

const verb =
  <S extends z.ZodType, O>(db: Db, who: Actor, what: Action<S, O>, input: z.input<S>) =>
  () =>
    act(db, who, what, input);

/** Everything that ten people may do from pages that show the same ticket, one from each. */
const everything = async ({ db, cast, agents, open }: Ten) => {
  const { ticketId, number } = await open();
  const { messageId: second } = await act(db, cast.cy, replyToTicket, { ticketId, text: "It smokes, too." });
  const target = await open({ subject: "Other printer" });
  const { version } = await getTicket(db, cast.ann, ticketId);
  const [ann, mo, ada, tom, ben, lea, ole] = agents as [Agent, Agent, Agent, Agent, Agent, Agent, Agent];
  const { cy, cora, mia } = cast;
  const seen = { ticketId, version };
  const doing = [
    verb(db, ann, replyToTicket, { ticketId, text: "Is it on?", holdSeconds: 0, thenStatus: "waiting" }),
    verb(db, mo, addNote, { ticketId, text: "Ribbon." }),
    verb(db, ada, assignTicket, { ...seen, assigneeIds: [tom.personId] }),
    verb(db, tom, takeTicket, { ticketId }),
    verb(db, ben, resolveTicket, { ...seen, result: "New ribbon" }),
    verb(db, lea, closeTicket, { ...seen, reason: "Old" }),
    verb(db, ole, changeFields, { ...seen, subject: "Printer at gate 3", tags: "vip" }),
    verb(db, cy, replyToTicket, { ticketId, text: "Now it burns." }),
    verb(db, cora, replyToTicket, { ticketId, text: "Hello?" }),
    verb(db, mia, addParticipant, { ticketId, email: "cora@acme.example", name: "Cora" }),
    verb(db, ann, mergeTicket, { ...seen, number: target.number }),
    verb(db, mo, escalateTicket, { ...seen, subject: "Ribbon", text: "Sensor." }),
    verb(db, ada, passOnTicket, { ...seen, teamId: cast.secondLevel, reason: "Logs" }),
    verb(db, tom, holdTicket, { ...seen, reason: "Supplier" }),
    verb(db, ben, askCustomer, seen),
    verb(db, lea, addTask, { ticketId, title: "Call" }),
    verb(db, ole, splitTicket, { ticketId, messageId: second, subject: "Smoke" }),
    verb(db, mo, changeFields, { ...seen, priority: "high" }),
    verb(db, tom, changeFields, { ...seen, priority: "low" }),
    verb(db, ada, mergeTicket, { ticketId: target.ticketId, number }),
  ];
  return { ticketId, targetId: target.ticketId, doing };
};

/** A shuffle that the same number makes again. */
const shuffled = <T>(all: readonly T[], seed: number): T[] => {
  let state = seed;
  const next = (): number => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648);
  return all
    .map((each) => ({ each, at: next() }))
    .sort((one, other) => one.at - other.at)
    .map(({ each }) => each);
};

describe("ten people on one ticket at once", () => {
  test("with whatever they do, leave one history, and losers are told", { timeout: 120_000 }, async () => {
    const ten = await startTen();
    for (let seed = 1; seed <= 8; seed++) {
      const { ticketId, targetId, doing } = await everything(ten);
      const results = await Promise.allSettled(shuffled(doing, seed).map((each) => each()));
      expectRefusals(results);
      expect(results.filter(({ status }) => status === "fulfilled").length).toBeGreaterThan(4);
      for (const id of [ticketId, targetId]) await expectOneHistory(ten.db, id);
      const opened = await ten.db.selectFrom("tickets").select("id").where("id", ">", targetId).execute();
      for (const { id } of opened) await expectOneHistory(ten.db, id);
      const both = [await getTicket(ten.db, us, ticketId), await getTicket(ten.db, us, targetId)];
      expect(both.filter(({ mergedInto }) => mergedInto !== null).length).toBeLessThan(2);
    }
  });

  const same: [string, (ten: Ten, ticketId: number) => Promise<(() => Promise<unknown>)[]>][] = [
    [
      "resolving",
      async ({ db, agents }, ticketId) => {
        const { version } = await getTicket(db, us, ticketId);
        return agents.map((who) => verb(db, who, resolveTicket, { ticketId, version, result: who.name }));
      },
    ],
    ["taking", async ({ db, agents }, ticketId) => agents.map((who) => verb(db, who, takeTicket, { ticketId }))],
    [
      "merging",
      async ({ db, agents, open }, ticketId) => {
        const targets = [];
        for (const who of agents) targets.push({ who, target: await open() });
        return targets.map(({ who, target }) => verb(db, who, mergeTicket, { ticketId, number: target.number }));
      },
    ],
    [
      "escalating",
      async ({ db, agents }, ticketId) => {
        const { version } = await getTicket(db, us, ticketId);
        const order = { ticketId, version, subject: "Ribbon", text: "Sensor." };
        return agents.map((who) => verb(db, who, escalateTicket, order));
      },
    ],
    [
      "assigning",
      async ({ db, agents }, ticketId) => {
        const { version } = await getTicket(db, us, ticketId);
        return agents.map((who) => verb(db, who, assignTicket, { ticketId, version, assigneeIds: [who.personId] }));
      },
    ],
    [
      "changing the subject",
      async ({ db, agents }, ticketId) => {
        const { version } = await getTicket(db, us, ticketId);
        return agents.map((who) => verb(db, who, changeFields, { ticketId, version, subject: `By ${who.name}` }));
      },
    ],
  ];

  test.each(same)("all %s: one wins, and the others hear who changed what", { timeout: 60_000 }, async (_, prepare) => {
    const ten = await startTen();
    const { ticketId } = await ten.open();
    const doing = await prepare(ten, ticketId);
    const results = await Promise.allSettled(doing.map((each) => each()));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const each of results) if (each.status === "rejected") expect(each.reason).toBeInstanceOf(Conflict);
    await expectOneHistory(ten.db, ticketId);
  });

  test("all writing: nobody's words are refused or lost", { timeout: 60_000 }, async () => {
    const ten = await startTen();
    const { db, agents, cast } = ten;
    const { ticketId } = await ten.open();
    const replies = [...agents, cast.cy].map((who) =>
      verb(db, who, replyToTicket, { ticketId, text: `Words of ${who.name}`, holdSeconds: 0 }),
    );
    const notes = agents.map((who) => verb(db, who, addNote, { ticketId, text: `Note of ${who.name}` }));
    const results = await Promise.allSettled([...replies, ...notes].map((each) => each()));
    expect(results.filter(({ status }) => status === "rejected")).toEqual([]);
    expect(await listMessages(db, ticketId)).toHaveLength(1 + replies.length + notes.length);
    await expectOneHistory(db, ticketId);
  });

  test("merging, undoing it, answering and taking an answer back cross each other", { timeout: 60_000 }, async () => {
    const ten = await startTen();
    const { db, agents, cast, open } = ten;
    const [ann, mo, ada, tom] = agents as [Agent, Agent, Agent, Agent];
    for (let round = 0; round < 5; round++) {
      const one = await open();
      const two = await open();
      await act(db, ann, mergeTicket, { ticketId: one.ticketId, number: two.number });
      const held = await act(db, mo, replyToTicket, { ticketId: two.ticketId, text: "Wait.", thenStatus: "waiting" });
      const results = await Promise.allSettled([
        act(db, ada, unmergeTicket, { ticketId: one.ticketId }),
        act(db, tom, unmergeTicket, { ticketId: one.ticketId }),
        act(db, mo, undoReply, { messageId: held.messageId }),
        act(db, cast.cy, replyToTicket, { ticketId: one.ticketId, text: "Hello?" }),
        act(db, ann, closeTicket, { ticketId: two.ticketId }),
        act(db, tom, addNote, { ticketId: one.ticketId, text: "Still here." }),
      ]);
      expectRefusals(results);
      for (const { ticketId } of [one, two]) await expectOneHistory(db, ticketId);
      expect((await getTicket(db, us, one.ticketId)).mergedInto).toBeNull();
      const said = [...(await listMessages(db, one.ticketId)), ...(await listMessages(db, two.ticketId))];
      expect(said.filter(({ text }) => text === "Hello?")).toHaveLength(1);
    }
  });
});
