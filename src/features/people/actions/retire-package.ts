import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { record } from "../../../platform/events.ts";
import { id } from "../../../platform/input.ts";
import { packageRetired } from "../events.ts";
import { lockPackage, setPackageRetired } from "../store/packages.ts";
import { must } from "./guards.ts";

export const retirePackage = action({
  name: "people.retire-package",
  description: "Offers a care package no longer; organisations that have it keep it.",
  input: z.object({ packageId: id }),
  async run(tx, actor, { packageId }) {
    must(actor, "changePackages");
    if ((await lockPackage(tx, packageId)).isRetired) return;
    await setPackageRetired(tx, packageId, true);
    await record(tx, actor, packageRetired(packageId));
  },
});
