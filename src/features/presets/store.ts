import type { Reader, Tx } from "../../platform/db/db.ts";
import { now } from "../../platform/time.ts";
import { presetKeys, type PresetKey } from "./rules/index.ts";

/** The presets that the desk was set up for, with when the last time. */
export const listChosen = async (db: Reader): Promise<Map<PresetKey, Date>> => {
  const rows = await db.selectFrom("preset_choices").select(["key", "chosen_at"]).execute();
  const known = rows.flatMap(({ key, chosen_at }): [PresetKey, Date][] =>
    presetKeys.filter((each) => each === key).map((each) => [each, chosen_at]),
  );
  return new Map(known);
};

export const saveChosen = async (
  tx: Tx,
  { keys, personId }: { keys: readonly PresetKey[]; personId: number | null },
): Promise<void> => {
  const at = now();
  await tx
    .insertInto("preset_choices")
    .values(keys.map((key) => ({ key, chosen_at: at, chosen_by: personId })))
    .onConflict((conflict) => conflict.column("key").doUpdateSet({ chosen_at: at, chosen_by: personId }))
    .execute();
};
