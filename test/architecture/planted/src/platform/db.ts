import { sql } from "kysely";

export const count = (table: string) => sql`select count(*) from ${sql.table(table)}`;
