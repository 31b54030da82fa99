import {
  Asked,
  Checkbox,
  FieldError,
  FileInput,
  RadioCards,
  Select,
  TextArea,
  TextInput,
  useUi,
  type FieldErrors,
} from "../../../ui/index.ts";
import { askedFields, type Audience } from "../rules/form.ts";
import type { FormField } from "../rules/type.ts";
import { useAdminWords, type AdminWords } from "../words.admin.ts";

export interface AnswerFieldsProps {
  fields: readonly FormField[];
  /** What is answered already: as the form sends it, or as it is stored. */
  given: Readonly<Record<string, unknown>>;
  audience: Audience;
  /** The form's errors, by name. */
  errors: FieldErrors;
  /** The id of the form around, or longer where two of these stand in one form. */
  id: string;
  /** What the form names to say which questions it showed; see `shownField`. */
  shownAs?: string;
  /** Names of files that are kept from before, by question. */
  keptFiles?: Readonly<Record<string, readonly string[]>>;
  /** What is left empty is no mistake here: no question says that it is required. */
  isLenient?: boolean;
}

/** The name of a question's control, and in errors. */
export const answerName = (key: string): string => `customFields.${key}`;

/** Each question that is shown sends its key under this name, so that the server knows which are new to the person. */
export const shownField = "shown";

/** The questions of a type's form; those that hang on an answer appear with it. */
export const AnswerFields = (props: AnswerFieldsProps) => {
  const { fields, given, audience } = props;
  const now = new Set(askedFields({ fields, given, audience }));
  return (
    <>
      {fields
        .filter((field) => !field.isRetired && (audience === "agents" || field.audience === "customers"))
        .map((field) => {
          const question = <Question key={field.key} field={field} form={props} />;
          const { condition } = field;
          return condition ? (
            <Asked
              key={field.key}
              when={{ name: answerName(condition.field), isAnyOf: condition.isAnyOf }}
              asked={now.has(field)}
            >
              {question}
            </Asked>
          ) : (
            question
          );
        })}
    </>
  );
};

const Question = ({ field, form }: { field: FormField; form: AnswerFieldsProps }) => (
  <>
    {form.shownAs !== undefined && <input type="hidden" name={shownField} value={`${form.shownAs}.${field.key}`} />}
    <Control field={field} form={form} />
  </>
);

const Control = ({ field, form }: { field: FormField; form: AnswerFieldsProps }) => {
  const { locale } = useUi();
  const w = useAdminWords();
  const { kind, options } = field;
  const name = answerName(field.key);
  const common = {
    name,
    id: `${form.id}-customFields-${field.key}`,
    label: field.names[locale],
    help: field.hints[locale],
    required: field.isRequired && form.isLenient !== true,
    mark: form.isLenient === true ? false : undefined,
    error: form.errors[name],
  };
  const given = textsOf(form.given[field.key]);
  const choices = options
    .filter(({ isRetired }) => !isRetired)
    .map((option) => ({ value: option.key, label: option[locale] }));
  switch (kind) {
    case "line":
      return <TextInput {...common} value={given[0]} maxLength={300} autocomplete="off" />;
    case "text":
      return <TextArea {...common} value={given[0]} rows={3} />;
    case "number":
      return <TextInput {...common} value={given[0]} inputMode="decimal" width="sm" autocomplete="off" />;
    case "date":
      return <TextInput {...common} value={given[0]} type="date" width="sm" />;
    case "yes_no":
      return form.isLenient === true ? (
        // An answer that was given by mistake can be taken back.
        <Select {...common} value={given[0]} empty={w.pleaseChoose} width="md" options={yesNo(w)} />
      ) : (
        <RadioCards {...common} value={given[0]} columns={2} options={yesNo(w)} />
      );
    case "choice":
      return choices.length > 7 || form.isLenient === true ? (
        <Select {...common} value={given[0]} empty={w.pleaseChoose} width="md" options={choices} />
      ) : (
        <RadioCards {...common} value={given[0]} options={choices} />
      );
    case "choices":
      return <Choices common={common} given={given} choices={choices} />;
    case "file":
      return <FileQuestion common={common} kept={form.keptFiles?.[field.key] ?? []} />;
  }
};

const yesNo = (w: AdminWords) => [
  { value: "yes", label: w.yes },
  { value: "no", label: w.no },
];

interface Common {
  name: string;
  id: string;
  label: string;
  help: string;
  required: boolean;
  mark: boolean | undefined;
  error: string | undefined;
}

const Choices = ({
  common,
  given,
  choices,
}: {
  common: Common;
  given: readonly string[];
  choices: readonly { value: string; label: string }[];
}) => {
  const w = useAdminWords();
  return (
    <fieldset class="field" aria-describedby={common.error ? `${common.id}-error` : undefined}>
      <legend class="field-label">
        {common.label}{" "}
        {common.mark !== false && <span class="field-mark">{common.required ? w.required : w.optional}</span>}
      </legend>
      {common.help && <p class="field-help">{common.help}</p>}
      <div class="stack gap-2">
        {choices.map(({ value, label }, position) => (
          <Checkbox
            key={value}
            // The summary's link leads to the first one.
            id={position === 0 ? common.id : `${common.id}-${value}`}
            name={common.name}
            value={value}
            label={label}
            checked={given.includes(value)}
            error=""
          />
        ))}
      </div>
      <FieldError id={common.id} error={common.error} />
    </fieldset>
  );
};

/** The files themselves are kept by the form; their names are the answer. */
const FileQuestion = ({ common, kept }: { common: Common; kept: readonly string[] }) => (
  <div class="field">
    {kept.map((name) => (
      <input key={name} type="hidden" name={common.name} value={name} />
    ))}
    <FileInput {...common} multiple kept />
    {kept.length > 0 && <p class="small muted wrap-anywhere">{kept.join(", ")}</p>}
  </div>
);

const textsOf = (answer: unknown): string[] => {
  if (typeof answer === "boolean") return [answer ? "yes" : "no"];
  return [answer]
    .flat()
    .flatMap((each) => (typeof each === "string" || typeof each === "number" ? [String(each)] : []));
};
