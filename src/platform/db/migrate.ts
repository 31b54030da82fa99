import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type pg from "pg";
import { StartRefused } from "../start-refused.ts";

/** Any number that no other program on the same database uses for its advisory lock. */
const lockNumber = 7_470_736_801;

/** Files like `0003_people.sql` by their numbers; other files in the folder are an error, not ignored. */
const inOrder = async (folder: string): Promise<string[]> => {
  const files = (await readdir(folder)).sort();
  files.forEach((file, index) => {
    if (!/^\d{4}_[a-z0-9_]+\.sql$/.test(file))
      throw new Error(`${folder}/${file}: expected a name like 0003_people.sql`);
    // Numbers may leave gaps, where changes were made side by side, but none stands twice: their order would be luck.
    if (files[index - 1]?.startsWith(file.slice(0, 5)))
      throw new Error(`${folder}/${file}: there is another migration of this number`);
  });
  return files;
};

/**
 * Brings the database to the newest schema: runs, each in its own transaction, the files of `folder` that it has not
 * seen yet, in order. Several servers may start at once; one migrates, the others wait. Returns the names that ran.
 * Throws `StartRefused` when a newer program has migrated the database, which this one could only damage.
 */
export const migrate = async (pool: pg.Pool, folder: string): Promise<string[]> => {
  const files = await inOrder(folder);
  const client = await pool.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [lockNumber]);
    await client.query("create table if not exists migrations (name text primary key, ran_at timestamptz not null)");
    const known = await client.query<{ name: string }>("select name from migrations");
    const seen = new Set(known.rows.map((row) => row.name));
    refuseNewer([...seen].filter((name) => !files.includes(name)));
    const ran: string[] = [];
    for (const file of files.filter((name) => !seen.has(name))) {
      await runOne(client, file, await readFile(join(folder, file), "utf8"));
      ran.push(file);
    }
    return ran;
  } finally {
    await client.query("select pg_advisory_unlock($1)", [lockNumber]).finally(() => {
      client.release();
    });
  }
};

const refuseNewer = (unknown: readonly string[]): void => {
  const newest = unknown.toSorted().at(-1);
  if (newest !== undefined)
    throw new StartRefused(
      `The database belongs to a newer Tresen than this one, which does not know ${newest}. Start the newer one, or put back the copy that was made before the update.`,
    );
};

const runOne = async (client: pg.PoolClient, name: string, text: string): Promise<void> => {
  await client.query("begin");
  try {
    await client.query(text);
    await client.query("insert into migrations (name, ran_at) values ($1, now())", [name]);
    await client.query("commit");
  } catch (cause) {
    await client.query("rollback");
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new StartRefused(
      `The database could not be brought up to date. It is as it was before ${name}, which failed: ${reason}.`,
      { cause },
    );
  }
};
