import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { actorOfPerson } from "../../src/features/people/index.ts";
import type { Actor } from "../../src/platform/actor.ts";
import type { Context } from "../../src/platform/context.ts";
import type { Feature } from "../../src/platform/feature.ts";
import { formOf } from "../../src/platform/http/form.ts";
import type { Ask } from "../../src/platform/http/route.ts";
import { notify } from "../../src/platform/live.ts";
import { liveRoute } from "../../src/surfaces/live.ts";
import { castOf } from "../support/cast.ts";
import { testContext } from "../support/context.ts";
import { freshDb } from "../support/db.ts";

const rooms: Feature = {
  name: "rooms",
  watch: { room: (_context, actor, id) => Promise.resolve(actor.kind === "agent" && id === "7") },
};

const askOf = (context: Context, actor: Actor, query: string): Ask => ({
  context,
  actor,
  params: {},
  query: new URLSearchParams(query),
  form: formOf({}),
  url: `/live?${query}`,
  path: "/live",
  baseUrl: context.baseUrl,
  ip: "127.0.0.1",
  headers: {},
  cookies: {},
  nonce: "n",
  flash: undefined,
});

const watching = async (context: Context, actor: Actor) => {
  const answer = await liveRoute([rooms]).run(askOf(context, actor, "topic=room:7"));
  if (answer.kind !== "stream") throw new Error("no stream");
  const told: string[] = [];
  const close = answer.open((text) => told.push(text));
  return { told, close };
};

const heard = async (context: Context, told: string[]): Promise<number> => {
  await notify(context.db, ["room:7", "room:8"]);
  await sleep(300);
  return told.length;
};

it("tells which topic has changed, and nothing about it", async () => {
  const context = await testContext(await freshDb());
  const { ann } = await castOf(context.db);
  const { told, close } = await watching(context, await actorOfPerson(context.db, ann.personId));
  expect(await heard(context, told)).toBe(1);
  expect(told).toEqual(['event: refresh\ndata: {"topic":"room:7"}\n\n']);
  close();
  expect(await heard(context, told)).toBe(1);
});

it("does not open for topics that the person may not watch, or that nobody knows", async () => {
  const context = await testContext(await freshDb());
  const { ann, cy } = await castOf(context.db);
  const open = async (personId: number, query: string) =>
    liveRoute([rooms]).run(askOf(context, await actorOfPerson(context.db, personId), query));
  await expect(open(cy.personId, "topic=room:7")).rejects.toThrow("notFound");
  await expect(open(ann.personId, "topic=room:7&topic=room:8")).rejects.toThrow("notFound");
  await expect(open(ann.personId, "topic=cellar:1")).rejects.toThrow("notFound");
  await expect(open(ann.personId, "")).rejects.toThrow("notFound");
});

it("falls silent when the person loses the right, or the account, while the page is open", async () => {
  const context = await testContext(await freshDb());
  const { ann, tom } = await castOf(context.db);
  for (const { personId, change } of [
    { personId: ann.personId, change: { role: "customer" } as const },
    { personId: tom.personId, change: { deactivated_at: new Date() } },
  ]) {
    const { told, close } = await watching(context, await actorOfPerson(context.db, personId));
    expect(await heard(context, told)).toBe(1);
    await context.db.updateTable("people").set(change).where("id", "=", personId).execute();
    expect(await heard(context, told)).toBe(1);
    close();
  }
});
