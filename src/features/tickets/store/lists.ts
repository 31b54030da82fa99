import { sql, type RawBuilder } from "kysely";
import type { Actor } from "../../../platform/actor.ts";
import type { Reader } from "../../../platform/db/db.ts";
import type { Sort, SortKey, TicketFilter } from "../filter.ts";
import { countedAtMost } from "../rules/counting.ts";
import { forActor, type SeenTicket } from "../rules/sight.ts";
import { priorities, statuses } from "../rules/ticket.ts";
import { listSight, statusKnown, type ListSight } from "./list-sight.ts";
import { matching } from "./filtering.ts";
import { selectTickets, ticketsOf } from "./tickets.ts";
import { visibleTo } from "./visible.ts";

export interface TicketPage {
  tickets: SeenTicket[];
  /** Cursors for `listTickets`; undefined where the list ends. */
  next: string | undefined;
  previous: string | undefined;
}

interface Wanted {
  filter: TicketFilter;
  /** The cursor `next` or `previous` of another page. */
  cursor?: string | undefined;
  size?: number;
}

/**
 * One page of the tickets that the actor may see. Pages begin where the last one ended (by sort value and id), not at
 * a count, so the thousandth is as fast as the first and nothing is shown twice when something new comes in.
 */
export const listTickets = async (
  db: Reader,
  actor: Actor,
  { filter, cursor, size = 50 }: Wanted,
): Promise<TicketPage> => {
  const place = readCursor(cursor, filter.sort.key);
  const isBackward = place?.isBackward ?? false;
  const isDescending = filter.sort.isDescending !== isBackward;
  const sight = await listSight(db, actor);
  const value = sortValue(sight, filter.sort.key);
  let query = selectTickets(db)
    .select(value.as("sort_value"))
    .where(visibleTo(actor))
    .where(await matching(sight, filter))
    .orderBy(value, isDescending ? "desc" : "asc")
    .orderBy("tickets.id", isDescending ? "desc" : "asc")
    .limit(size + 1);
  if (place)
    query = query.where(
      sql<boolean>`(${value}, tickets.id) ${sql.raw(isDescending ? "<" : ">")} (${place.value}, ${place.id}::bigint)`,
    );
  const rows = await query.execute();
  const hasMore = rows.length > size;
  const shown = rows.slice(0, size);
  if (isBackward) shown.reverse();
  const first = shown[0];
  const last = shown.at(-1);
  const hasNext = isBackward ? place !== undefined : hasMore;
  const hasPrevious = isBackward ? hasMore : place !== undefined;
  return {
    tickets: (await ticketsOf(db, actor, shown)).map((ticket) => forActor(actor, ticket)),
    next: last && hasNext ? writeCursor(">", last) : undefined,
    previous: first && hasPrevious ? writeCursor("<", first) : undefined,
  };
};

const rank = (value: RawBuilder<unknown>, values: readonly string[]): RawBuilder<number> =>
  sql`coalesce(array_position(array[${sql.join(values.map((each) => sql.lit(each)))}]::text[], ${value}), 0)`;

/** What is sorted by: never null, so that every ticket has its place. Customers' activity is what they can see of it. */
const sortValue = (sight: ListSight, key: SortKey): RawBuilder<Date | number> => {
  switch (key) {
    case "number":
      return sql`tickets.number`;
    case "opened":
      return sql`tickets.opened_at`;
    case "last_activity":
      return sight.actor.kind === "customer" ? sql`tickets.last_public_at` : sql`tickets.last_activity_at`;
    case "status_since":
      return sql`tickets.status_since`;
    case "closed":
      return sql`coalesce(tickets.closed_at, tickets.opened_at)`;
    case "due":
      // Customers know of no deadlines, and cannot guess at them by sorting.
      return sight.actor.kind === "customer" ? sql`tickets.last_public_at` : sql`coalesce(tickets.due_at, ${neverDue})`;
    case "priority":
      return rank(sql`tickets.priority`, priorities);
    case "status":
      return rank(statusKnown(sight), statuses);
  }
};

// As the index tickets_by_due has it.
const neverDue = sql`timestamptz '9999-01-01 00:00:00+00'`;

const timed: ReadonlySet<SortKey> = new Set<SortKey>(["opened", "last_activity", "status_since", "closed", "due"]);

const writeCursor = (direction: "<" | ">", row: { id: number; sort_value: Date | number }): string => {
  const value = row.sort_value instanceof Date ? row.sort_value.getTime() : row.sort_value;
  return `${direction === "<" ? "before" : "after"}-${value}-${row.id}`;
};

/** A cursor that somebody has changed by hand begins at the beginning. */
const readCursor = (
  cursor: string | undefined,
  key: Sort["key"],
): { isBackward: boolean; value: Date | number; id: number } | undefined => {
  const [, direction, text, id] = /^(before|after)-(-?\d{1,15})-(\d{1,15})$/.exec(cursor ?? "") ?? [];
  if (text === undefined) return undefined;
  const value = Number(text);
  if (timed.has(key) && Math.abs(value) > 8.64e15) return undefined;
  return { isBackward: direction === "before", value: timed.has(key) ? new Date(value) : value, id: Number(id) };
};

/** The number of visible tickets for each filter, in one query; `countedAtMost + 1` stands for more. */
export const countTickets = async (db: Reader, actor: Actor, filters: readonly TicketFilter[]): Promise<number[]> => {
  if (filters.length === 0) return [];
  const sight = await listSight(db, actor);
  const conditions = await Promise.all(filters.map((filter) => matching(sight, filter)));
  const counts = conditions.map(
    (condition) => sql`(
      select count(*) from (
        select from tickets where ${visibleTo(actor)} and ${condition} limit ${countedAtMost + 1}
      ) as counted
    )`,
  );
  const { rows } = await sql<{ counts: number[] }>`select json_build_array(${sql.join(counts)}) as counts`.execute(db);
  return rows[0]?.counts ?? [];
};

/** Whether anything was ever asked here. */
export const hasTickets = async (db: Reader): Promise<boolean> =>
  (await db.selectFrom("tickets").select("id").limit(1).executeTakeFirst()) !== undefined;
