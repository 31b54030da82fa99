import type { Reader, Tx } from "../../platform/db/db.ts";
import { NotFound } from "../../platform/errors.ts";
import { now } from "../../platform/time.ts";
import type { CannedAnswer } from "./rules/languages.ts";

const select = (db: Reader) =>
  db
    .selectFrom("canned_answers")
    .select(["id", "title_en", "title_de", "text_en", "text_de", "retired_at"])
    .orderBy("position")
    .orderBy("id");
type Row = Awaited<ReturnType<ReturnType<typeof select>["executeTakeFirstOrThrow"]>>;

const answerOf = (row: Row): CannedAnswer => ({
  id: row.id,
  titles: { en: row.title_en, de: row.title_de },
  texts: { en: row.text_en, de: row.text_de },
  isRetired: row.retired_at !== null,
});

/** All of them in their order, the retired ones too. */
export const listAllAnswers = async (db: Reader): Promise<CannedAnswer[]> => (await select(db).execute()).map(answerOf);

/** Those that agents are offered, in their order. */
export const listCannedAnswers = async (db: Reader): Promise<CannedAnswer[]> =>
  (await listAllAnswers(db)).filter(({ isRetired }) => !isRetired);

export const getAnswer = async (db: Reader, id: number): Promise<CannedAnswer> => {
  const row = await select(db).where("id", "=", id).executeTakeFirst();
  if (!row) throw new NotFound();
  return answerOf(row);
};

/** Whoever changes one, or the order, waits for the others who do. */
export const lockAnswers = async (tx: Tx): Promise<CannedAnswer[]> =>
  (await select(tx).forUpdate().execute()).map(answerOf);

type AnswerWords = Pick<CannedAnswer, "titles" | "texts">;

const rowOf = ({ titles, texts }: AnswerWords) => ({
  title_en: titles.en,
  title_de: titles.de,
  text_en: texts.en,
  text_de: texts.de,
});

/** The new one stands last. Returns its id. */
export const insertAnswer = async (tx: Tx, words: AnswerWords): Promise<number> => {
  const { id } = await tx
    .insertInto("canned_answers")
    .values((row) => ({
      ...rowOf(words),
      position: row
        .selectFrom("canned_answers")
        .select((all) => all.fn.coalesce(all(all.fn.max<number>("position"), "+", 1), all.lit(1)).as("next")),
    }))
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
};

export const updateAnswer = async (tx: Tx, id: number, words: AnswerWords): Promise<void> => {
  await tx.updateTable("canned_answers").set(rowOf(words)).where("id", "=", id).execute();
};

export const retireAnswer = async (tx: Tx, id: number, isRetired: boolean): Promise<void> => {
  await tx
    .updateTable("canned_answers")
    .set({ retired_at: isRetired ? now() : null })
    .where("id", "=", id)
    .execute();
};

export const deleteAnswer = async (tx: Tx, id: number): Promise<void> => {
  await tx.deleteFrom("canned_answers").where("id", "=", id).execute();
};

export const orderAnswers = async (tx: Tx, ids: readonly number[]): Promise<void> => {
  for (const [position, id] of ids.entries())
    await tx.updateTable("canned_answers").set({ position }).where("id", "=", id).execute();
};
