import { afterEach, expect, test } from "vitest";
import { castOf } from "../../../test/support/cast.ts";
import { testContext } from "../../../test/support/context.ts";
import { freshDb } from "../../../test/support/db.ts";
import { act } from "../../platform/act.ts";
import type { Actor } from "../../platform/actor.ts";
import { drainJobs } from "../../platform/jobs.ts";
import { eventJobs, getEvent } from "../../platform/events.ts";
import { after, now, useClock } from "../../platform/time.ts";
import { openTicket } from "./actions/open-ticket.ts";
import { replyToTicket } from "./actions/reply-to-ticket.ts";
import { undoReply } from "./actions/undo-reply.ts";
import { addNote } from "./actions/add-note.ts";
import { announceReplyJob, announceReplyLater } from "./effects/announce-reply.ts";
import { parseFilter } from "./filter.ts";
import { listTickets } from "./store/lists.ts";
import { ticketTopics } from "./topics.ts";

let restore: (() => void) | undefined;
afterEach(() => restore?.());
const letPass = (milliseconds: number) => {
  const at = after(now(), milliseconds);
  restore?.();
  restore = useClock(() => at);
};

const openScene = async () => {
  const context = await testContext(await freshDb());
  const cast = await castOf(context.db);
  const { ticketId } = await act(context.db, cast.cy, openTicket, { subject: "Printer", text: "It beeps." });
  const heard: string[] = [];
  const topics = [
    `ticket:${ticketId}`,
    "queue",
    `requests:${cast.cy.personId}`,
    `requests:${cast.eve.personId}`,
    `organisation-requests:${cast.acme}`,
  ];
  context.live.subscribe(topics, (topic) => heard.push(topic));
  /** What was said on the topics since the last call. */
  const said = async (): Promise<string[]> => {
    // Notifications arrive in order: once this one is here, all before it are.
    await new Promise<void>((resolve) => {
      const stop = context.live.subscribe(["test:done"], () => {
        stop();
        resolve();
      });
      void context.pool.query("select pg_notify('live', 'test:done')");
    });
    return heard.splice(0);
  };
  return { ...cast, context, ticketId, said };
};

test("customers' lists wake for what customers see, the desk's for everything", async () => {
  const { context, ann, cy, acme, ticketId, said } = await openScene();
  await said();
  await act(context.db, ann, addNote, { ticketId, text: "Hm." });
  expect(await said()).toEqual([`ticket:${ticketId}`, "queue"]);
  await act(context.db, cy, replyToTicket, { ticketId, text: "Hello?" });
  expect(await said()).toEqual([
    `ticket:${ticketId}`,
    "queue",
    `requests:${cy.personId}`,
    `organisation-requests:${acme}`,
  ]);
});

test("an answer that can no longer be taken back is announced to the customers, and found by them", async () => {
  const { context, ann, cy, acme, ticketId, said } = await openScene();
  const { db } = context;
  const { eventId, messageId } = await act(db, ann, replyToTicket, { ticketId, text: "Ribbon used up." });
  await announceReplyLater.run(context, await getEvent(db, eventId));
  await said();
  const found = async () =>
    (await listTickets(db, cy, { filter: parseFilter(new URLSearchParams("q=ribbon")) })).tickets.length;
  await announceReplyJob.run(context, { messageId });
  expect([await found(), await said()]).toEqual([0, []]);
  letPass(10_000);
  await announceReplyJob.run(context, { messageId });
  expect(await found()).toBe(1);
  expect(await said()).toEqual([`ticket:${ticketId}`, `requests:${cy.personId}`, `organisation-requests:${acme}`]);
});

test("an answer that was taken back is never announced", async () => {
  const { context, ann, ticketId, said } = await openScene();
  const { messageId } = await act(context.db, ann, replyToTicket, { ticketId, text: "Ribbon used up." });
  await act(context.db, ann, undoReply, { messageId });
  await said();
  letPass(10_000);
  await announceReplyJob.run(context, { messageId });
  expect(await said()).toEqual([]);
});

test("the announcement is made through the queue, when its time has come", async () => {
  const { context, ann, ticketId, said } = await openScene();
  await act(context.db, ann, replyToTicket, { ticketId, text: "Ribbon used up.", holdSeconds: 1 });
  await said();
  const jobs = [...eventJobs({ "ticket.replied": [announceReplyLater], "ticket.opened": [] }), announceReplyJob];
  await drainJobs(context, jobs);
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  await drainJobs(context, jobs);
  expect(await said()).toContain(`ticket:${ticketId}`);
});

test("who may watch what", async () => {
  const { context, ann, cy, cora, eve, acme, ticketId } = await openScene();
  const may = async (actor: Actor, topic: string) => {
    const [kind = "", id = ""] = topic.split(":");
    return (await ticketTopics[kind]?.(context, actor, id)) ?? false;
  };
  const allowed = async (topic: string) => {
    const people = { ann, cy, cora, eve };
    const answers = await Promise.all(Object.values(people).map((actor) => may(actor, topic)));
    return Object.keys(people).filter((_, index) => answers[index]);
  };
  expect(await allowed(`ticket:${ticketId}`)).toEqual(["ann", "cy", "cora"]);
  expect(await allowed("ticket:999")).toEqual([]);
  expect(await allowed("ticket:1 or true")).toEqual([]);
  expect(await allowed("queue")).toEqual(["ann"]);
  expect(await allowed(`presence:${ticketId}`)).toEqual(["ann"]);
  expect(await allowed(`requests:${cy.personId}`)).toEqual(["cy"]);
  expect(await allowed(`organisation-requests:${acme}`)).toEqual(["cy", "cora"]);
});
