import type { FormState } from "../../../platform/http/form.ts";
import { EmptyState, Notice, PageHeader, Panel, Table, type Column } from "../../../ui/index.ts";
import type { Product } from "../types.ts";
import type { Uses } from "../uses.ts";
import { useAdminWords, type AdminWords } from "../words.admin.ts";
import { EntryMenu, StateTag, UsedBy } from "./entry-parts.tsx";
import { LinesForm } from "./lines-form.tsx";
import { productHref, productsPath } from "./paths.ts";

export interface ProductListProps {
  products: readonly Product[];
  uses: Uses;
  adding: FormState;
  /** Why a product could not be moved or ended. */
  problem: string | undefined;
  once: string;
}

const counted = (w: AdminWords, all: readonly { isRetired: boolean }[]): string =>
  w.count({ count: all.length, retired: all.filter(({ isRetired }) => isRetired).length });

const columnsOf = (w: AdminWords, { products, uses }: ProductListProps): readonly Column<Product>[] => [
  {
    key: "name",
    heading: w.name,
    width: "grow",
    narrow: "title",
    cell: (product) => <a href={productHref(product.id)}>{product.name}</a>,
  },
  { key: "versions", heading: w.versions, narrow: "pair", cell: ({ versions }) => counted(w, versions) },
  { key: "modules", heading: w.modules, narrow: "pair", cell: ({ modules }) => counted(w, modules) },
  {
    key: "uses",
    heading: w.usedBy,
    narrow: "pair",
    cell: ({ id }) => <UsedBy use={uses({ kind: "product", id })} />,
  },
  { key: "state", heading: w.state, narrow: "fact", cell: (product) => <StateTag isRetired={product.isRetired} /> },
  {
    key: "more",
    heading: w.edit,
    hideHeading: true,
    align: "end",
    narrow: "fact",
    cell: (product) => (
      <EntryMenu
        productId={product.id}
        entry={{ kind: "product", ...product }}
        use={uses({ kind: "product", id: product.id })}
        place={{ isFirst: product === products[0], isLast: product === products.at(-1) }}
        isInList
      />
    ),
  },
];

export const ProductList = (props: ProductListProps) => {
  const w = useAdminWords();
  const { products, problem } = props;
  return (
    <div class="stack">
      <PageHeader title={w.products}>
        <p>{w.productsAbout}</p>
      </PageHeader>
      {problem !== undefined && (
        <div role="alert">
          <Notice tone="danger">{problem}</Notice>
        </div>
      )}
      <Table
        caption={w.products}
        columns={columnsOf(w, props)}
        rows={products}
        keyOf={({ id }) => String(id)}
        empty={
          <EmptyState icon="package" title={w.noProducts}>
            {w.noProductsAbout}
          </EmptyState>
        }
      />
      <Panel title={w.addProducts} id="add">
        <LinesForm kind="product" action={productsPath} state={props.adding} once={props.once} />
      </Panel>
    </div>
  );
};
