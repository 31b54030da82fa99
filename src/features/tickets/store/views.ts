import type { Reader, Tx } from "../../../platform/db/db.ts";
import { sql } from "kysely";

/** A filter with a name: shared with everybody at the desk, or somebody's own. */
export interface TicketView {
  id: number;
  /** Null: shared. */
  ownerId: number | null;
  names: { en: string; de: string };
  /** As in an address; see `parseFilter`. */
  query: string;
  layout: "table" | "board";
  columns: readonly string[];
  position: number;
}

const selectViews = (db: Reader) =>
  db
    .selectFrom("ticket_views")
    .select(["id", "owner_id", "name_en", "name_de", "query", "layout", "columns", "position"]);

const viewOf = (row: Awaited<ReturnType<ReturnType<typeof selectViews>["executeTakeFirstOrThrow"]>>): TicketView => ({
  id: row.id,
  ownerId: row.owner_id,
  names: { en: row.name_en, de: row.name_de },
  query: row.query,
  layout: row.layout,
  columns: row.columns,
  position: row.position,
});

/** Everybody's. */
export const listAllViews = async (db: Reader): Promise<TicketView[]> =>
  (await selectViews(db).orderBy("id").execute()).map(viewOf);

/** The shared views, then the person's own, each in their order. */
export const listViews = async (db: Reader, personId: number): Promise<TicketView[]> => {
  const rows = await selectViews(db)
    .where((row) => row.or([row("owner_id", "is", null), row("owner_id", "=", personId)]))
    .orderBy(sql`owner_id is not null`)
    .orderBy("position")
    .orderBy("id")
    .execute();
  return rows.map(viewOf);
};

export const findView = async (db: Reader, id: number): Promise<TicketView | undefined> => {
  const row = await selectViews(db).where("id", "=", id).executeTakeFirst();
  return row && viewOf(row);
};

export type ViewWords = Pick<TicketView, "ownerId" | "names" | "query" | "layout" | "columns">;

const rowOf = (view: ViewWords) => ({
  owner_id: view.ownerId,
  name_en: view.names.en,
  name_de: view.names.de,
  query: view.query,
  layout: view.layout,
  columns: [...view.columns],
});

/** Behind the last one. */
export const insertView = async (tx: Tx, view: ViewWords): Promise<number> => {
  const { id } = await tx
    .insertInto("ticket_views")
    .values({ ...rowOf(view), position: sql`(select coalesce(max(position), 0) + 1 from ticket_views)` })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
};

export const updateView = async (tx: Tx, id: number, view: ViewWords): Promise<void> => {
  await tx.updateTable("ticket_views").set(rowOf(view)).where("id", "=", id).execute();
};

export const deleteViewRow = async (tx: Tx, id: number): Promise<void> => {
  await tx.deleteFrom("ticket_views").where("id", "=", id).execute();
};
