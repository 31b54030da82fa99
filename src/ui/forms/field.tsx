import type { ComponentChildren } from "preact";
import { useWords } from "../context.tsx";
import { cx } from "../cx.ts";
import { Icon } from "../icon.tsx";
import { useField } from "./form-context.ts";

/** What every field has, whatever its control. */
export interface FieldProps {
  /** The name it is sent under. */
  name: string;
  /** Stands above the control. */
  label: string;
  /** One sentence below the label: what is wanted and why. */
  help?: ComponentChildren;
  /** Only where the form around does not know it already. */
  error?: string | undefined;
  required?: boolean | undefined;
  /** Says "required" or "optional" in words. `false` where the form says it once for all. */
  mark?: boolean | undefined;
  /** Keeps the label for screen readers only. */
  hideLabel?: boolean | undefined;
  disabled?: boolean | undefined;
  /** Only when the same name occurs twice in one form. */
  id?: string | undefined;
  class?: string | undefined;
}

/** The attributes that tie a control to its label, help and error. */
export interface ControlAttributes {
  id: string;
  name: string;
  required: boolean | undefined;
  disabled: boolean | undefined;
  "aria-invalid": "true" | undefined;
  "aria-describedby": string | undefined;
}

export interface ControlState {
  control: ControlAttributes;
  error: string | undefined;
  entered: string | readonly string[] | undefined;
}

/** Gathers what a control needs from its props and the form around it. */
export const useControl = (props: FieldProps): ControlState => {
  const field = useField(props.name);
  const id = props.id ?? field.id;
  const error = props.error ?? field.error;
  const described = [props.help ? `${id}-help` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return {
    error,
    entered: field.entered,
    control: {
      id,
      name: props.name,
      required: props.required,
      disabled: props.disabled,
      "aria-invalid": error ? "true" : undefined,
      "aria-describedby": described || undefined,
    },
  };
};

export const Mark = ({ required, mark = true }: Pick<FieldProps, "required" | "mark">) => {
  const words = useWords();
  return mark ? <span class="field-mark">{required ? words.required : words.optional}</span> : null;
};

export const FieldHelp = ({ id, children }: { id: string; children?: ComponentChildren }) =>
  children ? (
    <p class="field-help" id={`${id}-help`}>
      {children}
    </p>
  ) : null;

export const FieldError = ({ id, error }: { id: string; error: string | undefined }) => {
  const words = useWords();
  return error ? (
    <p class="field-error" id={`${id}-error`}>
      <Icon name="circle-alert" />
      <span>
        <span class="sr-only">{words.error} </span>
        {error}
      </span>
    </p>
  ) : null;
};

/**
 * Label above, control, help and error around it. The ready-made inputs use it; use it yourself for a control of
 * your own: `<Field {...props} state={useControl(props)}>…</Field>`.
 */
export const Field = ({
  state,
  children,
  ...props
}: FieldProps & { state: ControlState; children?: ComponentChildren }) => (
  <div class={cx("field", state.error && "field-wrong", props.class)}>
    <label class={cx("field-label", props.hideLabel && "sr-only")} for={state.control.id}>
      {props.label} <Mark required={props.required} mark={props.hideLabel ? false : props.mark} />
    </label>
    <FieldHelp id={state.control.id}>{props.help}</FieldHelp>
    {children}
    <FieldError id={state.control.id} error={state.error} />
  </div>
);
