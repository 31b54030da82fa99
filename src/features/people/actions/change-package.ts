import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { record } from "../../../platform/events.ts";
import { id } from "../../../platform/input.ts";
import { changesIn, isEmpty } from "../../../platform/settings.ts";
import { packageChanged } from "../events.ts";
import { packageInput } from "../input.ts";
import { saidOfPackage } from "../said.ts";
import { lockPackage, updatePackage } from "../store/packages.ts";
import { must } from "./guards.ts";

export const changePackage = action({
  name: "people.change-package",
  description: "Changes a care package for all organisations that have it. Nobody who has access loses it.",
  input: z.object({ packageId: id, ...packageInput }),
  async run(tx, actor, { packageId, nameEn, nameDe, seats = null, hasTelephoneSupport }) {
    must(actor, "changePackages");
    const before = await lockPackage(tx, packageId);
    const after = { names: { en: nameEn, de: nameDe }, seats, hasTelephoneSupport };
    const changes = changesIn(saidOfPackage(before), saidOfPackage(after));
    if (isEmpty(changes)) return;
    await updatePackage(tx, packageId, after);
    await record(tx, actor, packageChanged(packageId, after.names, changes));
  },
});
