// sql-in-stores
import { sql } from "kysely";

export const ideas = sql`update ideas set votes = 0`;
