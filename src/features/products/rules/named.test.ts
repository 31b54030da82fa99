import { expect, it } from "vitest";
import type { Product } from "../types.ts";
import { productsNamed } from "./named.ts";

const product = (id: number, name: string, modules: string[]): Product => ({
  id,
  name,
  isRetired: false,
  versions: [],
  modules: modules.map((each, index) => ({ id: id * 10 + index, name: each, versionIds: [], isRetired: false })),
});
const products = [product(1, "Nordlicht ERP", ["Einkauf", "Lager"]), product(2, "Nordlicht Lager", [])];

it.each<[string, number[], number[]]>([
  ["lager", [2], [11]],
  [" NORDLICHT ", [1, 2], []],
  ["Einkauf", [], [10]],
  ["er", [], []],
  ["", [], []],
  ["Lager Süd", [], []],
])("finds what is named %j", (text, productIds, moduleIds) => {
  expect(productsNamed(products, text)).toEqual({ productIds, moduleIds });
});
