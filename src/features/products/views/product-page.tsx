import type { ComponentChildren } from "preact";
import { formatDate, type Locale } from "../../../platform/i18n/index.ts";
import type { StoredEvent } from "../../../platform/events.ts";
import type { FormState } from "../../../platform/http/form.ts";
import { Button, Form, Notice, PageHeader, Panel, Table, TextInput, useUi, type Column } from "../../../ui/index.ts";
import type { Part, Product, ProductModule, ProductVersion } from "../types.ts";
import type { Uses } from "../uses.ts";
import { useAdminWords, type AdminWords } from "../words.admin.ts";
import { EntryMenu, StateTag, UsedBy } from "./entry-parts.tsx";
import { shown } from "./form-parts.tsx";
import { LinesForm } from "./lines-form.tsx";
import { partHref, productHref, productsPath } from "./paths.ts";
import { ProductHistory } from "./product-history.tsx";

export interface ProductPageProps {
  product: Product;
  uses: Uses;
  facts: FormState;
  adding: Readonly<Record<Part, FormState>>;
  problem: string | undefined;
  events: readonly StoredEvent[];
  once: string;
}

export const ProductPage = (props: ProductPageProps) => {
  const w = useAdminWords();
  const { product, problem } = props;
  return (
    <div class="stack">
      <PageHeader title={product.name} crumbs={[{ label: w.products, href: productsPath }]}>
        <p>
          {w.usedBy}: <UsedBy use={props.uses({ kind: "product", id: product.id })} />
        </p>
      </PageHeader>
      {problem !== undefined && (
        <div role="alert">
          <Notice tone="danger">{problem}</Notice>
        </div>
      )}
      {product.isRetired && <Notice icon="archive">{w.retiredNotice}</Notice>}
      <Form merges {...shown("product", props.facts)} action={productHref(product.id)} labels={{ name: w.name }}>
        <TextInput
          name="name"
          label={w.name}
          help={w.nameHelp}
          value={product.name}
          width="md"
          required
          autocomplete="off"
        />
        <div class="form-actions">
          <Button kind="primary">{w.save}</Button>
        </div>
      </Form>
      <PartPanel part="version" about={w.versionsAbout} title={w.versions} page={props}>
        <VersionTable page={props} />
      </PartPanel>
      <PartPanel part="module" about={w.modulesAbout} title={w.modules} page={props}>
        <ModuleTable page={props} />
      </PartPanel>
      <ProductHistory events={props.events} />
    </div>
  );
};

interface PartPanelProps {
  part: Part;
  title: string;
  about: string;
  page: ProductPageProps;
  children: ComponentChildren;
}

const PartPanel = ({ part, title, about, page, children }: PartPanelProps) => (
  <Panel title={title} id={`${part}s`}>
    <div class="stack">
      <p class="muted">{about}</p>
      {children}
      <LinesForm
        kind={part}
        action={productHref(page.product.id, "/parts")}
        state={page.adding[part]}
        once={`${page.once}-${part}`}
      />
    </div>
  </Panel>
);

/** The columns that versions and modules share: name in front, use, state and menu behind. */
const columnsOf = <T extends ProductVersion | ProductModule>(
  w: AdminWords,
  {
    part,
    all,
    page: { product, uses },
    own,
  }: { part: Part; all: readonly T[]; page: ProductPageProps; own: Column<T> },
): readonly Column<T>[] => [
  {
    key: "name",
    heading: w.name,
    width: "grow",
    narrow: "title",
    cell: ({ id, name }) => <a href={partHref(product.id, part, id)}>{name}</a>,
  },
  own,
  { key: "uses", heading: w.usedBy, narrow: "pair", cell: ({ id }) => <UsedBy use={uses({ kind: part, id })} /> },
  { key: "state", heading: w.state, narrow: "fact", cell: ({ isRetired }) => <StateTag isRetired={isRetired} /> },
  {
    key: "more",
    heading: w.edit,
    hideHeading: true,
    align: "end",
    narrow: "fact",
    cell: (row) => (
      <EntryMenu
        productId={product.id}
        entry={{ kind: part, ...row }}
        use={uses({ kind: part, id: row.id })}
        place={{ isFirst: row === all[0], isLast: row === all.at(-1) }}
      />
    ),
  },
];

/** A day without an hour is the same day everywhere. */
const dayWords = (day: string, locale: Locale): string =>
  formatDate(new Date(`${day}T00:00:00Z`), { locale, timeZone: "UTC" });

const VersionTable = ({ page }: { page: ProductPageProps }) => {
  const w = useAdminWords();
  const { locale } = useUi();
  const all = page.product.versions;
  const own: Column<ProductVersion> = {
    key: "released",
    heading: w.released,
    narrow: "pair",
    cell: ({ releasedOn }) => (releasedOn === null ? "" : dayWords(releasedOn, locale)),
  };
  return (
    <Table
      caption={w.versions}
      columns={columnsOf(w, { part: "version", all, page, own })}
      rows={all}
      keyOf={({ id }) => String(id)}
      empty={<p class="muted">{w.noVersions}</p>}
    />
  );
};

const ModuleTable = ({ page }: { page: ProductPageProps }) => {
  const w = useAdminWords();
  const all = page.product.modules;
  const named = (ids: readonly number[]): string =>
    page.product.versions
      .filter(({ id }) => ids.includes(id))
      .map(({ name }) => name)
      .join(", ");
  const own: Column<ProductModule> = {
    key: "versions",
    heading: w.existsIn,
    narrow: "pair",
    cell: ({ versionIds }) =>
      versionIds.length === 0 ? <span class="muted">{w.allVersions}</span> : named(versionIds),
  };
  return (
    <Table
      caption={w.modules}
      columns={columnsOf(w, { part: "module", all, page, own })}
      rows={all}
      keyOf={({ id }) => String(id)}
      empty={<p class="muted">{w.noModules}</p>}
    />
  );
};
