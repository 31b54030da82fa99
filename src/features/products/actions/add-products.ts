import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { record } from "../../../platform/events.ts";
import { productAdded } from "../events.ts";
import { namesIn } from "../rules/lines.ts";
import { insertProducts, lockProductList } from "../store/products.ts";
import { checkNames, mustAdminister } from "./guards.ts";
import { pasted, type Added } from "./pasted.ts";

export const addProducts = action({
  name: "products.add",
  description: "Adds products, one a line. Those that are there already stay as they are.",
  input: z.object({ lines: pasted }),
  async run(tx, actor, { lines }): Promise<Added> {
    mustAdminister(actor);
    const names = namesIn(lines);
    checkNames(names);
    await lockProductList(tx);
    const added = await insertProducts(tx, names);
    for (const { id, name } of added) await record(tx, actor, productAdded(id, name));
    return { added, known: names.length - added.length };
  },
});
