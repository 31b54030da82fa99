import { inject } from "vitest";
import { connect, type Connection, type Tx } from "../../src/platform/db/db.ts";
import { administer, databaseAt, freshName } from "./cluster.ts";

const open: { close(): Promise<void> }[] = [];

/** Called after every test file by its setup. */
export const closeDatabases = async (): Promise<void> => {
  for (const each of open.splice(0).reverse()) await each.close();
};

/**
 * A database of this test's own, for what cannot be rolled back: `act`, whole requests, jobs, races. It is a clone of
 * the migrated template (about 50 ms), and is dropped after the test file.
 */
export const freshDb = async (size?: number): Promise<Connection> => {
  const cluster = inject("cluster");
  const name = freshName("test");
  await administer(cluster, `create database ${name} template ${inject("template")}`);
  const connection = connect(databaseAt(cluster, name), size);
  open.push({
    async close() {
      // A test may have closed the connection itself, to see what a missing database does.
      if (!connection.pool.ended) await connection.close();
      await administer(cluster, `drop database if exists ${name} with (force)`);
    },
  });
  return connection;
};

let shared: Promise<Connection> | undefined;

/** The database that the tests of this file share. Leave nothing behind in it: use it through `inRollback`. */
export const testDb = (): Promise<Connection> => (shared ??= freshDb());

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
