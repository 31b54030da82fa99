import { perform } from "./cast.ts";
import { addParts, addProducts, changeModule, getProduct } from "../../src/features/products/index.ts";
import type { Actor } from "../../src/platform/actor.ts";
import type { Db, Tx } from "../../src/platform/db/db.ts";

/** Two products: Fakt in the versions 15.0 and 14.2, with Sales in both and Stock in 15.0 only; and Konto. */
export const productsIn = async (tx: Tx, ada: Actor) => {
  const { added } = await perform(tx, ada, addProducts, { lines: "Fakt\nKonto" });
  const [fakt = 0, konto = 0] = added.map(({ id }) => id);
  await perform(tx, ada, addParts, { productId: fakt, part: "version", lines: "15.0\n14.2" });
  await perform(tx, ada, addParts, { productId: fakt, part: "module", lines: "Sales\nStock" });
  const { versions, modules } = await getProduct(tx, fakt);
  const [v15 = 0, v14 = 0] = versions.map(({ id }) => id);
  const [sales = 0, stock = 0] = modules.map(({ id }) => id);
  await perform(tx, ada, changeModule, { productId: fakt, moduleId: stock, name: "Stock", versionIds: [v15] });
  return { fakt, konto, v15, v14, sales, stock };
};

export const productsOf = (db: Db, ada: Actor) => db.transaction().execute((tx) => productsIn(tx, ada));
