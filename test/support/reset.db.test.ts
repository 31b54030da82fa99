import type pg from "pg";
import { expect, test } from "vitest";
import { freshDb } from "./db.ts";
import { reset } from "./reset.ts";

/** Every row of every table, with what its sequences give next. */
const everything = async (pool: pg.Pool): Promise<Record<string, unknown>> => {
  const { rows: tables } = await pool.query<{ name: string }>("select name::text from test_reset.tables order by 1");
  const found: Record<string, unknown> = {};
  for (const { name } of tables)
    found[name] = (await pool.query(`select to_jsonb(t) from ${name} t order by to_jsonb(t)::text`)).rows;
  const { rows } = await pool.query("select sequencename, last_value from pg_sequences where schemaname = 'public'");
  return { ...found, sequences: rows };
};

test("a database is what it was, whatever was added, changed or deleted in it", async () => {
  const { pool } = await freshDb();
  const before = await everything(pool);
  await pool.query(`
    insert into people (name, email, locale, time_zone, created_at) values ('Ann', 'ann@desk.example', 'en', 'UTC', now());
    insert into events (at, name, subject_kind, subject_id, actor_kind, actor_name) values (now(), 'a', 'a', 1, 'system', '');
    update ticket_types set name_en = 'Other';
    update ticket_numbers set last = 7;
    delete from canned_answers;
    select graphile_worker.add_job('some', '{}'::json)`);
  expect(await everything(pool)).not.toEqual(before);
  expect(await reset(pool)).toBe(true);
  expect(await everything(pool)).toEqual(before);
});

test.each([
  ["whose schema was changed", "create table mine (id int)"],
  ["whose schema lost something", "drop table receipts"],
  ["that somebody holds a lock of", "select pg_advisory_lock(1)"],
])("a database %s is not used again", async (_, change) => {
  const { pool } = await freshDb();
  await pool.query(change);
  expect(await reset(pool)).toBe(false);
});

test("a database that is in use, or was closed, is not used again", async () => {
  const { pool } = await freshDb();
  const client = await pool.connect();
  expect(await reset(pool)).toBe(false);
  client.release();
  const waits = pool.query("select pg_sleep(0.2)");
  expect(await reset(pool)).toBe(false);
  await waits;
  expect(await reset(pool)).toBe(true);
  await pool.end();
  expect(await reset(pool)).toBe(false);
});
