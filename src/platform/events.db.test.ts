import { describe, expect, it } from "vitest";
import { z } from "zod";
import { testContext } from "../../test/support/context.ts";
import { freshDb } from "../../test/support/db.ts";
import { act, action } from "./act.ts";
import { system } from "./actor.ts";
import { eventJobs, record, type Effects } from "./events.ts";
import { drainJobs } from "./jobs.ts";

const us = system("test");
const happen = action({
  name: "test.happen",
  description: "Records one event, and may fail after it.",
  input: z.object({ fail: z.boolean().default(false) }),
  async run(tx, actor, { fail }) {
    const id = await record(tx, actor, {
      name: "thing.happened",
      subject: { kind: "thing", id: 7 },
      payload: { why: "a test" },
      topics: ["things"],
    });
    if (fail) throw new Error("after the event");
    return id;
  },
});

const waitFor = async (condition: () => boolean): Promise<void> => {
  const until = Date.now() + 5_000;
  while (!condition() && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 10));
};

describe("events", () => {
  it("run each effect once, as a job of its own, with the event as it was recorded", async () => {
    const context = await testContext(await freshDb());
    const seen: string[] = [];
    const effects: Effects = {
      "thing.happened": ["first", "second"].map((name) => ({
        name,
        run: (_context, event) => {
          seen.push(`${name} ${event.subject.kind} ${event.subject.id} ${JSON.stringify(event.payload)}`);
          return Promise.resolve();
        },
      })),
    };
    await act(context.db, us, happen, {});
    await drainJobs(context, eventJobs(effects));
    expect(seen.sort()).toEqual(['first thing 7 {"why":"a test"}', 'second thing 7 {"why":"a test"}']);
  });

  it("do not hold up each other: one that fails is tried again alone", async () => {
    const context = await testContext(await freshDb());
    const seen: string[] = [];
    const effects: Effects = {
      "thing.happened": [
        { name: "broken", run: () => Promise.reject(new Error("mail server away")) },
        { name: "fine", run: () => Promise.resolve(void seen.push("fine")) },
      ],
    };
    await act(context.db, us, happen, {});
    await drainJobs(context, eventJobs(effects));
    expect(seen).toEqual(["fine"]);
    const waiting = await context.pool.query("select attempts, last_error from graphile_worker.jobs");
    expect(waiting.rows).toMatchObject([
      { attempts: 1, last_error: expect.stringContaining("mail server away") as string },
    ]);
  });

  it("neither deliver nor wake anybody when the change is taken back", async () => {
    const context = await testContext(await freshDb());
    const woken: string[] = [];
    context.live.subscribe(["thing:7", "things", "end"], (topic) => void woken.push(topic));
    await expect(act(context.db, us, happen, { fail: true })).rejects.toThrow("after the event");
    await context.pool.query("select pg_notify('live', 'end')");
    await waitFor(() => woken.includes("end"));
    expect(woken).toEqual(["end"]);
    expect((await context.pool.query("select 1 from graphile_worker.jobs")).rowCount).toBe(0);
  });

  it("wake those who watch the subject or the named topics, and nobody else", async () => {
    const context = await testContext(await freshDb());
    const woken: string[] = [];
    context.live.subscribe(["thing:7", "things"], (topic) => void woken.push(topic));
    context.live.subscribe(["thing:8"], (topic) => void woken.push(topic));
    await act(context.db, us, happen, {});
    await waitFor(() => woken.length >= 2);
    expect(woken.sort()).toEqual(["thing:7", "things"]);
  });

  it("wake everybody after the database was away, because nobody knows what was missed", async () => {
    const context = await testContext(await freshDb());
    const woken: string[] = [];
    context.live.subscribe(["thing:7"], (topic) => void woken.push(topic));
    await context.pool.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'listen%' and datname = current_database()",
    );
    await waitFor(() => woken.length > 0);
    expect(woken).toEqual(["thing:7"]);
  });
});
