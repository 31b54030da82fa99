import type { Product, ProductModule, ProductVersion } from "../types.ts";

/** Which product something is about, its version and its module; each may be missing. */
export interface ProductChoice {
  productId: number | null;
  versionId: number | null;
  moduleId: number | null;
}

export const noProduct: ProductChoice = { productId: null, versionId: null, moduleId: null };

/** What there is to choose from, given what is chosen. What is chosen stays among it, even when it is retired. */
export interface DependentChoices {
  products: readonly Product[];
  versions: readonly ProductVersion[];
  modules: readonly ProductModule[];
}

const offered = <T extends { id: number; isRetired: boolean }>(all: readonly T[], chosen: number | null): T[] =>
  all.filter(({ id, isRetired }) => !isRetired || id === chosen);

export const existsIn = ({ versionIds }: Pick<ProductModule, "versionIds">, versionId: number | null): boolean =>
  versionId === null || versionIds.length === 0 || versionIds.includes(versionId);

/** The lists as they depend on each other: versions of the product, modules that exist in the version. */
export const dependentChoices = (products: readonly Product[], chosen: ProductChoice): DependentChoices => {
  const product = products.find(({ id }) => id === chosen.productId);
  return {
    products: offered(products, chosen.productId),
    versions: offered(product?.versions ?? [], chosen.versionId),
    modules: offered(product?.modules ?? [], chosen.moduleId).filter(
      (module) => module.id === chosen.moduleId || existsIn(module, chosen.versionId),
    ),
  };
};

export type ChoiceProblem =
  | "unknownProduct"
  | "retiredProduct"
  | "otherProductsVersion"
  | "retiredVersion"
  | "otherProductsModule"
  | "retiredModule"
  | "notInVersion";

export type ChoiceProblems = Partial<Record<keyof ProductChoice, ChoiceProblem>>;

/**
 * What is wrong with a choice, by field; nothing when it can be taken. What was chosen before (`before`) may stay
 * although it is retired by now, as long as the three still belong together.
 */
export const checkProductChoice = (
  products: readonly Product[],
  choice: ProductChoice,
  before: ProductChoice = noProduct,
): ChoiceProblems => {
  const product = products.find(({ id }) => id === choice.productId);
  const version = product?.versions.find(({ id }) => id === choice.versionId);
  const module = product?.modules.find(({ id }) => id === choice.moduleId);
  const problems: ChoiceProblems = {};
  if (choice.productId !== null) {
    if (!product) problems.productId = "unknownProduct";
    else if (product.isRetired && product.id !== before.productId) problems.productId = "retiredProduct";
  }
  if (choice.versionId !== null) {
    if (!version) problems.versionId = "otherProductsVersion";
    else if (version.isRetired && version.id !== before.versionId) problems.versionId = "retiredVersion";
  }
  if (choice.moduleId !== null) {
    if (!module) problems.moduleId = "otherProductsModule";
    else if (module.isRetired && module.id !== before.moduleId) problems.moduleId = "retiredModule";
    else if (!existsIn(module, choice.versionId)) problems.moduleId = "notInVersion";
  }
  return problems;
};

/**
 * What becomes of a choice when some of it changes: another product takes version and module with it, another version
 * the module that it does not have. What is changed expressly is kept, so that a wrong one is refused and not dropped.
 */
export const settleChoice = (
  products: readonly Product[],
  before: ProductChoice,
  changed: Partial<ProductChoice>,
): ProductChoice => {
  const next = { ...before, ...changed };
  const isOtherProduct = next.productId !== before.productId;
  if (isOtherProduct && changed.versionId === undefined) next.versionId = null;
  if (isOtherProduct && changed.moduleId === undefined) next.moduleId = null;
  const module = products.find(({ id }) => id === next.productId)?.modules.find(({ id }) => id === next.moduleId);
  if (changed.moduleId === undefined && module && !existsIn(module, next.versionId)) next.moduleId = null;
  return next;
};
