import { cx } from "../cx.ts";
import type { OfferedWhen } from "../client/offered-when.ts";
import { Field, useControl, type FieldProps } from "./field.tsx";
import { firstOf } from "./form-context.ts";

export interface Choice {
  value: string;
  label: string;
  disabled?: boolean | undefined;
  /** Options that follow each other under the same heading stand together. */
  group?: string | undefined;
  /**
   * Offered only while the lists of these names, in the same form, have one of these values; "" where nothing is chosen
   * yet. Takes script (client/dependent-choices.ts); without it all options stand there, so give them a `group`.
   */
  when?: OfferedWhen | undefined;
}

export interface SelectProps extends FieldProps {
  options: readonly Choice[];
  value?: string | undefined;
  /** A first entry without value, e.g. "Please choose". */
  empty?: string | undefined;
  width?: "sm" | "md" | "full" | undefined;
  /** Key that goes into it. */
  hotkey?: string | undefined;
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
        data-hotkey={props.hotkey}
        data-submits={props.submits ? "" : undefined}
        data-dependent={props.options.some(({ when }) => when) ? "" : undefined}
      >
        {props.empty !== undefined && <option value="">{props.empty}</option>}
        {groupsOf(props.options).map(({ group, options }) =>
          group === undefined ? (
            <Options options={options} chosen={chosen} />
          ) : (
            <optgroup key={group} label={group}>
              <Options options={options} chosen={chosen} />
            </optgroup>
          ),
        )}
      </select>
    </Field>
  );
};

const Options = ({ options, chosen }: { options: readonly Choice[]; chosen: string | undefined }) =>
  options.map(({ value, label, disabled, when }) => (
    <option
      key={value}
      value={value}
      selected={value === chosen}
      disabled={disabled}
      data-when={when && JSON.stringify(when)}
    >
      {label}
    </option>
  ));

const groupsOf = (options: readonly Choice[]): { group: string | undefined; options: Choice[] }[] => {
  const groups: { group: string | undefined; options: Choice[] }[] = [];
  for (const option of options) {
    const last = groups.at(-1);
    if (last && last.group === option.group) last.options.push(option);
    else groups.push({ group: option.group, options: [option] });
  }
  return groups;
};
