import { sql } from "kysely";
import type { Reader, Tx } from "../../../platform/db/db.ts";

/** A ticket that goes on in another one, directly or by way of a third. */
export interface Merged {
  id: number;
  number: number;
  /** Its customers and those of the other see nothing of each other. */
  isApart: boolean;
}

/** Everything that was merged into the ticket, however long the way. */
export const listMerged = async (db: Reader, ticketId: number): Promise<Merged[]> =>
  (await mergedInto(db, [ticketId])).get(ticketId) ?? [];

/** The same for many tickets; those into which nothing was merged are missing. */
export const mergedInto = async (db: Reader, ticketIds: readonly number[]): Promise<ReadonlyMap<number, Merged[]>> => {
  if (ticketIds.length === 0) return new Map();
  const { rows } = await sql<Merged & { root: number }>`
    with recursive merged as (
      select merged_into as root, id, number, merged_apart or visibility = 'internal' as "isApart"
      from tickets where merged_into = any(${[...ticketIds]}::bigint[])
      union all
      select merged.root, tickets.id, tickets.number,
        merged."isApart" or tickets.merged_apart or tickets.visibility = 'internal'
      from tickets join merged on tickets.merged_into = merged.id
    )
    select root, id, number, "isApart" from merged order by root, id`.execute(db);
  return Map.groupBy(
    rows.map(({ root, ...merged }) => ({ root, merged })),
    ({ root }) => root,
  )
    .entries()
    .reduce(
      (map, [root, list]) =>
        map.set(
          root,
          list.map(({ merged }) => merged),
        ),
      new Map<number, Merged[]>(),
    );
};

/** Where each ticket goes on: itself, or the end of the chain of its merges. */
export const endsOf = async (db: Reader, ticketIds: readonly number[]): Promise<ReadonlyMap<number, number>> => {
  if (ticketIds.length === 0) return new Map();
  const { rows } = await sql<{ start: number; id: number }>`
    with recursive chain as (
      select id as start, id, merged_into from tickets where id = any(${[...ticketIds]}::bigint[])
      union all
      select chain.start, tickets.id, tickets.merged_into from tickets join chain on tickets.id = chain.merged_into
    )
    select start, id from chain where merged_into is null`.execute(db);
  return new Map(rows.map(({ start, id }) => [start, id]));
};

export const endOf = async (db: Reader, ticketId: number): Promise<number> =>
  (await endsOf(db, [ticketId])).get(ticketId) ?? ticketId;

/** The tickets in which this one goes on, nearest first; empty when it is not merged. */
export const chainOf = async (db: Reader, ticketId: number): Promise<number[]> => {
  const { rows } = await sql<{ id: number }>`
    with recursive chain as (
      select merged_into as id, 1 as step from tickets where id = ${ticketId}::bigint and merged_into is not null
      union all
      select tickets.merged_into, chain.step + 1 from tickets join chain on tickets.id = chain.id
      where tickets.merged_into is not null
    )
    select id from chain order by step`.execute(db);
  return rows.map(({ id }) => id);
};

/** The tickets that were merged into this one and no other between. */
export const listMergedDirectly = async (db: Reader, ticketId: number): Promise<number[]> => {
  const rows = await db.selectFrom("tickets").select("id").where("merged_into", "=", ticketId).orderBy("id").execute();
  return rows.map(({ id }) => id);
};

export const setMergedApart = async (tx: Tx, ticketId: number, isApart: boolean): Promise<void> => {
  await tx.updateTable("tickets").set({ merged_apart: isApart }).where("id", "=", ticketId).execute();
};
