import { cx } from "../cx.ts";
import { Icon } from "../icon.tsx";
import type { IconName } from "../icon-names.ts";
import { FieldError, FieldHelp, Mark, useControl, type FieldProps } from "./field.tsx";
import { firstOf } from "./form-context.ts";

export interface CardChoice {
  value: string;
  label: string;
  /** When to choose this one. */
  help?: string | undefined;
  icon?: IconName | undefined;
  disabled?: boolean | undefined;
}

export interface RadioCardsProps extends FieldProps {
  options: readonly CardChoice[];
  value?: string | undefined;
  /** `1` one below the other, `2` side by side where there is room. */
  columns?: 1 | 2 | undefined;
}

/** One of few, each with a word of explanation. Past seven options use `Select`. */
export const RadioCards = (props: RadioCardsProps) => {
  const { control, error, entered } = useControl(props);
  const chosen = firstOf(entered) ?? props.value;
  return (
    <fieldset class={cx("field", error && "field-wrong", props.class)} aria-describedby={control["aria-describedby"]}>
      <legend class={cx("field-label", props.hideLabel && "sr-only")}>
        {props.label} <Mark required={props.required} mark={props.hideLabel ? false : props.mark} />
      </legend>
      <FieldHelp id={control.id}>{props.help}</FieldHelp>
      <div class={cx("radio-cards", props.columns === 2 && "radio-cards-2")}>
        {props.options.map((option, index) => (
          <label key={option.value} class="radio-card">
            <input
              type="radio"
              class="radio"
              // The summary's link leads to the first choice.
              id={index === 0 ? control.id : `${control.id}-${option.value}`}
              name={props.name}
              value={option.value}
              checked={option.value === chosen}
              required={props.required}
              disabled={props.disabled === true || option.disabled}
              aria-describedby={option.help ? `${control.id}-${option.value}-about` : undefined}
            />
            <span class="radio-card-words">
              <span class="radio-card-label">{option.label}</span>
              {option.help && (
                <span class="radio-card-help" id={`${control.id}-${option.value}-about`}>
                  {option.help}
                </span>
              )}
            </span>
            {option.icon && <Icon name={option.icon} size={20} />}
          </label>
        ))}
      </div>
      <FieldError id={control.id} error={error} />
    </fieldset>
  );
};
