import { NotFound } from "../../../platform/errors.ts";
import type { Kind, Product } from "../types.ts";

/** The version or module of this id, if it is one of the product's. Throws `NotFound`. */
export const partOf = <T extends { id: number }>(all: readonly T[], id: number): T => {
  const found = all.find((each) => each.id === id);
  if (!found) throw new NotFound();
  return found;
};

/** What an address or a form means by kind and id: the product itself, or one of its parts. Throws `NotFound`. */
export const entryOf = (product: Product, { kind, id }: { kind: Kind; id: number }) => {
  if (kind === "product") return partOf([product], id);
  return kind === "version" ? partOf(product.versions, id) : partOf(product.modules, id);
};

/** The ids with one of them a place further up or down; undefined when it is at that end already. */
export const moveIn = (ids: readonly number[], id: number, to: "up" | "down"): number[] | undefined => {
  const from = ids.indexOf(id);
  const target = to === "up" ? from - 1 : from + 1;
  if (from < 0 || target < 0 || target >= ids.length) return undefined;
  const without = ids.filter((each) => each !== id);
  return [...without.slice(0, target), id, ...without.slice(target)];
};
