import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { expect, test } from "vitest";
import { z } from "zod";
import { testContext } from "../../test/support/context.ts";
import { freshDb } from "../../test/support/db.ts";
import { drainJobs, enqueue, job, startJobs } from "./jobs.ts";
import { createLog } from "./log.ts";

test("stopping waits for the job that runs, and starts no other", async () => {
  const context = await testContext(await freshDb());
  const events: string[] = [];
  const slow = job({
    name: "test.slow",
    payload: z.object({ name: z.string() }),
    async run(_, { name }) {
      events.push(`${name} began`);
      await sleep(400);
      events.push(`${name} finished`);
    },
  });
  const stop = await startJobs(context, { jobs: [slow], schedule: [], concurrency: 1 });
  await enqueue(context.db, "test.slow", { name: "first" });
  await enqueue(context.db, "test.slow", { name: "second" });
  while (events.length === 0) await sleep(10);
  await stop();
  expect(events).toEqual(["first began", "first finished"]);

  const again = await startJobs(context, { jobs: [slow], schedule: [], concurrency: 1 });
  while (events.length < 4) await sleep(10);
  await again();
  expect(events.slice(2)).toEqual(["second began", "second finished"]);
});

/** The same pool, but the first `times` that a job is said to be done the connection breaks just then. */
const breaking = (pool: pg.Pool, times: number) => {
  let broken = 0;
  const connect = async (listener?: Parameters<pg.Pool["connect"]>[0]) => {
    if (listener) {
      pool.connect(listener);
      return;
    }
    const client = await pool.connect();
    const query = client.query.bind(client) as (...parameters: unknown[]) => Promise<unknown>;
    const breakingQuery = (...parameters: unknown[]) => {
      if (!/delete from.*_private_jobs/s.test(JSON.stringify(parameters[0])) || broken === times)
        return query(...parameters);
      broken++;
      return Promise.reject(
        Object.assign(new Error("terminating connection due to administrator command"), { code: "57P01" }),
      );
    };
    return Object.create(client, { query: { value: breakingQuery, configurable: true } }) as pg.PoolClient;
  };
  return {
    pool: Object.create(pool, { connect: { value: connect, configurable: true } }) as pg.Pool,
    broken: () => broken,
  };
};

test("a connection that breaks when a job is done ends nothing, and the job is done once", async () => {
  const context = await testContext(await freshDb());
  const done: string[] = [];
  const note = job({
    name: "test.note",
    payload: z.object({ name: z.string() }),
    run(_, { name }) {
      done.push(name);
      return Promise.resolve();
    },
  });
  const { pool, broken } = breaking(context.pool, 1);
  // Vitest fails a run in which a promise is rejected that nobody listens to, as Node ends a program then.
  const stop = await startJobs({ ...context, pool }, { jobs: [note], schedule: [], concurrency: 1 });
  await enqueue(context.db, "test.note", { name: "first" });
  const left = async () => (await context.pool.query("select from graphile_worker._private_jobs")).rowCount;
  await expect.poll(broken).toBe(1);
  expect(await left()).toBe(1);
  await enqueue(context.db, "test.note", { name: "second" });
  await expect.poll(left, { timeout: 15_000 }).toBe(0);
  await stop();
  expect(done).toEqual(["first", "second"]);
});

test("the log names jobs and their failures, and never says what is in them or how the database is reached", async () => {
  const lines: string[] = [];
  const context = await testContext(await freshDb());
  const log = createLog({ level: "debug", format: "json", write: (line) => lines.push(line) });
  const failing = job({
    name: "test.failing",
    payload: z.object({ word: z.string() }),
    run: () => Promise.reject(new Error("it does not work")),
  });
  await enqueue(context.db, "test.failing", { word: "open sesame" });
  await drainJobs({ ...context, log }, [failing]);
  const stop = await startJobs({ ...context, log }, { jobs: [failing], schedule: [], concurrency: 1 });
  await stop();
  const said = lines.join("");
  expect(said).toContain("test.failing");
  expect(said).toContain("it does not work");
  expect(said).not.toContain("open sesame");
  expect(said).not.toMatch(/Worker pool options|"job":/);
});
