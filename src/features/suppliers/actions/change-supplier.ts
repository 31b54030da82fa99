import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { record } from "../../../platform/events.ts";
import { id } from "../../../platform/input.ts";
import { changesIn, isEmpty } from "../../../platform/settings.ts";
import { supplierChanged } from "../events.ts";
import { lockSupplier, updateSupplier } from "../store.ts";
import { mustAdminister, mustBeElsewhere, supplierFields } from "./input.ts";

export const changeSupplier = action({
  name: "suppliers.change",
  description:
    "Changes a supplier. Mails from now on go to the new address, also about tickets that are there already.",
  input: z.object({ supplierId: id, ...supplierFields }),
  async run(tx, actor, { supplierId, ...input }): Promise<void> {
    mustAdminister(actor);
    await mustBeElsewhere(tx, input.mailAddress);
    const { name, mailAddress, customerNumber, locale } = await lockSupplier(tx, supplierId);
    const changes = changesIn({ name, mailAddress, customerNumber, locale }, input);
    if (isEmpty(changes)) return;
    await updateSupplier(tx, supplierId, input);
    await record(tx, actor, supplierChanged({ id: supplierId, name: input.name }, changes));
  },
});
