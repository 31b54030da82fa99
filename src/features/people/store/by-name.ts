import { sql, type RawBuilder } from "kysely";

/** Orders names as people do: Öko stands beside Oko, and case does not matter. The database's own order is by code point. */
export const byName = (column: string): RawBuilder<string> => sql`${sql.ref(column)} collate "und-x-icu"`;
