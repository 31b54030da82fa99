import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db/db.ts";
import {
  addField,
  changeType,
  endType,
  listTicketTypes,
  saveStage,
  type TicketType,
} from "../../ticket-types/index.ts";
import { changeTypeKind, changeTypeStatuses } from "../../tickets/index.ts";
import type { PresetType } from "../rules/preset.ts";

/**
 * Makes a shipped type as the preset wants it: offered, with its team, facts, statuses, questions and stages. Questions
 * and stages are added where they are missing; those that the desk has added or changed stay as they are.
 */
export const setUpType = async (
  tx: Tx,
  actor: Actor,
  preset: PresetType,
  teamIds: ReadonlyMap<string, number>,
): Promise<void> => {
  const types = await listTicketTypes(tx);
  const type = types.find(({ key }) => key === preset.key);
  if (!type) throw new RangeError(`no type is shipped as ${preset.key}`);
  const ticketTypeId = type.id;
  await endType.run(tx, actor, { ticketTypeId, to: "restore" });
  const { kind } = preset;
  if (kind && !types.some((each) => each.kind === kind && !each.isRetired))
    await changeTypeKind.run(tx, actor, { ticketTypeId, kind });
  if (preset.statuses) await useStatuses(tx, actor, type, preset.statuses);
  await addQuestions(tx, actor, type, preset.fields ?? []);
  await addStages(tx, actor, type, preset.stages ?? []);
  const teamId = preset.team === undefined ? undefined : teamIds.get(preset.team);
  await changeType.run(tx, actor, changeType.input.parse({ ticketTypeId, ...preset.facts, ...(teamId && { teamId }) }));
};

const useStatuses = async (
  tx: Tx,
  actor: Actor,
  type: TicketType,
  statuses: NonNullable<PresetType["statuses"]>,
): Promise<void> => {
  const { id: ticketTypeId, statusNames, customerStatusNames, toldStatuses } = type;
  await changeTypeStatuses.run(
    tx,
    actor,
    // Statuses in which tickets are stay in use.
    changeTypeStatuses.input.parse({
      ticketTypeId,
      statuses: [...new Set([...statuses, ...type.statuses])],
      statusNames,
      customerStatusNames,
      toldStatuses,
    }),
  );
};

const addQuestions = async (
  tx: Tx,
  actor: Actor,
  type: TicketType,
  fields: NonNullable<PresetType["fields"]>,
): Promise<void> => {
  for (const { key, kind, names, hints, isRequired } of fields) {
    if (type.fields.some((field) => field.key === key)) continue;
    const { en: nameEn, de: nameDe } = names;
    const hint = hints ? { hintEn: hints.en, hintDe: hints.de } : {};
    const field = { ticketTypeId: type.id, key, kind, nameEn, nameDe, ...hint, isRequired };
    await addField.run(tx, actor, addField.input.parse(field));
  }
};

const addStages = async (
  tx: Tx,
  actor: Actor,
  type: TicketType,
  stages: NonNullable<PresetType["stages"]>,
): Promise<void> => {
  for (const { names, steps } of stages) {
    if (type.stages.some((stage) => stage.names.en === names.en)) continue;
    const stage = { ticketTypeId: type.id, nameEn: names.en, nameDe: names.de, steps };
    await saveStage.run(tx, actor, saveStage.input.parse(stage));
  }
};
