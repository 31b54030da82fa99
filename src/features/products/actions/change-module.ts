import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { record } from "../../../platform/events.ts";
import { id, words } from "../../../platform/input.ts";
import { changesIn, isEmpty } from "../../../platform/settings.ts";
import { changed } from "../events.ts";
import { partOf } from "../rules/entries.ts";
import { lockProduct, updateModule } from "../store/products.ts";
import { longestName, mustAdminister } from "./guards.ts";

export const changeModule = action({
  name: "products.change-module",
  description: "Changes a module's name, and in which versions it exists; none named means all of them.",
  input: z.object({
    productId: id,
    moduleId: id,
    name: words(longestName),
    versionIds: z.array(id).max(1_000).default([]),
  }),
  async run(tx, actor, { productId, moduleId, name, versionIds: given }) {
    mustAdminister(actor);
    const product = await lockProduct(tx, productId);
    const before = partOf(product.modules, moduleId);
    const versionIds = [...new Set(given)].map((versionId) => partOf(product.versions, versionId).id);
    const versionsSaid = (ids: readonly number[]): string[] =>
      product.versions.filter((version) => ids.includes(version.id)).map((version) => version.name);
    const changes = changesIn(
      { name: before.name, versions: versionsSaid(before.versionIds) },
      { name, versions: versionsSaid(versionIds) },
    );
    if (isEmpty(changes)) return;
    await updateModule(tx, moduleId, { productId, name, versionIds });
    await record(tx, actor, changed({ kind: "module", productId, name }, changes));
  },
});
