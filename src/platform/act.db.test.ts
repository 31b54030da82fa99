import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { freshDb } from "../../test/support/db.ts";
import { act, action, deleteOldReceipts } from "./act.ts";
import { system, visitor } from "./actor.ts";
import type { Tx } from "./db/db.ts";
import { Conflict, Invalid } from "./errors.ts";
import { words } from "./input.ts";
import { after, days, useClock } from "./time.ts";

const us = system("test");

const note = (tx: Tx, text: string) =>
  tx
    .insertInto("receipts")
    .values({ key: `note ${text}`, action: "test.note", at: new Date() })
    .execute();

const notes = async (db: Tx | Awaited<ReturnType<typeof freshDb>>["db"]): Promise<string[]> =>
  (await db.selectFrom("receipts").select("key").where("key", "like", "note %").execute()).map((row) => row.key);

const writeNote = action({
  name: "test.note",
  description: "Writes a line.",
  input: z.object({ text: words(20) }),
  async run(tx, _actor, { text }) {
    await note(tx, `${text} ${Math.random()}`);
    return { text };
  },
});

describe("act", () => {
  it("names each field that cannot be taken, and opens no transaction", async () => {
    const { db } = await freshDb();
    const error = await act(db, us, writeNote, { text: "x".repeat(21) }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Invalid);
    expect((error as Invalid).fields["text"]?.say("de")).toBe("Bitte höchstens 20 Zeichen.");
    expect(await notes(db)).toEqual([]);
  });

  it("undoes everything when the verb is refused half-way", async () => {
    const { db } = await freshDb();
    const refused = action({
      name: "test.refused",
      description: "Writes, then refuses.",
      input: z.object({}),
      async run(tx) {
        await note(tx, "half");
        throw new Conflict();
      },
    });
    await expect(act(db, us, refused, {})).rejects.toThrow(Conflict);
    expect(await notes(db)).toEqual([]);
  });

  it("acts once for one key, also when both requests come at the same time", async () => {
    const { db } = await freshDb();
    const outputs = await Promise.all(
      Array.from({ length: 5 }, () => act(db, us, writeNote, { text: "twice" }, { once: "k" })),
    );
    expect(outputs).toEqual(Array.from({ length: 5 }, () => ({ text: "twice" })));
    expect(await notes(db)).toHaveLength(1);
  });

  it("keeps the keys of different actors apart", async () => {
    const { db } = await freshDb();
    await act(db, us, writeNote, { text: "a" }, { once: "k" });
    await act(db, visitor({ locale: "en", timeZone: "UTC" }), writeNote, { text: "b" }, { once: "k" });
    expect(await notes(db)).toHaveLength(2);
  });

  it("lets a refused action be sent again with the same key", async () => {
    const { db } = await freshDb();
    let refuse = true;
    const moody = action({
      name: "test.moody",
      description: "Refuses the first time.",
      input: z.object({}),
      run: () => (refuse ? Promise.reject(new Conflict()) : Promise.resolve("done")),
    });
    await expect(act(db, us, moody, {}, { once: "k" })).rejects.toThrow(Conflict);
    refuse = false;
    expect(await act(db, us, moody, {}, { once: "k" })).toBe("done");
  });

  it("tries again after a deadlock", async () => {
    const { db } = await freshDb();
    await note(db as unknown as Tx, "one");
    await note(db as unknown as Tx, "two");
    const crossing = (first: string, second: string) =>
      action({
        name: "test.crossing",
        description: "Takes two rows in an order of its own.",
        input: z.object({}),
        async run(tx) {
          for (const key of [first, second]) {
            await tx.updateTable("receipts").set({ action: "crossed" }).where("key", "=", `note ${key}`).execute();
            await sql`select pg_sleep(0.2)`.execute(tx);
          }
          return true;
        },
      });
    const both = [act(db, us, crossing("one", "two"), {}), act(db, us, crossing("two", "one"), {})];
    expect(await Promise.all(both)).toEqual([true, true]);
  });

  it("forgets keys after two days", async () => {
    const { db } = await freshDb();
    await act(db, us, writeNote, { text: "a" }, { once: "k" });
    const restore = useClock(() => after(new Date(), days(3)));
    await deleteOldReceipts(db);
    restore();
    await act(db, us, writeNote, { text: "a" }, { once: "k" });
    expect(await db.selectFrom("receipts").select("key").where("key", "like", "system%").execute()).toHaveLength(1);
  });
});
