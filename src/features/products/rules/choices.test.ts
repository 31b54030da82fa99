import { describe, expect, it } from "vitest";
import type { Product } from "../types.ts";
import { checkProductChoice, dependentChoices, noProduct, settleChoice, type ProductChoice } from "./choices.ts";

const version = (id: number, isRetired = false) => ({ id, name: `v${id}`, releasedOn: null, isRetired });
const module = (id: number, versionIds: number[] = [], isRetired = false) => ({
  id,
  name: `m${id}`,
  versionIds,
  isRetired,
});

const products: readonly Product[] = [
  {
    id: 1,
    name: "ERP",
    isRetired: false,
    versions: [version(11), version(12), version(13, true)],
    modules: [module(21), module(22, [12]), module(23, [], true)],
  },
  { id: 2, name: "Till", isRetired: false, versions: [version(14)], modules: [module(24)] },
  { id: 3, name: "Old", isRetired: true, versions: [version(15)], modules: [] },
];

const choose = (productId: number | null, versionId: number | null = null, moduleId: number | null = null) => ({
  productId,
  versionId,
  moduleId,
});
const ids = (all: readonly { id: number }[]) => all.map(({ id }) => id);

describe("what there is to choose from", () => {
  it.each<[string, ProductChoice, number[], number[], number[]]>([
    ["nothing chosen", noProduct, [1, 2], [], []],
    ["a product", choose(1), [1, 2], [11, 12], [21, 22]],
    ["a version without a module of another one", choose(1, 11), [1, 2], [11, 12], [21]],
    ["a version with a module of its own", choose(1, 12), [1, 2], [11, 12], [21, 22]],
    ["a product without modules", choose(2), [1, 2], [14], [24]],
    ["retired things that are chosen stay", choose(3, 15), [1, 2, 3], [15], []],
    ["a retired version and module that are chosen", choose(1, 13, 23), [1, 2], [11, 12, 13], [21, 23]],
    ["a product that is gone", choose(9, 11, 21), [1, 2], [], []],
  ])("%s", (_what, chosen, productIds, versionIds, moduleIds) => {
    const choices = dependentChoices(products, chosen);
    expect([ids(choices.products), ids(choices.versions), ids(choices.modules)]).toEqual([
      productIds,
      versionIds,
      moduleIds,
    ]);
  });
});

describe("which choice can be taken", () => {
  it.each<[string, ProductChoice, ProductChoice, object]>([
    ["nothing", noProduct, noProduct, {}],
    ["a product alone", choose(1), noProduct, {}],
    ["all three", choose(1, 12, 22), noProduct, {}],
    ["a module of every version", choose(1, 11, 21), noProduct, {}],
    ["a limited module without a version", choose(1, null, 22), noProduct, {}],
    ["no such product", choose(9), noProduct, { productId: "unknownProduct" }],
    ["a retired product", choose(3), noProduct, { productId: "retiredProduct" }],
    ["a retired product that it was before", choose(3, 15), choose(3), {}],
    ["another product's version", choose(2, 11), noProduct, { versionId: "otherProductsVersion" }],
    ["a version without a product", choose(null, 11), noProduct, { versionId: "otherProductsVersion" }],
    ["a retired version", choose(1, 13), noProduct, { versionId: "retiredVersion" }],
    ["a retired version that it was before", choose(1, 13), choose(1, 13), {}],
    ["another product's module", choose(2, null, 21), noProduct, { moduleId: "otherProductsModule" }],
    ["a retired module", choose(1, null, 23), choose(1, 11), { moduleId: "retiredModule" }],
    ["a module that the version does not have", choose(1, 11, 22), choose(1, 12, 22), { moduleId: "notInVersion" }],
  ])("%s", (_what, choice, before, problems) => {
    expect(checkProductChoice(products, choice, before)).toEqual(problems);
  });
});

describe("what becomes of a choice when some of it changes", () => {
  it.each<[string, ProductChoice, Partial<ProductChoice>, ProductChoice]>([
    ["another product", choose(1, 12, 22), { productId: 2 }, choose(2)],
    ["the same product", choose(1, 12, 22), { productId: 1 }, choose(1, 12, 22)],
    ["no product", choose(1, 12, 22), { productId: null }, noProduct],
    ["a version that has the module", choose(1, 11, 21), { versionId: 12 }, choose(1, 12, 21)],
    ["a version that does not", choose(1, 12, 22), { versionId: 11 }, choose(1, 11)],
    ["no version", choose(1, 12, 22), { versionId: null }, choose(1, null, 22)],
    ["a wrong module that is asked for stays to be refused", choose(1, 11), { moduleId: 22 }, choose(1, 11, 22)],
    ["all at once", choose(1, 12, 22), { productId: 2, versionId: 14, moduleId: 24 }, choose(2, 14, 24)],
  ])("%s", (_what, before, changed, next) => {
    expect(settleChoice(products, before, changed)).toEqual(next);
  });

  it("never leaves what could not be chosen anew, whichever single thing changes", () => {
    const all = { productId: [null, 1, 2], versionId: [null, 11, 12, 14], moduleId: [null, 21, 22, 24] };
    const valid = all.productId.flatMap((productId) =>
      all.versionId.flatMap((versionId) =>
        all.moduleId
          .map((moduleId) => choose(productId, versionId, moduleId))
          .filter((choice) => Object.keys(checkProductChoice(products, choice)).length === 0),
      ),
    );
    for (const before of valid)
      for (const productId of all.productId)
        expect(checkProductChoice(products, settleChoice(products, before, { productId }))).toEqual({});
    for (const before of valid.filter(({ productId }) => productId === 1))
      for (const versionId of [null, 11, 12])
        expect(checkProductChoice(products, settleChoice(products, before, { versionId }))).toEqual({});
  });
});
