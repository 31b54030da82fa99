import { sql, type Insertable, type Updateable } from "kysely";
import type { Tx } from "../../../platform/db/db.ts";
import type { TicketTypesTable } from "../../../platform/db/schema.ts";
import { now } from "../../../platform/time.ts";
import type { TicketType } from "../rules/type.ts";

/** What settings change of a type; its questions and stages have rows of their own. */
export type TypeFacts = Omit<TicketType, "id" | "key" | "fields" | "stages" | "isRetired">;

const json = (value: unknown) => sql<never>`${JSON.stringify(value)}::jsonb`;

const rowOf = (facts: Partial<TypeFacts>): Updateable<TicketTypesTable> => {
  const values = {
    kind: facts.kind,
    name_en: facts.names?.en,
    name_de: facts.names?.de,
    hint_en: facts.hints?.en,
    hint_de: facts.hints?.de,
    statuses: facts.statuses && [...facts.statuses],
    status_names: facts.statusNames && json(facts.statusNames),
    customer_status_names: facts.customerStatusNames && json(facts.customerStatusNames),
    told_statuses: facts.toldStatuses && [...facts.toldStatuses],
    has_priority: facts.hasPriority,
    has_rating: facts.hasRating,
    creators: facts.creators,
    only_assignees_write: facts.onlyAssigneesWrite,
    takes_seat_requests: facts.takesSeatRequests,
    asks_product: facts.asksProduct,
    needs_approval: facts.needsApproval,
    needs_solution: facts.needsSolution,
    needs_confirmation: facts.needsConfirmation,
    needs_feedback: facts.needsFeedback,
    reopen_days: facts.reopenDays,
    remind_after_days: facts.remindAfterDays,
    close_after_days: facts.closeAfterDays,
    close_resolved_after_days: facts.closeResolvedAfterDays,
    team_id: facts.teamId,
  };
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
};

export const insertTicketType = async (tx: Tx, { key, ...facts }: TypeFacts & { key: string }): Promise<number> => {
  const { id } = await tx
    .insertInto("ticket_types")
    .values({
      ...(rowOf(facts) as Insertable<TicketTypesTable>),
      key,
      position: sql<number>`(select coalesce(max(position), 0) + 1 from ticket_types)`,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
};

export const updateTicketType = async (tx: Tx, id: number, facts: Partial<TypeFacts>): Promise<void> => {
  await tx.updateTable("ticket_types").set(rowOf(facts)).where("id", "=", id).execute();
};

export const retireTicketType = async (tx: Tx, id: number, isRetired: boolean): Promise<void> => {
  await tx
    .updateTable("ticket_types")
    .set({ retired_at: isRetired ? now() : null })
    .where("id", "=", id)
    .execute();
};

/** Writes the order; `ids` are all of them. */
export const orderTicketTypes = async (tx: Tx, ids: readonly number[]): Promise<void> => {
  for (const [position, id] of ids.entries())
    await tx
      .updateTable("ticket_types")
      .set({ position: position + 1 })
      .where("id", "=", id)
      .execute();
};
