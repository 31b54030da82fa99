import type { FormState } from "../../../platform/http/form.ts";
import { Button, Checkbox, Form, PageHeader, TextInput } from "../../../ui/index.ts";
import type { Product, ProductModule, ProductVersion } from "../types.ts";
import type { Use } from "../uses.ts";
import { useAdminWords } from "../words.admin.ts";
import { StateTag, UsedBy } from "./entry-parts.tsx";
import { shown } from "./form-parts.tsx";
import { partHref, productHref, productsPath } from "./paths.ts";

interface PartPageProps {
  product: Product;
  use: Use;
  state: FormState;
}

const Head = ({ product, part, use }: Omit<PartPageProps, "state"> & { part: ProductVersion | ProductModule }) => {
  const w = useAdminWords();
  return (
    <PageHeader
      title={part.name}
      crumbs={[
        { label: w.products, href: productsPath },
        { label: product.name, href: productHref(product.id) },
      ]}
    >
      <div class="row">
        <StateTag isRetired={part.isRetired} />
        <UsedBy use={use} />
      </div>
    </PageHeader>
  );
};

export const VersionPage = ({ product, version, use, state }: PartPageProps & { version: ProductVersion }) => {
  const w = useAdminWords();
  return (
    <div class="stack">
      <Head product={product} part={version} use={use} />
      <Form
        merges
        {...shown("version", state)}
        action={partHref(product.id, "version", version.id)}
        labels={{ name: w.name, releasedOn: w.released }}
      >
        <TextInput
          name="name"
          label={w.name}
          help={w.nameHelp}
          value={version.name}
          width="md"
          required
          autocomplete="off"
        />
        <TextInput
          name="releasedOn"
          type="date"
          label={w.released}
          help={w.releasedHelp}
          value={version.releasedOn ?? ""}
          width="sm"
        />
        <div class="form-actions">
          <Button kind="primary">{w.save}</Button>
        </div>
      </Form>
    </div>
  );
};

export const ModulePage = ({ product, module, use, state }: PartPageProps & { module: ProductModule }) => {
  const w = useAdminWords();
  // A form that comes back without a tick means that nothing was ticked.
  const isFresh = Object.keys(state.lists).length === 0;
  return (
    <div class="stack">
      <Head product={product} part={module} use={use} />
      <Form
        merges
        {...shown("module", state)}
        action={partHref(product.id, "module", module.id)}
        labels={{ name: w.name }}
      >
        <TextInput
          name="name"
          label={w.name}
          help={w.nameHelp}
          value={module.name}
          width="md"
          required
          autocomplete="off"
        />
        {product.versions.length > 0 && (
          <fieldset class="field">
            <legend class="field-label">{w.existsIn}</legend>
            <p class="field-help">{w.versionIdsHelp}</p>
            <div class="stack">
              {product.versions.map(({ id, name }) => (
                <Checkbox
                  key={id}
                  id={`module-versionIds-${id}`}
                  name="versionIds"
                  value={String(id)}
                  label={name}
                  checked={isFresh && module.versionIds.includes(id)}
                />
              ))}
            </div>
          </fieldset>
        )}
        <div class="form-actions">
          <Button kind="primary">{w.save}</Button>
        </div>
      </Form>
    </div>
  );
};
