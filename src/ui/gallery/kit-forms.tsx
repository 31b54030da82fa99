import { Button } from "../actions/button.tsx";
import { Asked } from "../forms/asked.tsx";
import { Checkbox } from "../forms/checkbox.tsx";
import { FileInput } from "../forms/file-input.tsx";
import { FilterBar } from "../forms/filter-bar.tsx";
import { Form } from "../forms/form.tsx";
import { RadioCards } from "../forms/radio-cards.tsx";
import { SearchBox } from "../forms/search-box.tsx";
import { Select } from "../forms/select.tsx";
import { TextArea } from "../forms/text-area.tsx";
import { TextInput } from "../forms/text-input.tsx";
import { TextPreview } from "../forms/text-preview.tsx";
import { useSampleWords } from "./samples.tsx";

const useProducts = () => useSampleWords().products.map((label, index) => ({ value: String(index), label }));

/** The same form untouched and refused. */
export const FormSamples = () => {
  const words = useSampleWords();
  const refused = {
    email: words.emailError,
    subject: words.subjectError,
    product: words.productError,
    priority: words.productError,
    terms: words.termsError,
  };
  return (
    <div class="grid gap-10 lg:grid-cols-2">
      <RequestForm id="fresh" />
      <RequestForm id="refused" errors={refused} values={{ email: "maria.huber@", name: "Maria Huber" }} />
    </div>
  );
};

interface Sent {
  id: string;
  errors?: Record<string, string>;
  values?: Record<string, string>;
}

export const RequestForm = ({ id, errors, values }: Sent) => {
  const words = useSampleWords();
  return (
    <Form id={id} action="#submit" files errors={errors} values={values}>
      <TextInput name="name" label={words.name} required autocomplete="name" width="md" />
      <TextInput name="email" type="email" label={words.email} help={words.emailHelp} required autocomplete="email" />
      <TextInput name="subject" label={words.subject} required placeholder={words.headline} />
      <Select
        name="product"
        label={words.product}
        options={useProducts()}
        empty={words.pleaseChoose}
        required
        width="md"
      />
      <RadioCards
        name="priority"
        label={words.priority}
        help={words.priorityHelp}
        options={words.priorities}
        required
        columns={2}
      />
      <TextArea name="description" label={words.description} help={words.descriptionHelp} />
      <TextPreview
        of={`${id}-description`}
        title={words.preview}
        text=""
        values={{ name: words.headline }}
        empty={words.previewEmpty}
      />
      <FileInput name="files" label={words.files} help={words.filesHelp} multiple />
      <Checkbox name="consent" label={words.consent} help={words.consentHelp} checked />
      <Asked when={{ name: "consent", isAnyOf: ["on"] }} asked>
        <TextInput name="endCustomer" label={words.endCustomer} />
      </Asked>
      <Checkbox name="terms" label={words.terms} required />
      <div class="form-actions">
        <Button kind="primary">{words.submit}</Button>
        <Button kind="quiet">{words.cancel}</Button>
      </div>
    </Form>
  );
};

export const ControlSamples = () => {
  const words = useSampleWords();
  return (
    <div class="grid gap-6 sm:grid-cols-2">
      <TextInput name="x-disabled" label={words.disabled} value={words.organisationName} disabled mark={false} />
      <TextInput name="x-readonly" label={words.customerNumber} value="K-104 82" readOnly width="sm" mark={false} />
      <TextInput name="x-icon" label={words.phone} icon="phone" value="+49 30 1234567" type="tel" autocomplete="tel" />
      <TextInput name="x-password" label={words.password} type="password" autocomplete="current-password" required />
      <Select name="x-select" label={words.product} options={useProducts()} disabled mark={false} />
      <Checkbox name="x-check" label={words.consent} disabled checked />
      <RadioCards
        name="x-radio"
        label={words.type}
        mark={false}
        value="1"
        options={words.types.map((label, index) => ({
          value: String(index),
          label,
          icon: "ticket",
          disabled: index === 2,
        }))}
      />
    </div>
  );
};

export const SearchSamples = () => {
  const words = useSampleWords();
  const statuses = Object.entries(words.statuses).map(([value, label]) => ({ value, label }));
  return (
    <div class="stack">
      <SearchBox action="#search" label={words.search} hotkey="/" />
      <SearchBox action="#search" label={words.searchPortal} size="lg" value="SameSite" name="question" />
      <FilterBar
        id="filters"
        action="#filter"
        clearHref="#all"
        active={[
          { label: words.filterStatus, removeHref: "#without-status" },
          { label: words.filterOrganisation, removeHref: "#without-organisation" },
        ]}
      >
        <Select
          name="status"
          label={words.status}
          options={statuses}
          empty={words.anyStatus}
          value="open"
          mark={false}
        />
        <Select
          name="type"
          label={words.type}
          options={words.types.map((label) => ({ value: label, label }))}
          empty={words.anyType}
          mark={false}
        />
        <TextInput name="since" label={words.period} type="date" mark={false} />
      </FilterBar>
    </div>
  );
};
