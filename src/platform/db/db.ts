import { Kysely, PostgresDialect, type Transaction } from "kysely";
import pg from "pg";
import type { Database } from "./schema.ts";

/** The database outside a transaction: for reading. Changes go through `act`. */
export type Db = Kysely<Database>;
/** Inside the transaction of one action. */
export type Tx = Transaction<Database>;
/** What a store's reading functions take: they work in and outside a transaction. */
export type Reader = Kysely<Database>;

// bigint and count() fit a JavaScript number up to 2^53; past it we want to hear of it, not to round.
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint ${text} is beyond 2^53`);
  return value;
});

// A day has no hour and no zone: `2026-03-01` as it stands, never midnight somewhere.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

export interface Connection {
  db: Db;
  pool: pg.Pool;
  close(): Promise<void>;
}

/** Where the database is: a URL, or the socket folder of the embedded one. */
export type DatabaseAddress = Pick<pg.PoolConfig, "connectionString" | "host" | "port" | "user" | "database">;

/** A connection outside the pool, not yet open. `name` tells PostgreSQL's operator what it is for. */
export const newClient = (address: DatabaseAddress, name: string): pg.Client =>
  new pg.Client({ ...address, application_name: name });

/**
 * Opens a pool of at most `size` connections. Connecting takes at most 5 s, after which the caller hears of it;
 * a statement of a page that takes longer than 30 s is ended by the server.
 */
export const connect = (address: DatabaseAddress, size = 12): Connection => {
  const pool = new pg.Pool({
    ...address,
    max: size,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 30_000,
    application_name: "tresen",
  });
  // An idle connection that breaks (the server went away) is replaced by the pool on the next use; without a
  // listener the event would end the process.
  pool.on("error", () => undefined);
  // The same for a connection that breaks while somebody holds it: the next query on it says so.
  pool.on("connect", (client) => {
    client.on("error", () => undefined);
  });
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  return {
    db,
    pool,
    async close() {
      await db.destroy();
      // Kysely ends the pool only if it has used it itself.
      if (!pool.ended) await pool.end();
    },
  };
};
