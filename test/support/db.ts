import { inject, onTestFinished } from "vitest";
import { connect, type Connection, type Tx } from "../../src/platform/db/db.ts";
import { administer, databaseAt, freshName } from "./cluster.ts";
import { reset } from "./reset.ts";

interface TestDatabase {
  connection: Connection;
  size: number | undefined;
  drop(): Promise<void>;
}

/** Those that no test uses at the moment. They serve as long as the worker; the run drops them at its end. */
const free: TestDatabase[] = [];

const clone = async (size?: number): Promise<TestDatabase> => {
  const cluster = inject("cluster");
  const name = freshName(inject("template"));
  await administer(cluster, `create database ${name} template ${inject("template")}`);
  const connection = connect(databaseAt(cluster, name), size);
  return {
    connection,
    size,
    async drop() {
      await administer(cluster, `drop database if exists ${name} with (force)`);
      // Not waited for: a test that failed may hold a connection for ever. Others have closed it themselves.
      if (!connection.pool.ended) void connection.close();
    },
  };
};

/**
 * A database of this test's own, for what cannot be rolled back: `act`, whole requests, jobs, races. It is a clone of
 * the migrated template (about 75 ms), or one that an earlier test left, emptied and with its connections open
 * (about 10 ms).
 */
export const freshDb = async (size?: number): Promise<Connection> => {
  const at = free.findIndex((each) => each.size === size);
  const database = at >= 0 ? free.splice(at, 1)[0]! : await clone(size);
  onTestFinished(async () => {
    if (await reset(database.connection.pool)) free.push(database);
    else await database.drop();
  });
  return database.connection;
};

let shared: Promise<Connection> | undefined;

/** The database that the tests of this worker share. Leave nothing behind in it: use it through `inRollback`. */
export const testDb = (): Promise<Connection> => (shared ??= clone().then(({ connection }) => connection));

/** Runs one test in a transaction that is always rolled back. */
export const inRollback = async <T>(run: (tx: Tx) => Promise<T>): Promise<T> => {
  const { db } = await testDb();
  const tx = await db.startTransaction().execute();
  try {
    return await run(tx);
  } finally {
    await tx.rollback().execute();
  }
};
