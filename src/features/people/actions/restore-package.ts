import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { record } from "../../../platform/events.ts";
import { id } from "../../../platform/input.ts";
import { packageRestored } from "../events.ts";
import { lockPackage, setPackageRetired } from "../store/packages.ts";
import { must } from "./guards.ts";

export const restorePackage = action({
  name: "people.restore-package",
  description: "Offers a retired care package again.",
  input: z.object({ packageId: id }),
  async run(tx, actor, { packageId }) {
    must(actor, "changePackages");
    if (!(await lockPackage(tx, packageId)).isRetired) return;
    await setPackageRetired(tx, packageId, false);
    await record(tx, actor, packageRestored(packageId));
  },
});
