import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { record } from "../../../platform/events.ts";
import { packageAdded } from "../events.ts";
import { packageInput } from "../input.ts";
import { insertPackage } from "../store/packages.ts";
import { must } from "./guards.ts";

export const addPackage = action({
  name: "people.add-package",
  description: "Adds a care package: for how many members the portal is open, and whether they may call.",
  input: z.object(packageInput),
  async run(tx, actor, { nameEn, nameDe, seats = null, hasTelephoneSupport }) {
    must(actor, "changePackages");
    const packageId = await insertPackage(tx, { names: { en: nameEn, de: nameDe }, seats, hasTelephoneSupport });
    await record(tx, actor, packageAdded(packageId, nameEn));
    return { packageId };
  },
});
