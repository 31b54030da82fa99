import type pg from "pg";
import { expect, onTestFinished, test } from "vitest";
import { freshDb } from "../../test/support/db.ts";
import { silentLog } from "../../test/support/log.ts";
import { enqueue } from "./jobs.ts";
import { freeDeadWorkersJobs, openWorkerLocks } from "./job-locks.ts";

const takenBy = async (worker: string, secondsAgo: number) => {
  const { db, pool } = await freshDb();
  await enqueue(db, "test.job", {});
  await pool.query(
    "update graphile_worker._private_jobs set locked_by = $1, locked_at = now() - make_interval(secs => $2)",
    [worker, secondsAgo],
  );
  const isLocked = async () =>
    (await pool.query<{ locked: boolean }>("select locked_at is not null as locked from graphile_worker._private_jobs"))
      .rows[0]!.locked;
  return { pool, isLocked };
};

/** Processes of PostgreSQL whose client says that a worker lives. */
const holders = async (pool: pg.Pool): Promise<number[]> => {
  const { rows } = await pool.query<{ pid: number }>(
    `select pid from pg_locks join pg_database on pg_database.oid = database
     where locktype = 'advisory' and granted and datname = current_database()`,
  );
  return rows.map(({ pid }) => pid);
};

test("a job whose worker is gone is given back", async () => {
  const { pool, isLocked } = await takenBy("worker-gone", 60);
  expect(await freeDeadWorkersJobs(pool)).toEqual(["worker-gone"]);
  expect(await isLocked()).toBe(false);
});

test("a job that was taken just now is left to its worker, which may be about to say that it lives", async () => {
  const { pool, isLocked } = await takenBy("worker-new", 5);
  expect(await freeDeadWorkersJobs(pool)).toEqual([]);
  expect(await isLocked()).toBe(true);
});

test("a job of a worker that lives is left to it, however long it takes; when its process ends it is given back", async () => {
  const { pool, isLocked } = await takenBy("worker-slow", 7_200);
  // Its own look at the start must not take the worker for dead either, so the worker says first that it lives.
  await pool.query("update graphile_worker._private_jobs set locked_at = now()");
  const locks = await openWorkerLocks(pool, silentLog);
  locks.hold("worker-slow");
  await expect.poll(async () => (await holders(pool)).length).toBe(1);
  await pool.query("update graphile_worker._private_jobs set locked_at = now() - interval '2 hours'");
  await expect.poll(() => freeDeadWorkersJobs(pool)).toEqual([]);
  expect(await isLocked()).toBe(true);
  await locks.stop();
  await expect.poll(() => freeDeadWorkersJobs(pool)).toEqual(["worker-slow"]);
  expect(await isLocked()).toBe(false);
});

test("starting gives back what a killed process left behind", async () => {
  const { pool, isLocked } = await takenBy("worker-killed", 60);
  const locks = await openWorkerLocks(pool, silentLog);
  onTestFinished(() => locks.stop());
  expect(await isLocked()).toBe(false);
});

test("a process that loses its connection says anew that its workers live", async () => {
  const { pool, isLocked } = await takenBy("worker-mine", 0);
  const locks = await openWorkerLocks(pool, silentLog, { checkEvery: 50 });
  onTestFinished(() => locks.stop());
  locks.hold("worker-mine");
  await expect.poll(async () => (await holders(pool)).length).toBe(1);
  const [before] = await holders(pool);
  await pool.query("select pg_terminate_backend($1)", [before]);
  await expect.poll(async () => (await holders(pool)).map((pid) => pid !== before)).toEqual([true]);
  await pool.query("update graphile_worker._private_jobs set locked_at = now() - interval '2 hours'");
  expect(await freeDeadWorkersJobs(pool)).toEqual([]);
  expect(await isLocked()).toBe(true);
});
