import { setTimeout as sleep } from "node:timers/promises";
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
