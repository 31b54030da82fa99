import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { z } from "zod";
import { testContext } from "../../test/support/context.ts";
import { freshDb } from "../../test/support/db.ts";
import { enqueue, job, startJobs } from "./jobs.ts";

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
