import type { Product, ProductChoice } from "../../products/index.ts";

/** What a product, a version or a module is called; undefined when there is none of this id any more. */
export type ProductNames = (field: keyof ProductChoice, id: number) => string | undefined;

export const productNamesOf = (products: readonly Product[]): ProductNames => {
  const all = {
    productId: products,
    versionId: products.flatMap(({ versions }) => versions),
    moduleId: products.flatMap(({ modules }) => modules),
  };
  return (field, id) => all[field].find((each) => each.id === id)?.name;
};
