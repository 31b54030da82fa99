import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { castOf, us } from "../../../test/support/cast.ts";
import { testContext } from "../../../test/support/context.ts";
import { freshDb } from "../../../test/support/db.ts";
import { addPerson, deactivatePerson } from "../../features/people/index.ts";
import { act } from "../../platform/act.ts";
import { openDemo } from "./index.ts";

const start = async () => {
  const context = await testContext(await freshDb());
  const { ada } = await castOf(context.db);
  const accountsFile = join(context.config.dataDir, "demo.json");
  const add = async (name: string, email: string) =>
    (await act(context.db, us, addPerson, { name, email, role: "administrator", locale: "de" })).personId;
  return { context, ada, accountsFile, add };
};

test("a demo in which somebody is missing or was deactivated lets in the others", async () => {
  const { context, ada, accountsFile, add } = await start();
  await add("Ada Lindqvist", "ada@nordlicht.example");
  const mona = await add("Mona Feldhusen", "mona@nordlicht.example");
  await act(context.db, ada, deactivatePerson, { personId: mona });
  expect(await openDemo(context)).toMatchObject([{ role: "administrator", email: "ada@nordlicht.example" }]);
  const written = JSON.parse(await readFile(accountsFile, "utf8")) as { accounts: object[] };
  expect(written.accounts).toHaveLength(1);
});

test("a desk of somebody's own is no demo", async () => {
  const { context, accountsFile } = await start();
  await expect(openDemo(context)).rejects.toThrow("holds a desk of your own");
  await expect(readFile(accountsFile)).rejects.toThrow("ENOENT");
});
