import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { isAgent } from "../../../platform/actor.ts";
import { Forbidden } from "../../../platform/errors.ts";
import { id } from "../../../platform/input.ts";
import { endOf, recordOutside } from "../../tickets/index.ts";
import { getSupplier } from "../store.ts";
import { endPassingRow, lockPassing } from "../store-passings.ts";

export const endPassing = action({
  name: "suppliers.end-passing",
  description: "Ends a passing: nothing goes to the supplier any more. What he still writes arrives.",
  input: z.object({ passingId: id }),
  async run(tx, actor, { passingId }): Promise<void> {
    if (!isAgent(actor)) throw new Forbidden();
    const passing = await lockPassing(tx, passingId);
    const { name } = await getSupplier(tx, passing.supplierId);
    const ticketId = await endOf(tx, passing.ticketId);
    if (passing.endedAt) return;
    await recordOutside(tx, actor, { ticketId, happened: "supplier-ended", name, passingId });
    await endPassingRow(tx, passingId);
  },
});
