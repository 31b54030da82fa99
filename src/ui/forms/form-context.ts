import { createContext } from "preact";
import { useContext } from "preact/hooks";

/** Field name → what is the matter, in the reader's language. */
export type FieldErrors = Readonly<Record<string, string>>;
/** Field name → what the person had entered. */
export type FieldValues = Readonly<Record<string, string | readonly string[] | undefined>>;

export interface FormState {
  id: string;
  errors: FieldErrors;
  values: FieldValues;
}

const nothing: FormState = { id: "f", errors: {}, values: {} };
export const FormContext = createContext<FormState>(nothing);

export interface FieldState {
  /** The control's id; `help` and `error` hang their own ids on it. */
  id: string;
  error: string | undefined;
  /** What the person entered before, if the form came back. */
  entered: string | readonly string[] | undefined;
}

export const fieldId = (form: string, name: string): string => `${form}-${name.replaceAll(/[^\w-]+/g, "-")}`;

/** What the surrounding form knows of one field. A control's own props win over it. */
export const useField = (name: string): FieldState => {
  const form = useContext(FormContext);
  return { id: fieldId(form.id, name), error: form.errors[name], entered: form.values[name] };
};

export const firstOf = (entered: string | readonly string[] | undefined): string | undefined =>
  typeof entered === "string" ? entered : entered?.[0];
