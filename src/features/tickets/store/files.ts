import { sql } from "kysely";
import type { Reader } from "../../../platform/db/db.ts";

/** Which of these stored files a message has, or words that are being written or were lately. */
export const namedFiles = async (db: Reader, files: readonly string[]): Promise<string[]> => {
  const { rows } = await sql<{ file: string }>`
    select file from attachments where file = any(${[...files]}::text[])
    union
    select attached ->> 'file' from drafts cross join jsonb_array_elements(attachments) as attached
    where attachments <> '[]' and attached ->> 'file' = any(${[...files]}::text[])`.execute(db);
  return rows.map(({ file }) => file);
};
