import type { FormState } from "../../../platform/http/form.ts";
import { Button, FieldError, fieldId, TextInput, useUi } from "../../../ui/index.ts";
import { formatClock } from "../rules/hours.ts";
import type { Hours } from "../rules/working-time.ts";
import { words } from "../words.ts";
import { addHoursField, dayField, hoursCount, hoursField } from "./form-rows.ts";

interface WeekFieldsProps {
  formId: string;
  week: readonly (readonly Hours[])[];
  state: FormState;
}

/** Every weekday with a pair of times for each of its stretches; a button gives it another pair, also without script. */
export const WeekFields = ({ formId, week, state }: WeekFieldsProps) => {
  const w = words[useUi().locale];
  return (
    <fieldset class="field">
      <legend class="field-label">{w.week}</legend>
      <p class="field-help">{w.weekHelp}</p>
      <div class="mt-2 grid gap-3">
        {w.weekdays.map((name, day) => (
          <Weekday key={name} {...{ formId, name, day, state }} hours={week[day] ?? []} />
        ))}
      </div>
    </fieldset>
  );
};

interface WeekdayProps {
  formId: string;
  name: string;
  day: number;
  hours: readonly Hours[];
  state: FormState;
}

const Weekday = ({ formId, name, day, hours, state }: WeekdayProps) => {
  const w = words[useUi().locale];
  const count = hoursCount(day, hours, state);
  const isAsked = state.values[addHoursField] === String(day);
  const id = fieldId(formId, dayField(day));
  const error = state.errors[dayField(day)];
  return (
    <div
      role="group"
      id={id}
      tabIndex={-1}
      aria-labelledby={`${id}-name`}
      aria-describedby={error ? `${id}-error` : undefined}
      class="grid items-start gap-x-3 gap-y-1 sm:grid-cols-[7rem_minmax(0,1fr)]"
    >
      <span id={`${id}-name`} class="field-label mb-0 sm:pt-2">
        {name}
      </span>
      <div class="grid justify-items-start gap-2">
        {Array.from({ length: count }, (_, index) => (
          <div key={index} class="flex items-center gap-2">
            <TimeInput
              name={hoursField(day, index, "from")}
              label={w.fromOf({ day: name, place: index + 1 })}
              value={clockOf(hours[index]?.starts)}
              autofocus={isAsked && index === count - 1}
            />
            <span aria-hidden="true">–</span>
            <TimeInput
              name={hoursField(day, index, "to")}
              label={w.toOf({ day: name, place: index + 1 })}
              value={clockOf(hours[index]?.ends)}
            />
            {index === count - 1 && (
              <Button name={addHoursField} value={String(day)} icon="plus" kind="quiet" size="sm" iconOnly>
                {w.addHours({ day: name })}
              </Button>
            )}
          </div>
        ))}
        <FieldError id={id} error={error} />
      </div>
    </div>
  );
};

const clockOf = (minute: number | undefined): string => (minute === undefined ? "" : formatClock(minute));

interface TimeInputProps {
  name: string;
  label: string;
  value: string;
  autofocus?: boolean;
}

// Text, because a browser's own field for times speaks the browser's language: "06:00 PM" beside "18:00".
const TimeInput = (props: TimeInputProps) => (
  <TextInput hideLabel mark={false} width="xs" autocomplete="off" maxLength={8} {...props} />
);
