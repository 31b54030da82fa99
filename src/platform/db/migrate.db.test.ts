import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { freshDb } from "../../../test/support/db.ts";
import { StartRefused } from "../start-refused.ts";
import { migrate } from "./migrate.ts";

const shipped = join(import.meta.dirname, "../../../db/migrations");

/** The folder of another version of Tresen: the migrations that we ship, and these. */
const withMore = async (files: Readonly<Record<string, string>>): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), "tresen-migrations-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await cp(shipped, folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
};

const refusal = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(StartRefused);
  return error instanceof Error ? error.message : "";
};

test("runs what the database has not seen, once", async () => {
  const { pool } = await freshDb();
  const newer = await withMore({ "9001_later.sql": "create table later (number int)" });
  expect(await migrate(pool, newer)).toEqual(["9001_later.sql"]);
  expect(await migrate(pool, newer)).toEqual([]);
});

test("a program that is older than the database does not touch it", async () => {
  const { pool } = await freshDb();
  await migrate(pool, await withMore({ "9001_later.sql": "create table later (number int)" }));
  const words = await refusal(migrate(pool, shipped));
  expect(words).toContain("belongs to a newer Tresen than this one, which does not know 9001_later.sql");
});

test("a step that fails says why, and leaves the database as it was before it", async () => {
  const { pool } = await freshDb();
  const newer = await withMore({
    "9001_later.sql": "create table later (number int)",
    "9002_broken.sql": "create table half (number int); select 1 / 0",
  });
  expect(await refusal(migrate(pool, newer))).toContain(
    "as it was before 9002_broken.sql, which failed: division by zero",
  );
  const { rows } = await pool.query<{ later: string | null; half: string | null }>(
    "select to_regclass('later') as later, to_regclass('half') as half",
  );
  expect(rows).toEqual([{ later: "later", half: null }]);
});
