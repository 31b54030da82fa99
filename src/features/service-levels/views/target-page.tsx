import type { FormState } from "../../../platform/http/form.ts";
import { previewButton, previewedField, type Previewed } from "../../../platform/http/preview.ts";
import { onceField } from "../../../platform/http/submit.ts";
import { Button, Form, PageHeader, Panel, Preview, Select, TextInput, Time, useUi } from "../../../ui/index.ts";
import { priorities } from "../../ticket-types/index.ts";
import { formatDuration, formatWarnBefore } from "../rules/durations.ts";
import type { Target } from "../rules/targets.ts";
import { words } from "../words.ts";
import type { Offer } from "./offer.ts";
import { serviceLevelHref, serviceLevelsPath } from "./paths.ts";
import { forWhom } from "./target-list.tsx";

/** The ids of the page's forms. */
export const targetForm = "service-level";
export const endForm = "end";

interface TargetFormProps {
  action: string;
  target?: Target;
  offer: Offer;
  state: FormState;
  submit: string;
  once?: string;
}

const TargetForm = ({ action, target, offer, state, submit, once }: TargetFormProps) => {
  const { locale } = useUi();
  const w = words[locale];
  const lasting = (minutes: number | null | undefined): string | undefined =>
    minutes ? formatDuration(minutes) : undefined;
  return (
    <Form
      merges
      id={targetForm}
      action={action}
      values={state.values}
      errors={state.problem === undefined ? state.errors : { "": state.problem, ...state.errors }}
      labels={{
        packageId: w.package,
        typeId: w.type,
        priority: w.priority,
        firstResponse: w.firstResponse,
        nextResponse: w.nextResponse,
        resolution: w.resolution,
        calendarId: w.calendar,
        warnBefore: w.warnBefore,
      }}
    >
      {once !== undefined && <input type="hidden" name={onceField} value={once} />}
      <Criteria target={target} offer={offer} />
      <fieldset class="field">
        <legend class="field-label">{w.promised}</legend>
        <p class="field-help">{w.promisedHelp}</p>
        <div class="mt-2 grid gap-3 sm:grid-cols-3">
          <TextInput
            name="firstResponse"
            label={w.firstResponse}
            value={lasting(target?.minutes.first_response)}
            mark={false}
            autocomplete="off"
          />
          <TextInput
            name="nextResponse"
            label={w.nextResponse}
            value={lasting(target?.minutes.next_response)}
            mark={false}
            autocomplete="off"
          />
          <TextInput
            name="resolution"
            label={w.resolution}
            value={lasting(target?.minutes.resolution)}
            mark={false}
            autocomplete="off"
          />
        </div>
      </fieldset>
      <TextInput
        name="warnBefore"
        label={w.warnBefore}
        help={w.warnBeforeHelp}
        value={target ? (target.warnBefore ? formatWarnBefore(target.warnBefore) : "") : "25 %"}
        width="sm"
        mark={false}
        autocomplete="off"
      />
      <Select
        name="calendarId"
        label={w.calendar}
        help={w.calendarHelp}
        value={idText(target?.calendarId)}
        empty={w.teamCalendar}
        options={offer.calendars
          .filter(({ id, retiredAt }) => !retiredAt || id === target?.calendarId)
          .map(({ id, name }) => ({ value: String(id), label: name }))}
        width="md"
        mark={false}
      />
      <div class="form-actions">
        <Button kind="primary">{submit}</Button>
        <Button {...previewButton}>{w.previewChange}</Button>
      </div>
    </Form>
  );
};

/** What another promise would have meant, above the form that has not been saved. */
const Meaning = ({ previewed, submit }: { previewed: Previewed | undefined; submit: string }) => {
  const w = words[useUi().locale];
  if (!previewed) return null;
  return (
    <Preview
      formId={previewed.form}
      title={w.replay}
      known={{ name: previewedField, value: previewed.key }}
      submit={previewed.form === endForm ? w.end : submit}
    >
      {previewed.body}
    </Preview>
  );
};

const idText = (id: number | null | undefined): string => (id ? String(id) : "");

const Criteria = ({ target, offer }: { target: Target | undefined; offer: Offer }) => {
  const { locale } = useUi();
  const w = words[locale];
  return (
    <fieldset class="field">
      <legend class="field-label">{w.for}</legend>
      <div class="mt-2 grid gap-3 sm:grid-cols-3">
        <Select
          name="packageId"
          label={w.package}
          value={idText(target?.packageId)}
          empty={w.anyPackage}
          options={offer.packages
            .filter(({ id, isRetired }) => !isRetired || id === target?.packageId)
            .map(({ id, names }) => ({ value: String(id), label: names[locale] }))}
          mark={false}
        />
        <Select
          name="typeId"
          label={w.type}
          value={idText(target?.typeId)}
          empty={w.anyType}
          options={offer.types
            .filter(({ id, isRetired }) => !isRetired || id === target?.typeId)
            .map(({ id, names }) => ({ value: String(id), label: names[locale] }))}
          mark={false}
        />
        <Select
          name="priority"
          label={w.priority}
          value={target?.priority ?? ""}
          empty={w.anyPriority}
          options={priorities.map((priority) => ({ value: priority, label: w.priorities[priority] }))}
          mark={false}
        />
      </div>
    </fieldset>
  );
};

interface NewPageProps {
  offer: Offer;
  state: FormState;
  previewed: Previewed | undefined;
  once: string;
}

export const NewTargetPage = ({ previewed, ...props }: NewPageProps) => {
  const w = words[useUi().locale];
  return (
    <div class="stack">
      <PageHeader title={w.add} crumbs={[{ label: w.title, href: serviceLevelsPath }]}>
        <p>{w.addAbout}</p>
      </PageHeader>
      <Meaning previewed={previewed} submit={w.add} />
      <TargetForm action={serviceLevelsPath} submit={w.add} {...props} />
    </div>
  );
};

interface PageProps {
  target: Target;
  offer: Offer;
  state: FormState;
  previewed: Previewed | undefined;
}

export const TargetPage = ({ target, offer, state, previewed }: PageProps) => {
  const { locale } = useUi();
  const w = words[locale];
  const href = serviceLevelHref(target.id);
  return (
    <div class="stack">
      <PageHeader title={forWhom(target, offer, locale)} crumbs={[{ label: w.title, href: serviceLevelsPath }]}>
        <p>{w.changeAbout}</p>
        <p class="muted small">
          {w.since} <Time at={target.since} look="datetime" />
        </p>
      </PageHeader>
      <Meaning previewed={previewed} submit={w.saveAnyway} />
      <TargetForm action={href} target={target} offer={offer} state={state} submit={w.save} />
      <Panel title={w.end}>
        <div class="stack gap-3">
          <p>{w.endAbout}</p>
          <Form id={endForm} action={`${href}/end`} plain>
            <Button>{w.end}</Button>
          </Form>
        </div>
      </Panel>
    </div>
  );
};
