import type { FormState } from "../../../platform/http/form.ts";
import { locales } from "../../../platform/i18n/index.ts";
import { Button, Form, PageHeader, Select, TextArea, TextInput, useUi } from "../../../ui/index.ts";
import type { Desk } from "../store.ts";
import { words } from "../words.ts";
import { TimeZoneSelect } from "./time-zone-select.tsx";

export const deskPath = "/admin/desk";

interface DeskPageProps {
  desk: Desk;
  state: FormState;
}

export const DeskPage = ({ desk, state: { values, errors, problem } }: DeskPageProps) => {
  const w = words[useUi().locale];
  return (
    <>
      <PageHeader title={w.settings}>
        <p>{w.about}</p>
      </PageHeader>
      <Form
        merges
        id="desk"
        action={deskPath}
        values={values}
        errors={problem ? { "": problem, ...errors } : errors}
        labels={{
          name: w.name,
          mailAddress: w.mailAddress,
          timeZone: w.timeZone,
          passwordMinimum: w.passwordMinimum,
          colour: w.colour,
          mailFooter: w.mailFooter,
        }}
      >
        <TextInput name="name" label={w.name} help={w.nameHelp} value={desk.name} required />
        <TextInput
          name="mailAddress"
          type="email"
          label={w.mailAddress}
          help={w.mailAddressHelp}
          value={desk.mailAddress}
          required
          autocomplete="off"
        />
        <TextInput
          name="colour"
          type="color"
          label={w.colour}
          help={w.colourHelp}
          value={desk.colour}
          width="xs"
          mark={false}
        />
        <TextArea
          name="mailFooter"
          label={w.mailFooter}
          help={w.mailFooterHelp}
          value={desk.mailFooter}
          rows={4}
          mark={false}
        />
        <Select
          name="locale"
          label={w.language}
          help={w.languageHelp}
          value={desk.locale}
          options={locales.map((locale) => ({ value: locale, label: w.languages[locale] }))}
          width="md"
          mark={false}
        />
        <TimeZoneSelect label={w.timeZone} value={desk.timeZone} width="md" />
        <TextInput
          name="passwordMinimum"
          type="number"
          inputMode="numeric"
          label={w.passwordMinimum}
          help={w.passwordMinimumHelp}
          value={String(desk.passwordMinimum)}
          width="xs"
          required
        />
        <div class="form-actions">
          <Button kind="primary">{w.save}</Button>
        </div>
      </Form>
    </>
  );
};
