import type { FormState } from "../../../platform/http/form.ts";
import { onceField } from "../../../platform/http/submit.ts";
import { Button, Form, Notice, PageHeader, RadioCards, TextInput, useUi } from "../../../ui/index.ts";
import type { Supplier } from "../types.ts";
import { useSupplierWords } from "../words.ts";
import { supplierHref, suppliersPath } from "./paths.ts";

interface SupplierPageProps {
  /** Undefined: a new one. */
  supplier: Supplier | undefined;
  state: FormState;
  once: string;
}

export const SupplierPage = ({ supplier, state, once }: SupplierPageProps) => {
  const w = useSupplierWords();
  const { locale } = useUi();
  const { name, mailAddress, customerNumber, locale: language = locale } = { ...supplier, ...entered(state) };
  return (
    <div class="stack">
      <PageHeader title={supplier?.name ?? w.addTitle} crumbs={[{ label: w.title, href: suppliersPath }]} />
      {supplier?.isRetired && <Notice icon="archive">{w.retiredNotice}</Notice>}
      <Form
        merges
        id="supplier"
        action={supplier ? supplierHref(supplier.id) : `${suppliersPath}/new`}
        values={state.values}
        errors={state.problem === undefined ? state.errors : { "": state.problem, ...state.errors }}
        labels={{ name: w.name, mailAddress: w.mailAddress, customerNumber: w.customerNumber, locale: w.locale }}
      >
        <input type="hidden" name={onceField} value={once} />
        <TextInput name="name" label={w.name} value={name} required autocomplete="off" />
        <TextInput
          name="mailAddress"
          type="email"
          label={w.mailAddress}
          help={w.mailAddressHelp}
          value={mailAddress}
          required
          autocomplete="off"
        />
        <TextInput name="customerNumber" label={w.customerNumber} value={customerNumber} autocomplete="off" />
        <RadioCards
          name="locale"
          label={w.locale}
          required
          columns={2}
          value={language}
          options={(["de", "en"] as const).map((value) => ({ value, label: w.languages[value] }))}
        />
        <div class="form-actions">
          <Button kind="primary">{supplier ? w.save : w.add}</Button>
        </div>
      </Form>
    </div>
  );
};

/** What was emptied comes back empty, whatever is saved. */
const entered = ({ values }: FormState) =>
  Object.fromEntries(
    (["name", "mailAddress", "customerNumber"] as const).flatMap((field) =>
      values[field] === undefined ? [] : [[field, values[field]] as const],
    ),
  ) as Partial<Pick<Supplier, "name" | "mailAddress" | "customerNumber">>;
