import type { ComponentChildren } from "preact";
import { cx } from "../cx.ts";
import { ErrorSummary } from "./error-summary.tsx";
import { FormContext, type FieldErrors, type FieldValues } from "./form-context.ts";

export interface FormProps {
  /** Unique on the page; the ids of its fields begin with it. */
  id: string;
  action: string;
  /** `post` unless said otherwise; filters and searches use `get`. */
  method?: "get" | "post" | undefined;
  /** Errors by field name, already in the reader's language. Fields inside find their own. */
  errors?: FieldErrors | undefined;
  /** What the fields are called, by name, so that the summary of errors can name them. */
  labels?: Readonly<Record<string, string>> | undefined;
  /** What the person had entered. Fields inside find their own, so that a refused form comes back as it was. */
  values?: FieldValues | undefined;
  /** Set for forms with files. */
  files?: boolean | undefined;
  /** `false` sends the form without Turbo, e.g. for downloads. */
  turbo?: boolean | undefined;
  /** Leaves out the summary, for forms of one line. */
  plain?: boolean | undefined;
  /**
   * For forms that change what stands there already: what others have changed since the page was shown is kept, and whoever changed
   * the same is asked (platform/http/merging.ts).
   */
  merges?: boolean | undefined;
  class?: string | undefined;
  children?: ComponentChildren;
}

/**
 * A plain form. Validation is the server's, so that everybody reads the same sentences in his own language;
 * the browser's own bubbles are switched off.
 */
export const Form = ({ id, action, method = "post", errors = {}, values = {}, ...rest }: FormProps) => {
  const refused = Object.keys(errors).length > 0;
  return (
    <FormContext.Provider value={{ id, errors, values }}>
      <form
        id={id}
        action={action}
        method={method}
        enctype={rest.files ? "multipart/form-data" : undefined}
        class={cx(!rest.plain && "form", rest.class)}
        noValidate
        data-turbo={rest.turbo === false ? "false" : undefined}
        data-merges={rest.merges ? "" : undefined}
        data-unsaved={refused ? "" : undefined}
      >
        {refused && !rest.plain && <ErrorSummary errors={errors} formId={id} labels={rest.labels} />}
        {rest.children}
      </form>
    </FormContext.Provider>
  );
};
