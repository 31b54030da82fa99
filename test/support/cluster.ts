import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { DatabaseAddress } from "../../src/platform/db/db.ts";
import { startEmbedded } from "../../src/platform/db/embedded.ts";

/** A PostgreSQL for one run of tests or checks, and the databases in it. */
export interface Cluster {
  /** Address of the database that every cluster has; others are made from it. */
  address: DatabaseAddress;
  stop(): Promise<void>;
}

/**
 * Starts an embedded PostgreSQL that does not care about power cuts, in a folder that `stop` removes. With
 * TEST_DATABASE_URL in the environment that server is used instead, to run everything on another version;
 * its user must be a superuser.
 */
export const startCluster = async (): Promise<Cluster> => {
  const url = process.env["TEST_DATABASE_URL"];
  if (url) return { address: { connectionString: url }, stop: () => Promise.resolve() };
  // Short, because the path of a Unix socket has at most 107 bytes.
  const folder = await mkdtemp(join(tmpdir(), "tresen-"));
  const database = await startEmbedded({ dataDir: folder, durable: false });
  return {
    address: database.address,
    async stop() {
      await database.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

/** The same server, another database. */
export const databaseAt = (address: DatabaseAddress, database: string): DatabaseAddress => {
  if (address.connectionString === undefined) return { ...address, database };
  const url = new URL(address.connectionString);
  url.pathname = `/${database}`;
  return { connectionString: url.href };
};

/** A name that no other run on the same server has. */
export const freshName = (prefix: string): string => `${prefix}_${randomBytes(4).toString("hex")}`;

/** Drops every database whose name begins so, whoever is connected to it. */
export const dropDatabases = async (address: DatabaseAddress, prefix: string): Promise<void> => {
  const client = new pg.Client(address);
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      "select quote_ident(datname) as name from pg_database where starts_with(datname, $1)",
      [prefix],
    );
    for (const { name } of rows) await client.query(`drop database if exists ${name} with (force)`);
  } finally {
    await client.end();
  }
};

/** Runs one statement that must stand outside a transaction, such as `create database`. */
export const administer = async (address: DatabaseAddress, statement: string): Promise<void> => {
  const client = new pg.Client(address);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
};
