import { sql, type Expression, type Selectable } from "kysely";
import { z } from "zod";
import type { Reader, Tx } from "../../../platform/db/db.ts";
import type { TicketTypeFieldsTable, TicketTypeStagesTable, TicketTypesTable } from "../../../platform/db/schema.ts";
import { NotFound } from "../../../platform/errors.ts";
import { statuses, type FormField, type ProcedureStage, type Status, type TicketType } from "../rules/type.ts";

// What stands in JSON was written by this store, but the types of its columns do not know.
const names = z.object({ en: z.string(), de: z.string() });
const statusNames = z.partialRecord(z.enum(statuses), names);
const options = z.array(names.extend({ key: z.string(), isRetired: z.boolean() }));
const steps = z.array(names.extend({ key: z.string() }));
const condition = z.object({ field: z.string(), isAnyOf: z.array(z.string()) }).nullable();

/** What JSON makes of the rows: whether something is retired can be told, when cannot. */
type FromJson<Row> = Omit<Row, "retired_at"> & { retired_at: string | null };
type FieldRow = FromJson<Selectable<TicketTypeFieldsTable>>;
type StageRow = FromJson<Selectable<TicketTypeStagesTable>>;

interface TypeRow extends Selectable<TicketTypesTable> {
  fields: readonly FieldRow[];
  stages: readonly StageRow[];
}

const ticketTypeOf = (row: TypeRow): TicketType => ({
  id: row.id,
  key: row.key,
  kind: row.kind,
  names: { en: row.name_en, de: row.name_de },
  hints: { en: row.hint_en, de: row.hint_de },
  statuses: row.statuses as Status[],
  statusNames: statusNames.parse(row.status_names),
  customerStatusNames: statusNames.parse(row.customer_status_names),
  toldStatuses: row.told_statuses,
  hasPriority: row.has_priority,
  hasRating: row.has_rating,
  creators: row.creators,
  onlyAssigneesWrite: row.only_assignees_write,
  takesSeatRequests: row.takes_seat_requests,
  asksProduct: row.asks_product,
  fields: row.fields.map(fieldOf),
  stages: row.stages.map(stageOf),
  needsApproval: row.needs_approval,
  needsSolution: row.needs_solution,
  needsConfirmation: row.needs_confirmation,
  needsFeedback: row.needs_feedback,
  reopenDays: row.reopen_days,
  remindAfterDays: row.remind_after_days,
  closeAfterDays: row.close_after_days,
  closeResolvedAfterDays: row.close_resolved_after_days,
  teamId: row.team_id,
  isRetired: row.retired_at !== null,
});

const fieldOf = (row: FieldRow): FormField => ({
  id: row.id,
  key: row.key,
  kind: row.kind,
  names: { en: row.name_en, de: row.name_de },
  hints: { en: row.hint_en, de: row.hint_de },
  options: options.parse(row.options),
  isRequired: row.required,
  audience: row.audience,
  condition: condition.parse(row.condition),
  isRetired: row.retired_at !== null,
});

const stageOf = (row: StageRow): ProcedureStage => ({
  id: row.id,
  key: row.key,
  names: { en: row.name_en, de: row.name_de },
  steps: steps.parse(row.steps),
  isRetired: row.retired_at !== null,
});

const listOf = <Row>(rows: Expression<unknown>) =>
  sql<readonly Row[]>`(select coalesce(json_agg(each), '[]') from ${rows} as each)`;

/** One statement for a type with all that belongs to it: nearly everything that happens to a ticket asks for it. */
const selectTypes = (db: Reader) =>
  db
    .selectFrom("ticket_types")
    .selectAll()
    .select(({ selectFrom, ref }) => [
      listOf<FieldRow>(
        selectFrom("ticket_type_fields")
          .selectAll("ticket_type_fields")
          .where("type_id", "=", ref("ticket_types.id"))
          .orderBy("position")
          .orderBy("id"),
      ).as("fields"),
      listOf<StageRow>(
        selectFrom("ticket_type_stages")
          .selectAll("ticket_type_stages")
          .where("type_id", "=", ref("ticket_types.id"))
          .orderBy("position")
          .orderBy("id"),
      ).as("stages"),
    ]);

/** All types in their order, the retired ones last: old tickets still have them. */
export const listTicketTypes = async (db: Reader): Promise<TicketType[]> => {
  const rows = await selectTypes(db)
    .orderBy(sql`retired_at is not null`)
    .orderBy("position")
    .orderBy("id")
    .execute();
  return rows.map(ticketTypeOf);
};

/** There are few types, and nearly every page of tickets has most of them. */
export const ticketTypesById = async (db: Reader): Promise<Map<number, TicketType>> =>
  new Map((await listTicketTypes(db)).map((type) => [type.id, type]));

export const getTicketType = async (db: Reader, id: number): Promise<TicketType> => {
  const row = await selectTypes(db).where("id", "=", id).executeTakeFirst();
  if (!row) throw new NotFound();
  return ticketTypeOf(row);
};

/** The same, and nobody else changes the type, its questions or its stages until the transaction ends. */
export const lockTicketType = async (tx: Tx, id: number): Promise<TicketType> => {
  await tx.selectFrom("ticket_types").select("id").where("id", "=", id).forUpdate().execute();
  return getTicketType(tx, id);
};

/** All of them, locked, for what has to hold for the types together. */
export const lockTicketTypes = async (tx: Tx): Promise<TicketType[]> => {
  await tx.selectFrom("ticket_types").select("id").orderBy("id").forUpdate().execute();
  return listTicketTypes(tx);
};
