import { sql, type Selectable } from "kysely";
import type { Reader } from "../../../platform/db/db.ts";
import type { TicketTypesTable } from "../../../platform/db/schema.ts";
import { NotFound } from "../../../platform/errors.ts";
import type { Status, TicketType } from "../rules/ticket.ts";

/** As PostgreSQL gives the row, also inside of JSON; the times are the only columns that differ there. */
export type TicketTypeRow = Omit<Selectable<TicketTypesTable>, "retired_at"> & { retired_at: Date | string | null };

export const ticketTypeOf = (row: TicketTypeRow): TicketType => ({
  id: row.id,
  key: row.key,
  names: { en: row.name_en, de: row.name_de },
  hints: { en: row.hint_en, de: row.hint_de },
  statuses: row.statuses as Status[],
  statusNames: row.status_names as TicketType["statusNames"],
  customerStatuses: row.customer_statuses as TicketType["customerStatuses"],
  hasPriority: row.has_priority,
  hasRating: row.has_rating,
  customersMayCreate: row.customers_may_create,
  onlyAssigneesWrite: row.only_assignees_write,
  customerFields: row.customer_fields,
  reopenDays: row.reopen_days,
  teamId: row.team_id,
  isRetired: row.retired_at !== null,
});

/** All types in their order, the retired ones last: old tickets still have them. */
export const listTicketTypes = async (db: Reader): Promise<TicketType[]> => {
  const rows = await db
    .selectFrom("ticket_types")
    .selectAll()
    .orderBy(sql`retired_at is not null`)
    .orderBy("position")
    .orderBy("id")
    .execute();
  return rows.map(ticketTypeOf);
};

export const getTicketType = async (db: Reader, id: number): Promise<TicketType> => {
  const row = await db.selectFrom("ticket_types").selectAll().where("id", "=", id).executeTakeFirst();
  if (!row) throw new NotFound();
  return ticketTypeOf(row);
};
