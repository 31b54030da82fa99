import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { record } from "../../../platform/events.ts";
import { id, words } from "../../../platform/input.ts";
import { changesIn, isEmpty } from "../../../platform/settings.ts";
import { changed } from "../events.ts";
import { lockProduct, renameProduct } from "../store/products.ts";
import { longestName, mustAdminister } from "./guards.ts";

export const changeProduct = action({
  name: "products.change",
  description: "Renames a product, also where it is named already.",
  input: z.object({ productId: id, name: words(longestName) }),
  async run(tx, actor, { productId, name }) {
    mustAdminister(actor);
    const before = await lockProduct(tx, productId);
    const changes = changesIn({ name: before.name }, { name });
    if (isEmpty(changes)) return;
    await renameProduct(tx, productId, name);
    await record(tx, actor, changed({ kind: "product", productId, name }, changes));
  },
});
