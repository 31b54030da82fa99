import type { Product } from "../types.ts";

/** Shorter words stand in too many names to be looked for. */
const least = 3;

/** Products and modules in whose names the text stands, whatever its case; none for a text of less than three letters. */
export const productsNamed = (
  products: readonly Product[],
  text: string,
): { productIds: readonly number[]; moduleIds: readonly number[] } => {
  const wanted = text.trim().toLowerCase();
  const isNamed = ({ name }: { name: string }): boolean =>
    wanted.length >= least && name.toLowerCase().includes(wanted);
  return {
    productIds: products.filter(isNamed).map(({ id }) => id),
    moduleIds: products.flatMap(({ modules }) => modules.filter(isNamed).map(({ id }) => id)),
  };
};
