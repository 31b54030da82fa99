import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db/db.ts";
import { Invalid } from "../../../platform/errors.ts";
import { listEventsOf } from "../../../platform/events.ts";
import { listTeams } from "../../people/index.ts";
import {
  addField,
  changeType,
  endType,
  listTicketTypes,
  saidOfType,
  saveStage,
  type TicketType,
} from "../../ticket-types/index.ts";
import { changeTypeKind, changeTypeStatuses } from "../../tickets/index.ts";
import type { LeftAlone } from "../rules/left-alone.ts";
import type { PresetKey, PresetType } from "../rules/preset.ts";

interface Wish {
  preset: PresetKey;
  wanted: PresetType;
  teamIds: ReadonlyMap<string, number>;
  /** Also what somebody has set already. */
  overwrite: boolean;
}

/**
 * Makes a shipped type as the preset wants it: offered, with its team, facts, statuses, questions and stages. What somebody has changed
 * since it was shipped, or another preset has, stays unless it is to be overwritten; all that stays is given back.
 */
export const setUpType = async (
  tx: Tx,
  actor: Actor,
  { preset, wanted, teamIds, overwrite }: Wish,
): Promise<LeftAlone[]> => {
  const types = await listTicketTypes(tx);
  const type = types.find(({ key }) => key === wanted.key);
  if (!type) throw new RangeError(`no type is shipped as ${wanted.key}`);
  const ticketTypeId = type.id;
  const own = overwrite ? new Set<string>() : await settingsChanged(tx, type.id);
  await endType.run(tx, actor, { ticketTypeId, to: "restore" });
  const { kind } = wanted;
  if (kind && !own.has("kind") && !types.some((each) => each.kind === kind && !each.isRetired))
    await changeTypeKind.run(tx, actor, { ticketTypeId, kind });
  // Statuses in which tickets are stay in use.
  const statuses = [...new Set([...(wanted.statuses ?? []), ...type.statuses])];
  if (!own.has("statuses")) await useStatuses(tx, actor, type, statuses);
  await addQuestions(tx, actor, type, wanted.fields ?? []);
  if (!own.has("stages")) await addStages(tx, actor, type, wanted.stages ?? []);
  const teamId = wanted.team === undefined ? undefined : teamIds.get(wanted.team);
  const facts: Facts = { ...wanted.facts, ...(teamId && { teamId }) };
  const kept = await setFacts(tx, actor, { type, facts, own });
  return leftAlone(tx, {
    ...{ preset, type },
    facts: { ...kept, ...(own.has("statuses") && statuses.length > type.statuses.length && { statuses }) },
  });
};

type Facts = Partial<TicketType>;

/** What of the type was changed since it was shipped, by whomever. Its stages count as one. */
const settingsChanged = async (tx: Tx, typeId: number): Promise<Set<string>> => {
  const events = (await listEventsOf(tx, "ticket-type", [typeId])).get(typeId) ?? [];
  return new Set(
    events.flatMap(({ name, payload }) => {
      if (name.startsWith("ticket-type.stage-")) return ["stages"];
      return name === "ticket-type.changed" ? Object.keys(payload["changes"] ?? {}) : [];
    }),
  );
};

/** Sets what is nobody's own. Returns what stays otherwise than it is wanted. */
const setFacts = async (
  tx: Tx,
  actor: Actor,
  { type, facts, own }: { type: TicketType; facts: Facts; own: ReadonlySet<string> },
): Promise<Facts> => {
  const different = Object.entries(facts).filter(([name, value]) => type[name as keyof TicketType] !== value);
  const [kept, free] = [true, false].map((isOwn) =>
    Object.fromEntries(different.filter(([name]) => own.has(name) === isOwn)),
  );
  try {
    await changeType.run(tx, actor, changeType.input.parse({ ticketTypeId: type.id, ...free }));
  } catch (error) {
    // What is left does not go with what is somebody's own, e.g. a demand for a rating with none asked for.
    if (!(error instanceof Invalid) || Object.keys(kept ?? {}).length === 0) throw error;
    return Object.fromEntries(different);
  }
  return kept ?? {};
};

const leftAlone = async (
  tx: Tx,
  { preset, type, facts }: { preset: PresetKey; type: TicketType; facts: Facts },
): Promise<LeftAlone[]> => {
  const names = Object.keys(facts);
  if (names.length === 0) return [];
  const teamNames = new Map((await listTeams(tx)).map(({ id, name }) => [id, name]));
  const [is, wanted] = [saidOfType(type, teamNames), saidOfType(facts, teamNames)];
  return names.map((setting) => ({
    ...{ preset, setting },
    type: type.names,
    is: is[setting] ?? null,
    wanted: wanted[setting] ?? null,
  }));
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
    changeTypeStatuses.input.parse({ ticketTypeId, statuses, statusNames, customerStatusNames, toldStatuses }),
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
