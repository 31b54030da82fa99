import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { Invalid } from "../../../platform/errors.ts";
import { record } from "../../../platform/events.ts";
import { id } from "../../../platform/input.ts";
import { partsAdded } from "../events.ts";
import { namesIn, versionsIn } from "../rules/lines.ts";
import { insertModules, insertVersions, lockProduct } from "../store/products.ts";
import { parts } from "../types.ts";
import { phrase } from "../words.ts";
import { checkNames, mustAdminister } from "./guards.ts";
import { pasted, type Added } from "./pasted.ts";

export const addParts = action({
  name: "products.add-parts",
  description:
    "Adds versions or modules to a product, one a line. Behind a version may stand the day of its release: “14.2; 2026-03-01”.",
  input: z.object({ productId: id, part: z.enum(parts), lines: pasted }),
  async run(tx, actor, { productId, part, lines }): Promise<Added> {
    mustAdminister(actor);
    await lockProduct(tx, productId);
    const { versions, problem } = versionsIn(lines);
    const names = part === "version" ? versions.map(({ name }) => name) : namesIn(lines);
    checkNames(names);
    if (part === "version" && problem !== undefined) throw new Invalid({ lines: phrase("notADay", { text: problem }) });
    const added = await (part === "version"
      ? insertVersions(tx, productId, versions)
      : insertModules(tx, productId, names));
    if (added.length > 0)
      await record(tx, actor, partsAdded(part, { productId, names: added.map(({ name }) => name) }));
    return { added, known: names.length - added.length };
  },
});
