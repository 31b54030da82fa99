import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { record } from "../../../platform/events.ts";
import { id } from "../../../platform/input.ts";
import { moved } from "../events.ts";
import { entryOf, moveIn } from "../rules/entries.ts";
import { setOrder } from "../store/entries.ts";
import { listProducts, lockProduct, lockProductList } from "../store/products.ts";
import { kinds } from "../types.ts";
import { mustAdminister } from "./guards.ts";

export const moveEntry = action({
  name: "products.move",
  description: "Moves a product, a version or a module one place up or down in its list.",
  input: z.object({ productId: id, kind: z.enum(kinds), id, to: z.enum(["up", "down"]) }),
  async run(tx, actor, { productId, kind, id: entryId, to }) {
    mustAdminister(actor);
    await lockProductList(tx);
    const product = await lockProduct(tx, productId);
    const { name } = entryOf(product, { kind, id: entryId });
    const siblings = { product: await listProducts(tx), version: product.versions, module: product.modules }[kind];
    const ids = moveIn(
      siblings.map((each) => each.id),
      entryId,
      to,
    );
    if (!ids) return;
    await setOrder(tx, kind, ids);
    await record(tx, actor, moved({ kind, productId, name }, to));
  },
});
