import type pg from "pg";
import type { Log } from "./log.ts";

/** Makes the keys of these advisory locks differ from everybody else's. */
const lockClass = 7_368_001;

/** A worker that has just taken a job may not hold its own lock yet. In seconds. */
const graceSeconds = 15;

/** Says which workers live, and frees the jobs of those that do not. */
export interface WorkerLocks {
  /** This worker lives as long as this process and its connection to the database. */
  hold(workerId: string): void;
  stop(): Promise<void>;
}

/**
 * A worker that is killed leaves its jobs locked; the queue itself would give them back after four hours. Here every
 * worker holds an advisory lock of one connection, which PostgreSQL drops when the process is gone, whatever the
 * reason; every 20 s all processes look for jobs whose worker holds none.
 */
export const openWorkerLocks = async (
  pool: pg.Pool,
  log: Log,
  { checkEvery = 20_000 }: { checkEvery?: number } = {},
): Promise<WorkerLocks> => {
  const workers = new Set<string>();
  let stopped = false;
  let holder: pg.PoolClient | undefined;

  const reserve = async (): Promise<void> => {
    const client = await pool.connect();
    client.once("error", () => {
      if (holder === client) letGo();
    });
    holder = client;
    for (const workerId of workers) await lock(client, workerId);
  };
  const letGo = (): void => {
    holder?.release(true);
    holder = undefined;
  };
  const lock = (client: pg.ClientBase, workerId: string): Promise<unknown> =>
    client.query("select pg_advisory_lock($1, hashtext($2))", [lockClass, workerId]);

  const check = async (): Promise<void> => {
    // Without its own locks this process would take itself for dead.
    if (!holder) await reserve();
    const freed = await freeDeadWorkersJobs(pool);
    if (freed.length > 0) log.warn({ workers: freed }, "took over the jobs of workers that are gone");
  };
  const complain = (error: unknown): void => {
    if (!stopped) log.warn({ err: error }, "could not look for workers that are gone");
  };
  await reserve();
  await check();
  let checking: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    checking = checking.then(check).catch(complain);
  }, checkEvery);

  return {
    hold(workerId) {
      workers.add(workerId);
      const client = holder;
      if (client) checking = checking.then(() => lock(client, workerId)).then(() => undefined, complain);
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      await checking;
      letGo();
    },
  };
};

/** Gives back the jobs of workers that nobody holds a lock for. Returns those workers. */
export const freeDeadWorkersJobs = async (pool: pg.Pool): Promise<string[]> => {
  const { rows } = await pool.query<{ worker: string }>(
    `with dead as materialized (
       select worker from (
         select distinct locked_by as worker from graphile_worker._private_jobs
         where locked_at < now() - make_interval(secs => $2)
       ) as lockers
       where pg_try_advisory_xact_lock($1, hashtext(worker))
     )
     select worker, graphile_worker.force_unlock_workers(array[worker]) from dead`,
    [lockClass, graceSeconds],
  );
  return rows.map(({ worker }) => worker);
};
