import type { Reader } from "../../../platform/db/db.ts";

/** Words that are often needed, with placeholders; see rules/placeholders.ts. */
export interface CannedAnswer {
  id: number;
  title: string;
  texts: { en: string; de: string };
}

export const listCannedAnswers = async (db: Reader): Promise<CannedAnswer[]> => {
  const rows = await db
    .selectFrom("canned_answers")
    .select(["id", "title", "text_en", "text_de"])
    .orderBy("position")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({ id: row.id, title: row.title, texts: { en: row.text_en, de: row.text_de } }));
};
