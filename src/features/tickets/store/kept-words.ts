import type { Reader } from "../../../platform/db/db.ts";
import { draftOf, selectDrafts, type Draft } from "./drafts.ts";

/** Which of a person's words: what is being written or was never sent, or what was. */
export type KeptWhich = "unsent" | "sent";

const ofPerson = (db: Reader, personId: number, which: KeptWhich) => {
  const all = selectDrafts(db).where("person_id", "=", personId);
  return which === "sent"
    ? all.where("ended_as", "=", "sent").where("text", "!=", "")
    : all.where((row) => row.or([row("ended_as", "is", null), row("ended_as", "!=", "sent")]));
};

/** Everything the person typed that is still kept: first what is being written, then the rest, newest first. */
export const listKeptWords = async (
  db: Reader,
  personId: number,
  { which, from, size }: { which: KeptWhich; from: number; size: number },
): Promise<Draft[]> => {
  const rows = await ofPerson(db, personId, which)
    .orderBy((row) => row("ended_at", "is not", null))
    .orderBy("saved_at", "desc")
    .orderBy("id", "desc")
    .offset(from)
    .limit(size)
    .execute();
  return rows.map(draftOf);
};

export const countKeptWords = async (db: Reader, personId: number, which: KeptWhich): Promise<number> => {
  const { many } = await ofPerson(db, personId, which)
    .clearSelect()
    .select((row) => row.fn.countAll<number>().as("many"))
    .executeTakeFirstOrThrow();
  return many;
};

/** How many new requests the person has begun and not sent, in whichever window. */
export const countNewDrafts = async (db: Reader, personId: number): Promise<number> => {
  const { many } = await db
    .selectFrom("drafts")
    .select((row) => row.fn.countAll<number>().as("many"))
    .where("person_id", "=", personId)
    .where("ticket_id", "is", null)
    .where("ended_at", "is", null)
    .executeTakeFirstOrThrow();
  return many;
};
