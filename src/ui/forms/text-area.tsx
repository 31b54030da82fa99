import { Field, useControl, type FieldProps } from "./field.tsx";
import { firstOf } from "./form-context.ts";

export interface TextAreaProps extends FieldProps {
  value?: string | undefined;
  rows?: number | undefined;
  placeholder?: string | undefined;
  maxLength?: number | undefined;
  autofocus?: boolean | undefined;
  /** Where what is typed is saved as a draft (client/draft.ts). */
  draftUrl?: string | undefined;
}

/** Grows with its text. */
export const TextArea = (props: TextAreaProps) => {
  const state = useControl(props);
  return (
    <Field {...props} state={state}>
      <textarea
        {...state.control}
        class="textarea"
        rows={props.rows ?? 6}
        placeholder={props.placeholder}
        maxLength={props.maxLength}
        autofocus={props.autofocus}
        data-draft-url={props.draftUrl}
      >
        {firstOf(state.entered) ?? props.value ?? ""}
      </textarea>
    </Field>
  );
};
