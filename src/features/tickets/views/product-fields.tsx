import { Select, useUi, type Choice } from "../../../ui/index.ts";
import type { Product } from "../../products/index.ts";
import { words } from "../words.ts";

export interface ProductFieldsProps {
  /** In the order in which they are offered; the retired ones are left out here. */
  products: readonly Product[];
  required?: boolean;
  mark?: boolean;
}

/**
 * Product, version and module, each list narrowed by the choice before it. Without script the lists are grouped by
 * product instead, and the server says what does not belong together.
 */
export const ProductFields = ({ products, required = false, mark }: ProductFieldsProps) => {
  const { locale } = useUi();
  const w = words[locale];
  const offered = products.filter(({ isRetired }) => !isRetired);
  if (offered.length === 0) return null;
  const versions = offered.flatMap(versionsOf);
  const modules = offered.flatMap(modulesOf);
  return (
    <>
      <Select
        name="productId"
        label={w.fields.productId}
        empty={w.chooseProduct}
        required={required}
        mark={mark}
        options={offered.map(({ id, name }) => ({ value: String(id), label: name }))}
      />
      {versions.length > 0 && (
        <Select name="versionId" label={w.fields.versionId} empty={w.noneChosen} mark={mark} options={versions} />
      )}
      {modules.length > 0 && (
        <Select name="moduleId" label={w.fields.moduleId} empty={w.noneChosen} mark={mark} options={modules} />
      )}
    </>
  );
};

const versionsOf = ({ id: productId, name: group, versions }: Product): Choice[] =>
  versions
    .filter(({ isRetired }) => !isRetired)
    .map(({ id, name }) => ({ value: String(id), label: name, group, when: { productId: [String(productId)] } }));

const modulesOf = ({ id: productId, name: group, modules }: Product): Choice[] =>
  modules
    .filter(({ isRetired }) => !isRetired)
    .map(({ id, name, versionIds }) => ({
      value: String(id),
      label: name,
      group,
      when: {
        productId: [String(productId)],
        ...(versionIds.length > 0 && { versionId: ["", ...versionIds.map(String)] }),
      },
    }));
