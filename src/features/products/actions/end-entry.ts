import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { Conflict } from "../../../platform/errors.ts";
import { record } from "../../../platform/events.ts";
import { id } from "../../../platform/input.ts";
import { deleted, restored, retired } from "../events.ts";
import { entryOf } from "../rules/entries.ts";
import { deleteEntry, setRetired } from "../store/entries.ts";
import { lockProduct } from "../store/products.ts";
import { kinds, type Product } from "../types.ts";
import { phrase } from "../words.ts";
import { mustAdminister } from "./guards.ts";

export const endings = ["retire", "restore", "delete"] as const;

export const endEntry = action({
  name: "products.end",
  description:
    "Retires a product, a version or a module, takes that back, or deletes what nothing has ever named. What is in use can only be retired.",
  input: z.object({ productId: id, kind: z.enum(kinds), id, to: z.enum(endings) }),
  async run(tx, actor, { productId, kind, id: entryId, to }) {
    mustAdminister(actor);
    const product = await lockProduct(tx, productId);
    const { name, isRetired } = entryOf(product, { kind, id: entryId });
    const meant = { kind, productId, name };
    if (to === "delete") {
      if (kind === "version") refuseOnlyVersion(product, entryId);
      await deleteEntry(tx, { kind, id: entryId });
      await record(tx, actor, deleted(meant));
      return;
    }
    if (isRetired === (to === "retire")) return;
    await setRetired(tx, { kind, id: entryId }, to === "retire");
    await record(tx, actor, to === "retire" ? retired(meant) : restored(meant));
  },
});

// Without its only version a module would exist in all of them, and nobody has said so.
const refuseOnlyVersion = ({ modules }: Product, versionId: number): void => {
  const module = modules.find(({ versionIds }) => versionIds.length === 1 && versionIds[0] === versionId);
  if (module) throw new Conflict(phrase("onlyVersionOf", { module: module.name }));
};
