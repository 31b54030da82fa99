import type { Part } from "../types.ts";

export const productsPath = "/admin/products";
export const productHref = (id: number, rest = ""): string => `${productsPath}/${id}${rest}`;
export const partHref = (productId: number, part: Part, id: number): string =>
  productHref(productId, `/${part}s/${id}`);
