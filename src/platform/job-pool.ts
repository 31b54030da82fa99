import type pg from "pg";
import { isDatabaseAway } from "./db/away.ts";

/** PostgreSQL's cannot_connect_now: the queue waits 3 s and longer, up to two minutes, and tries again a hundred times. */
const tryAgain = "57P03";

const asTryAgain = (error: unknown): never => {
  if (!isDatabaseAway(error)) throw error;
  throw Object.assign(new Error("the queue cannot reach the database", { cause: error }), { code: tryAgain });
};

/** The same object, but for these methods. */
const wrapped = <T extends object>(target: T, methods: Record<string, (...parameters: never[]) => unknown>): T =>
  new Proxy(target, {
    get(_, key) {
      if (typeof key === "string" && methods[key]) return methods[key];
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === "function" ? (value.bind(target) as unknown) : value;
    },
  });

const patientClient = (client: pg.PoolClient): pg.PoolClient => {
  const query = client.query.bind(client) as (...parameters: unknown[]) => Promise<unknown>;
  return wrapped(client, { query: (...parameters) => query(...parameters).catch(asTryAgain) });
};

/**
 * The pool as the queue should have it. When a job is done or has failed, the queue says so to the database and does
 * not listen to the answer: an error there would end the whole program, unless it is one of the few after which the
 * queue tries again by itself. So whatever means that the database is away is told as one of these.
 */
export const patient = (pool: pg.Pool): pg.Pool =>
  wrapped(pool, {
    // With a listener it is for hearing of new jobs: there the queue looks after errors itself.
    connect: (listener?: Parameters<pg.Pool["connect"]>[0]) =>
      listener ? pool.connect(listener) : pool.connect().then(patientClient, asTryAgain),
  });
