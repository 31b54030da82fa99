import { sql, type Kysely } from "kysely";

export interface Row {
  id: number;
}
export const listTickets = (db: Kysely<any>) => db.selectFrom("tickets as t").selectAll().execute();
export const countPeople = sql`select count(*) from people, teams as t`;
