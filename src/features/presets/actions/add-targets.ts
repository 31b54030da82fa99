import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db/db.ts";
import { listPackages } from "../../people/index.ts";
import { addTarget, listTargetsInForce } from "../../service-levels/index.ts";
import { listTicketTypes } from "../../ticket-types/index.ts";
import type { PresetTarget } from "../rules/preset.ts";

/** Adds the promises that nobody has made yet. One for a package that the desk has renamed or given up is left out. */
export const addTargets = async (tx: Tx, actor: Actor, targets: readonly PresetTarget[]): Promise<void> => {
  const packages = (await listPackages(tx)).filter(({ isRetired }) => !isRetired);
  const types = await listTicketTypes(tx);
  const made = await listTargetsInForce(tx);
  for (const { package: packageName, type: typeKey, priority = null, ...promised } of targets) {
    const packageId = packageName === undefined ? null : packages.find(({ names }) => names.en === packageName)?.id;
    const typeId = typeKey === undefined ? null : types.find(({ key }) => key === typeKey)?.id;
    if (packageId === undefined || typeId === undefined) continue;
    const isMade = made.some(
      (each) => each.packageId === packageId && each.typeId === typeId && each.priority === priority,
    );
    if (isMade) continue;
    await addTarget.run(
      tx,
      actor,
      addTarget.input.parse({ packageId, typeId, priority, warnBefore: "25 %", ...promised }),
    );
  }
};
