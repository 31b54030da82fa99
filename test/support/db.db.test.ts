import { expect, test } from "vitest";
import { freshDb, inRollback, testDb } from "./db.ts";

const count = async () => {
  const { db } = await testDb();
  const { many } = await db
    .selectFrom("receipts")
    .select((row) => row.fn.countAll<number>().as("many"))
    .executeTakeFirstOrThrow();
  return many;
};

test("what a test writes is gone after it", async () => {
  const seen = await inRollback(async (tx) => {
    await tx.insertInto("receipts").values({ key: "1", action: "try", output: null, at: new Date() }).execute();
    return tx.selectFrom("receipts").select("key").execute();
  });
  expect(seen).toEqual([{ key: "1" }]);
  expect(await count()).toBe(0);
});

test("a failing test is rolled back as well, and fails", async () => {
  await expect(
    inRollback(async (tx) => {
      await tx.insertInto("receipts").values({ key: "1", action: "try", output: null, at: new Date() }).execute();
      throw new Error("expected");
    }),
  ).rejects.toThrow("expected");
  expect(await count()).toBe(0);
});

test("a fresh database is migrated, and nobody else's", async () => {
  const one = await freshDb();
  await one.db.insertInto("receipts").values({ key: "1", action: "try", output: null, at: new Date() }).execute();
  const other = await freshDb();
  expect(await other.db.selectFrom("receipts").selectAll().execute()).toEqual([]);
  expect((await other.db.selectFrom("migrations").selectAll().execute()).length).toBeGreaterThan(0);
  expect(await other.pool.query("select from graphile_worker.jobs")).toMatchObject({ rowCount: 0 });
});
