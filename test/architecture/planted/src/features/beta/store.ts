// one-store-per-table
import type { Kysely } from "kysely";

export const joinTickets = (db: Kysely<any>) => db.selectFrom("ideas").innerJoin("tickets", "a", "b").execute();
