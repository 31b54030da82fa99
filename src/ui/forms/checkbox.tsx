import { cx } from "../cx.ts";
import { FieldError, FieldHelp, Mark, useControl, type FieldProps } from "./field.tsx";

export interface CheckboxProps extends FieldProps {
  checked?: boolean | undefined;
  /** What is sent when ticked; `on` unless said otherwise. */
  value?: string | undefined;
}

/** Yes or no, words beside it. Says "required" but never "optional": a box that may stay empty explains itself. */
export const Checkbox = (props: CheckboxProps) => {
  const { control, error, entered } = useControl(props);
  const value = props.value ?? "on";
  const ticked = entered === undefined ? props.checked : [entered].flat().includes(value);
  return (
    <div class={cx("field", error && "field-wrong", props.class)}>
      <div class="check">
        <input {...control} class="checkbox" type="checkbox" value={value} checked={ticked} />
        <div>
          <label for={control.id}>
            {props.label} {props.required && <Mark required mark={props.mark} />}
          </label>
          <FieldHelp id={control.id}>{props.help}</FieldHelp>
        </div>
      </div>
      <FieldError id={control.id} error={error} />
    </div>
  );
};
