import { sql } from "kysely";
import type { Reader } from "../../../platform/db/db.ts";

/** Which of these stored files a mail will take along that has not gone out yet. */
export const namedFiles = async (db: Reader, files: readonly string[]): Promise<string[]> => {
  const { rows } = await sql<{ file: string }>`
    select distinct attached ->> 'file' as file
    from outgoing_mails cross join jsonb_array_elements(attachments) as attached
    where state in ('queued', 'sending') and attached ->> 'file' = any(${[...files]}::text[])`.execute(db);
  return rows.map(({ file }) => file);
};
