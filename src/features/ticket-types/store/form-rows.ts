import { sql } from "kysely";
import type { Tx } from "../../../platform/db/db.ts";
import { now } from "../../../platform/time.ts";
import type { FormField, ProcedureStage } from "../rules/type.ts";

/** The rows of a type's form and of its procedure. Whoever writes here has locked the type. */

const json = (value: unknown) => sql<never>`${JSON.stringify(value)}::jsonb`;

const fieldRow = (field: FieldFacts) => ({
  name_en: field.names.en,
  name_de: field.names.de,
  hint_en: field.hints.en,
  hint_de: field.hints.de,
  options: json(field.options),
  required: field.isRequired,
  audience: field.audience,
  condition: field.condition && json(field.condition),
});

/** What can be changed of a question; its key and kind are what its answers are read by. */
export type FieldFacts = Omit<FormField, "id" | "key" | "kind" | "isRetired">;

export const insertField = async (
  tx: Tx,
  typeId: number,
  field: FieldFacts & Pick<FormField, "key" | "kind">,
): Promise<number> => {
  const { id } = await tx
    .insertInto("ticket_type_fields")
    .values({
      ...fieldRow(field),
      type_id: typeId,
      key: field.key,
      kind: field.kind,
      position: sql<number>`(select coalesce(max(position), 0) + 1 from ticket_type_fields where type_id = ${typeId})`,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
};

export const updateField = async (tx: Tx, id: number, field: FieldFacts): Promise<void> => {
  await tx.updateTable("ticket_type_fields").set(fieldRow(field)).where("id", "=", id).execute();
};

export const retireField = async (tx: Tx, id: number, isRetired: boolean): Promise<void> => {
  await tx
    .updateTable("ticket_type_fields")
    .set({ retired_at: isRetired ? now() : null })
    .where("id", "=", id)
    .execute();
};

/** Writes the order; `ids` are all of one type. */
export const orderFields = async (tx: Tx, ids: readonly number[]): Promise<void> => {
  for (const [position, id] of ids.entries())
    await tx
      .updateTable("ticket_type_fields")
      .set({ position: position + 1 })
      .where("id", "=", id)
      .execute();
};

export type StageFacts = Pick<ProcedureStage, "names" | "steps">;

const stageRow = ({ names, steps }: StageFacts) => ({ name_en: names.en, name_de: names.de, steps: json(steps) });

export const insertStage = async (
  tx: Tx,
  typeId: number,
  stage: StageFacts & Pick<ProcedureStage, "key">,
): Promise<number> => {
  const { id } = await tx
    .insertInto("ticket_type_stages")
    .values({
      ...stageRow(stage),
      type_id: typeId,
      key: stage.key,
      position: sql<number>`(select coalesce(max(position), 0) + 1 from ticket_type_stages where type_id = ${typeId})`,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
};

export const updateStage = async (tx: Tx, id: number, stage: StageFacts): Promise<void> => {
  await tx.updateTable("ticket_type_stages").set(stageRow(stage)).where("id", "=", id).execute();
};

export const retireStage = async (tx: Tx, id: number, isRetired: boolean): Promise<void> => {
  await tx
    .updateTable("ticket_type_stages")
    .set({ retired_at: isRetired ? now() : null })
    .where("id", "=", id)
    .execute();
};

export const orderStages = async (tx: Tx, ids: readonly number[]): Promise<void> => {
  for (const [position, id] of ids.entries())
    await tx
      .updateTable("ticket_type_stages")
      .set({ position: position + 1 })
      .where("id", "=", id)
      .execute();
};
