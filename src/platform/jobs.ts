import { EventEmitter } from "node:events";
import { run, runMigrations, runOnce, parseCronItems, Logger, type TaskList, type WorkerEvents } from "graphile-worker";
import { sql } from "kysely";
import type { z } from "zod";
import type { Context } from "./context.ts";
import type { Reader } from "./db/db.ts";
import { openWorkerLocks } from "./job-locks.ts";
import { patient } from "./job-pool.ts";

/** A piece of work outside the request: its payload is ids, it loads and checks again, it may run more than once. */
export interface Job {
  name: string;
  run(context: Context, payload: unknown): Promise<void>;
}

interface JobDefinition<S extends z.ZodType> {
  name: string;
  payload: S;
  run(context: Context, payload: z.output<S>): Promise<void>;
}

export const job = <S extends z.ZodType>(definition: JobDefinition<S>): Job => ({
  name: definition.name,
  run: (context, payload) => definition.run(context, definition.payload.parse(payload)),
});

/** A job that the clock starts. `cron` as in crontab(5), in UTC; a missed run is not made up for. */
export interface Recurring {
  cron: string;
  job: Job;
}

interface EnqueueOptions {
  /** Not before this time; at once when missing. */
  at?: Date | undefined;
  /** A waiting job with the same key is replaced instead of doubled. */
  key?: string;
  /** Tries in all, with exponential backoff between them (e^n seconds). 25 reach over about 3 days. */
  maxAttempts?: number;
}

/** Puts a job into the queue, in the transaction that is given: without the commit there is no job. */
export const enqueue = async (db: Reader, name: string, payload: unknown, options?: EnqueueOptions): Promise<void> => {
  await sql`select ${enqueuing(name, payload, options)}`.execute(db);
};

/** The same as an expression, for a statement that does more. */
export const enqueuing = (
  name: string,
  payload: unknown,
  { at, key, maxAttempts = 25 }: EnqueueOptions = {},
) => sql`graphile_worker.add_job(
  identifier => ${name}, payload => ${JSON.stringify(payload)}::json, run_at => ${at ?? null}::timestamptz,
  job_key => ${key ?? null}, max_attempts => ${maxAttempts}::int
)`;

/** Takes everything that waits in the queue as done. For a history that is told and not lived, as the demo's. */
export const completeJobs = async (db: Reader): Promise<void> => {
  await sql`select graphile_worker.complete_jobs(coalesce(array_agg(id), '{}')) from graphile_worker.jobs`.execute(db);
};

/** Creates or updates the queue's own tables. */
export const migrateJobs = (context: Pick<Context, "pool" | "log">): Promise<void> =>
  runMigrations({ pgPool: context.pool, logger: loggerOf(context) });

const tasksOf = (context: Context, jobs: readonly Job[]): TaskList =>
  Object.fromEntries(jobs.map((each) => [each.name, (payload: unknown) => each.run(context, payload)]));

/**
 * The queue would print whole jobs with their payloads, and at its start the pool with the database's password: of what
 * it hands over only names and numbers are logged, and the error.
 */
const loggerOf = ({ log }: Pick<Context, "log">): Logger =>
  new Logger(({ workerId, taskIdentifier, jobId }) => (level, message, meta) => {
    if (message.startsWith("Worker pool options")) return;
    const details = { workerId, taskIdentifier, jobId, ...(meta["error"] !== undefined && { err: meta["error"] }) };
    if (level === "error") log.error(details, message);
    else if (level === "warning") log.warn(details, message);
    else log.debug(details, message);
  });

/** Starts working the queue. The returned function lets running jobs finish (at most 15 s), then resolves. */
export const startJobs = async (
  context: Context,
  { jobs, schedule, concurrency }: { jobs: readonly Job[]; schedule: readonly Recurring[]; concurrency: number },
): Promise<() => Promise<void>> => {
  const locks = await openWorkerLocks(context.pool, context.log);
  const events: WorkerEvents = new EventEmitter();
  events.on("worker:create", ({ worker }) => locks.hold(worker.workerId));
  const runner = await run({
    events,
    pgPool: patient(context.pool),
    logger: loggerOf(context),
    taskList: tasksOf(context, [...jobs, ...schedule.map((entry) => entry.job)]),
    parsedCronItems: parseCronItems(
      schedule.map(({ cron, job: { name } }) => ({ task: name, match: cron, identifier: name })),
    ),
    concurrency,
    pollInterval: 1_000,
    noHandleSignals: true,
  });
  // The runner's promise rejects when it is ended by force; whoever stops it hears of that.
  const ended = runner.promise.catch((error: unknown) => {
    context.log.error({ err: error }, "the job runner ended");
  });
  return async () => {
    await runner.stop();
    await ended;
    await locks.stop();
  };
};

/** Works everything that is due, including what that work enqueues, then returns. For tests and the command line. */
export const drainJobs = (context: Context, jobs: readonly Job[]): Promise<void> =>
  runOnce({
    pgPool: context.pool,
    logger: loggerOf(context),
    taskList: tasksOf(context, jobs),
    noHandleSignals: true,
  });
