import { useWords } from "../context.tsx";
import { Icon } from "../icon.tsx";
import { fieldId, type FieldErrors } from "./form-context.ts";

export interface ErrorSummaryProps {
  /** Errors by field name. The empty name stands for the form as a whole and gets no link. */
  errors: FieldErrors;
  /** The id of the form whose fields the links lead to. */
  formId: string;
  /** What the fields are called, by name; without it an entry is the message alone. */
  labels?: Readonly<Record<string, string>> | undefined;
}

/** Stands at the top of a refused form, takes the focus, and leads to each field. `Form` shows it by itself. */
export const ErrorSummary = ({ errors, formId, labels = {} }: ErrorSummaryProps) => {
  const words = useWords();
  const entries = Object.entries(errors);
  const headingId = `${formId}-problem`;
  return (
    <div class="error-summary" role="alert" aria-labelledby={headingId} tabIndex={-1} data-error-summary autofocus>
      <Icon name="circle-alert" size={20} />
      <div>
        <h2 id={headingId}>{entries.length > 1 ? words.problems(entries.length) : words.problem}</h2>
        <ul>
          {entries.map(([name, message]) => (
            <li key={name}>
              {name === "" ? (
                message
              ) : (
                <a href={`#${fieldId(formId, name)}`}>{labels[name] ? `${labels[name]}: ${message}` : message}</a>
              )}
            </li>
          ))}
        </ul>
        <p class="small muted entries-kept">{words.nothingLost}</p>
      </div>
    </div>
  );
};
