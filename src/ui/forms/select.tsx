import { cx } from "../cx.ts";
import { Field, useControl, type FieldProps } from "./field.tsx";
import { firstOf } from "./form-context.ts";

export interface Choice {
  value: string;
  label: string;
  disabled?: boolean | undefined;
}

export interface SelectProps extends FieldProps {
  options: readonly Choice[];
  value?: string | undefined;
  /** A first entry without value, e.g. "Please choose". */
  empty?: string | undefined;
  width?: "sm" | "md" | "full" | undefined;
  /** Sends the form as soon as something else is chosen (client/submit.ts); keep a button for those without script. */
  submits?: boolean | undefined;
}

export const Select = (props: SelectProps) => {
  const state = useControl(props);
  const chosen = firstOf(state.entered) ?? props.value;
  return (
    <Field {...props} state={state}>
      <select
        {...state.control}
        class={cx("select", `w-input-${props.width ?? "full"}`)}
        data-submits={props.submits ? "" : undefined}
      >
        {props.empty !== undefined && <option value="">{props.empty}</option>}
        {props.options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === chosen} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
};
