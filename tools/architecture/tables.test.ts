import { describe, expect, test } from "vitest";
import { checkTables, tablesOf, tablesOfSql } from "./tables.ts";

const schema = `create table people (\n  id bigint\n);\n\ncreate unlogged table teams (\n);\ncreate table "order" (\n);\n`;
const named = (text: string, path = "src/features/people/views.tsx") =>
  checkTables([{ path, text }], schema).map(({ problem }) => problem);

test("reads the tables from the dump", () => {
  expect([...tablesOf(schema)]).toEqual(["people", "teams", "order"]);
});

describe("finds tables in SQL text", () => {
  test.each([
    ["select * from people", ["people"]],
    ["select * from public.people p, teams as t where true", ["people", "teams"]],
    ['select * from people join "order" on true', ["people", "order"]],
    ["insert into people (name) values ($1)", ["people"]],
    ["update only people set name = ''", ["people"]],
    ["truncate table people, teams", ["people", "teams"]],
  ])("%s", (text, tables) => {
    expect(tablesOfSql(text)).toEqual(tables);
  });
});

describe("finds what speaks SQL outside a store", () => {
  test.each([
    'db.selectFrom("people").selectAll()',
    'db.selectFrom(["teams", "people as p"]).selectAll()',
    'db.selectFrom("x").innerJoin("people as p", "a", "b")',
    'sql.table("people")',
    "sql`from people`",
    "sql<{ n: number }>`select count(*) as n from people where id = ${id}`",
    'pool.query("SELECT * FROM people")',
    "pool.query(`delete from people where id = ${id}`)",
  ])("%s", (text) => {
    expect(named(text)).not.toEqual([]);
  });
});

describe("lets sentences and other functions be", () => {
  test.each([
    'const words = { from: "Mail from people you know", pick: "Select an answer from people" };',
    "const sentence = `Update people who join teams.`;",
    'Array.from("x"); Buffer.from("hello people");',
    'import { a } from "./people.ts";',
  ])("%s", (text) => {
    expect(named(text)).toEqual([]);
  });
});

test("two stores may not share a table, and a store may spread over files", () => {
  const people = { path: "src/features/people/store.ts", text: 'db.selectFrom("people")' };
  const more = { path: "src/features/people/store/lists.ts", text: 'db.selectFrom("people")' };
  const other = { path: "src/features/tickets/store.ts", text: 'db.selectFrom("teams").leftJoin("people", "a", "b")' };
  expect(checkTables([people, more], schema)).toEqual([]);
  expect(checkTables([people, other], schema).map(({ file }) => file)).toEqual([people.path, other.path]);
});
