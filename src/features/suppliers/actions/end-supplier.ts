import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { Conflict } from "../../../platform/errors.ts";
import { record } from "../../../platform/events.ts";
import { id } from "../../../platform/input.ts";
import { supplierDeleted, supplierRestored, supplierRetired } from "../events.ts";
import { deleteSupplier, lockSupplier, retireSupplier } from "../store.ts";
import { countPassings } from "../store-passings.ts";
import { phrase } from "../words.ts";
import { mustAdminister } from "./input.ts";

export const endSupplier = action({
  name: "suppliers.end",
  description: "Retires a supplier, takes him back into use, or deletes him if no ticket was ever passed to him.",
  input: z.object({ supplierId: id, to: z.enum(["retire", "restore", "delete"]) }),
  async run(tx, actor, { supplierId, to }): Promise<void> {
    mustAdminister(actor);
    const supplier = await lockSupplier(tx, supplierId);
    if (to === "delete") {
      if ((await countPassings(tx)).has(supplierId)) throw new Conflict(phrase("isUsed"));
      await deleteSupplier(tx, supplierId);
      await record(tx, actor, supplierDeleted(supplier));
      return;
    }
    if (supplier.isRetired === (to === "retire")) return;
    await retireSupplier(tx, supplierId, to === "retire");
    await record(tx, actor, to === "retire" ? supplierRetired(supplier) : supplierRestored(supplier));
  },
});
