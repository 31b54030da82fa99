import type { FormState } from "../../../platform/http/form.ts";
import { onceField } from "../../../platform/http/submit.ts";
import type { FieldErrors, FieldValues } from "../../../ui/index.ts";

interface Shown {
  id: string;
  errors: FieldErrors;
  values: FieldValues;
}

/** A form's state as the kit's `Form` takes it; what is wrong with the whole stands first in the summary. */
export const shown = (id: string, { values, lists, errors, problem }: FormState): Shown => ({
  id,
  errors: problem === undefined ? errors : { "": problem, ...errors },
  values: { ...values, ...Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 1)) },
});

/** Makes a form act once, however often it is sent. */
export const Once = ({ value }: { value: string }) => <input type="hidden" name={onceField} value={value} />;
