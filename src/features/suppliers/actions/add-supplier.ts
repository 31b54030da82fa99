import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { record } from "../../../platform/events.ts";
import { firstSettings } from "../../../platform/settings.ts";
import { supplierAdded } from "../events.ts";
import { insertSupplier } from "../store.ts";
import { mustAdminister, mustBeElsewhere, supplierFields } from "./input.ts";

export const addSupplier = action({
  name: "suppliers.add",
  description: "Adds a supplier, to whose desk tickets can be passed.",
  input: z.object(supplierFields),
  async run(tx, actor, input) {
    mustAdminister(actor);
    await mustBeElsewhere(tx, input.mailAddress);
    const supplierId = await insertSupplier(tx, input);
    await record(tx, actor, supplierAdded({ id: supplierId, name: input.name }, firstSettings(input)));
    return { supplierId };
  },
});
