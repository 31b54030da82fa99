import type { Db, Tx } from "./db.ts";

/** What `run` gives when it is done for the look of it: nothing of what it does stays. */
export const rehearse = async <T>(db: Db, run: (tx: Tx) => Promise<T>): Promise<T> => {
  const over = new Error("a rehearsal is over");
  let given: { value: T } | undefined;
  try {
    await db.transaction().execute(async (tx) => {
      given = { value: await run(tx) };
      throw over;
    });
  } catch (error) {
    if (error !== over || given === undefined) throw error;
  }
  if (given === undefined) throw over;
  return given.value;
};
