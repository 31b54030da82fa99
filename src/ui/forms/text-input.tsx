import { cx } from "../cx.ts";
import { Icon } from "../icon.tsx";
import type { IconName } from "../icon-names.ts";
import { Field, useControl, type FieldProps } from "./field.tsx";
import { firstOf } from "./form-context.ts";

export interface TextInputProps extends FieldProps {
  value?: string | undefined;
  type?:
    | "text"
    | "email"
    | "password"
    | "search"
    | "tel"
    | "url"
    | "number"
    | "date"
    | "datetime-local"
    | "color"
    | undefined;
  /** An example, never the label. */
  placeholder?: string | undefined;
  /** The token of the HTML standard: `email`, `current-password`, `name` … Required by WCAG 1.3.5 for personal facts. */
  autocomplete?: string | undefined;
  inputMode?: "text" | "email" | "numeric" | "decimal" | "tel" | "url" | undefined;
  maxLength?: number | undefined;
  autofocus?: boolean | undefined;
  readOnly?: boolean | undefined;
  /** How many characters it typically holds; the width says what is expected. */
  width?: "xs" | "sm" | "md" | "full" | undefined;
  icon?: IconName | undefined;
}

export const TextInput = (props: TextInputProps) => {
  const state = useControl(props);
  const { type = "text", width = "full", icon } = props;
  // Preact types each kind of input apart; which one it is, is known only at run time.
  const preactType = type as "text";
  const input = (
    <input
      {...state.control}
      class={cx("input", `w-input-${width}`)}
      type={preactType}
      // A password never comes back from the server.
      value={type === "password" ? undefined : (firstOf(state.entered) ?? props.value)}
      placeholder={props.placeholder}
      autocomplete={props.autocomplete}
      inputMode={props.inputMode}
      maxLength={props.maxLength}
      autofocus={props.autofocus}
      readOnly={props.readOnly}
      spellcheck={type === "email" || type === "password" ? false : undefined}
      autocapitalize={type === "email" ? "none" : undefined}
    />
  );
  return (
    <Field {...props} state={state}>
      {icon ? (
        <span class={cx("input-icon", `w-input-${width}`)}>
          <Icon name={icon} />
          {input}
        </span>
      ) : (
        input
      )}
    </Field>
  );
};
