import type { FormState } from "../../../platform/http/form.ts";
import {
  Button,
  Checkbox,
  FieldError,
  Form,
  LinkButton,
  Notice,
  PageHeader,
  RadioCards,
  Select,
  useUi,
} from "../../../ui/index.ts";
import { conditionAnswers, possibleConditions } from "../rules/form-settings.ts";
import { fieldKinds, type FieldOption, type FormField, type TicketType } from "../rules/type.ts";
import { conditionAnswerName } from "../said.ts";
import type { Use } from "../uses.ts";
import { useAdminWords } from "../words.admin.ts";
import { HintFields, isFresh, NameFields, Once, shown, UsedBy } from "./entry-parts.tsx";
import { PairedRows } from "./paired-rows.tsx";
import { fieldHref, typeHref } from "./paths.ts";
import { tabHref } from "./type-frame.tsx";

export interface FieldPageProps {
  type: TicketType;
  /** Missing for a new one. */
  field?: FormField;
  use?: Use;
  state: FormState;
  once: string;
}

const formId = "field";

export const FieldPage = (props: FieldPageProps) => {
  const { locale } = useUi();
  const w = useAdminWords();
  const { type, field, use, state, once } = props;
  return (
    <div class="stack">
      <PageHeader
        title={field?.names[locale] ?? w.addField}
        crumbs={[
          { label: type.names[locale], href: typeHref(type.id) },
          { label: w.tabs.form, href: tabHref(type.id, "form") },
        ]}
      >
        {field && (
          <p>
            {w.kinds[field.kind]} · {w.keyOfField({ key: field.key })} {w.usedBy}: {use && <UsedBy use={use} />}.
          </p>
        )}
      </PageHeader>
      {field && <Dependents type={type} field={field} />}
      <Form
        merges
        {...shown(formId, state)}
        action={field ? fieldHref(type.id, field.id) : typeHref(type.id, "/fields")}
        labels={{
          nameEn: w.questionEn,
          nameDe: w.questionDe,
          kind: w.kind,
          options: w.options,
          condition: w.condition,
        }}
      >
        {!field && <Once value={once} />}
        <NameFields names={field?.names} labels={{ en: w.questionEn, de: w.questionDe }} />
        <HintFields hints={field?.hints} help="" />
        {field ? <Notice>{w.kindFixed}</Notice> : <KindChoice />}
        {(!field || field.kind === "choice" || field.kind === "choices") && <Options field={field} state={state} />}
        <Checkbox
          name="isRequired"
          label={w.requiredField}
          help={w.requiredHelp}
          checked={isFresh(state) && field?.isRequired}
        />
        <RadioCards
          name="audience"
          label={w.audience}
          help={w.audienceHelp}
          mark={false}
          columns={2}
          value={field?.audience ?? "customers"}
          options={(["customers", "agents"] as const).map((value) => ({ value, label: w.audiences[value] }))}
        />
        <Condition {...props} />
        <div class="form-actions">
          <Button kind="primary">{field ? w.save : w.addFieldSubmit}</Button>
          <LinkButton href={tabHref(type.id, "form")} kind="quiet">
            {w.tabs.form}
          </LinkButton>
        </div>
      </Form>
    </div>
  );
};

const KindChoice = () => {
  const w = useAdminWords();
  return (
    <Select
      name="kind"
      label={w.kind}
      mark={false}
      width="md"
      value="line"
      options={fieldKinds.map((value) => ({ value, label: w.kinds[value] }))}
    />
  );
};

/** Which other questions would no longer be asked without this one. */
const Dependents = ({ type, field }: { type: TicketType; field: FormField }) => {
  const { locale } = useUi();
  const w = useAdminWords();
  const names = type.fields
    .filter(({ condition, isRetired }) => !isRetired && condition?.field === field.key)
    .map((each) => `„${each.names[locale]}“`);
  return names.length === 0 ? null : <Notice icon="link">{w.dependents({ names: names.join(", ") })}</Notice>;
};

const Options = ({ field, state }: { field: FormField | undefined; state: FormState }) => {
  const { locale } = useUi();
  const w = useAdminWords();
  const all = field?.options ?? [];
  const gone = all.filter(({ isRetired }) => isRetired);
  return (
    <>
      <PairedRows
        name="option"
        legend={w.options}
        help={w.optionsHelp}
        rows={isFresh(state) ? all.filter(({ isRetired }) => !isRetired) : rowsIn(state)}
        labelOf={(position) => w.option({ position })}
        error={state.errors["options"]}
        id={`${formId}-options`}
      />
      {gone.length > 0 && (
        <fieldset class="field">
          <legend class="field-label">{w.goneOptions}</legend>
          <div class="stack gap-2">
            {gone.map((option: FieldOption) => (
              <Checkbox
                key={option.key}
                id={`${formId}-back-${option.key}`}
                name="optionBack"
                value={option.key}
                label={w.bringOptionBack({ name: option[locale] })}
              />
            ))}
          </div>
        </fieldset>
      )}
    </>
  );
};

/** The rows as they were typed. */
const rowsIn = ({ lists }: FormState): FieldOption[] =>
  (lists["optionKey"] ?? []).flatMap((key, index) => {
    const [en = "", de = ""] = [lists["optionEn"]?.[index], lists["optionDe"]?.[index]];
    return key || en || de ? [{ key, en, de, isRetired: false }] : [];
  });

const Condition = ({ type, field, state }: FieldPageProps) => {
  const { locale } = useUi();
  const w = useAdminWords();
  const possible = possibleConditions(type.fields, field?.key);
  const chosen = (key: string, answer: string): boolean =>
    isFresh(state) && field?.condition?.field === key && field.condition.isAnyOf.includes(answer);
  return (
    <fieldset class="field">
      <legend class="field-label" id={`${formId}-condition`}>
        {w.condition}
      </legend>
      <p class="field-help">{possible.length > 0 ? w.conditionHelp : w.noConditions}</p>
      <div class="stack">
        {possible.map((on) => (
          <div key={on.key} role="group" aria-labelledby={`${formId}-on-${on.key}`} class="stack gap-2">
            <p class="small" id={`${formId}-on-${on.key}`}>
              {on.names[locale]}
            </p>
            {conditionAnswers(on).map((answer) => (
              <Checkbox
                key={answer}
                id={`${formId}-on-${on.key}-${answer}`}
                name="condition"
                value={`${on.key}:${answer}`}
                label={conditionAnswerName(on, answer, locale)}
                checked={chosen(on.key, answer)}
                error=""
              />
            ))}
          </div>
        ))}
      </div>
      <FieldError id={`${formId}-condition`} error={state.errors["condition"]} />
    </fieldset>
  );
};
