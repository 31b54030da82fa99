import type { FormState } from "../../../platform/http/form.ts";
import { previewButton } from "../../../platform/http/preview.ts";
import { onceField } from "../../../platform/http/submit.ts";
import { Button, Checkbox, Form, Select, TextInput, useUi } from "../../../ui/index.ts";
import { TimeZoneSelect } from "../../desk-settings/index.ts";
import { regionIds, regions } from "../rules/regions.ts";
import type { WorkingTime } from "../rules/working-time.ts";
import { words } from "../words.ts";
import { dayField, rowCount, rowField, rowOf } from "./form-rows.ts";
import { WeekFields } from "./week-fields.tsx";

interface CalendarFormProps {
  action: string;
  name?: string;
  time: WorkingTime;
  state: FormState;
  submit: string;
  /** For forms that add something: sent twice, it acts once. */
  once?: string;
  /** There is a button that shows what saving would mean. */
  previews?: boolean;
  now: Date;
}

const formId = "calendar";

/** Plain fields and buttons only, so that any number of breaks and special days fits without script. */
export const CalendarForm = ({ action, name, time, state, submit, once, previews, now }: CalendarFormProps) => {
  const { locale } = useUi();
  const w = words[locale];
  const rows = rowCount(time.specialDays, state);
  return (
    <Form
      merges
      id={formId}
      action={action}
      values={state.values}
      errors={state.problem === undefined ? state.errors : { "": state.problem, ...state.errors }}
      labels={labelsOf(rows, w)}
    >
      {/* The key Enter presses a form's first button, which must not be one that only adds fields. */}
      <button type="submit" class="sr-only" tabIndex={-1} aria-hidden="true" />
      {once !== undefined && <input type="hidden" name={onceField} value={once} />}
      <TextInput name="name" label={w.name} value={name} width="md" required autocomplete="off" />
      <WeekFields formId={formId} week={time.week} state={state} />
      <Select
        name="region"
        label={w.region}
        help={w.regionHelp}
        value={time.region ?? ""}
        empty={w.noRegion}
        options={regionIds.map((id) => ({ value: id, label: regions[id][locale] }))}
        width="md"
        mark={false}
      />
      <SpecialDays time={time} rows={rows} isFresh={Object.keys(state.lists).length === 0} now={now} />
      <TimeZoneSelect label={w.timeZone} help={w.timeZoneHelp} value={time.timeZone} width="md" />
      <div class="form-actions">
        <Button kind="primary">{submit}</Button>
        {previews && <Button {...previewButton}>{w.previewChange}</Button>}
      </div>
    </Form>
  );
};

type Words = (typeof words)["en"];

const labelsOf = (rows: number, w: Words): Record<string, string> => ({
  name: w.name,
  timeZone: w.timeZone,
  region: w.region,
  ...Object.fromEntries(w.weekdays.map((weekday, day) => [dayField(day), weekday])),
  ...Object.fromEntries(
    Array.from({ length: rows }, (_, row) => row).flatMap((row) =>
      (["on", "name", "hours"] as const).map((field) => [rowField(row, field), w.specialRow({ row: row + 1 })]),
    ),
  ),
});

interface SpecialDaysProps {
  time: WorkingTime;
  rows: number;
  /** Nothing has been sent yet: a box that was unticked is sent as nothing. */
  isFresh: boolean;
  now: Date;
}

const SpecialDays = ({ time, rows, isFresh, now }: SpecialDaysProps) => {
  const w = words[useUi().locale];
  return (
    <fieldset class="field">
      <legend class="field-label">{w.specialDays}</legend>
      <p class="field-help">{w.specialDaysHelp}</p>
      <ol class="mt-2 grid gap-5">
        {Array.from({ length: rows }, (_, row) => {
          const day = rowOf(time.specialDays[row], now.getUTCFullYear());
          return (
            <li
              key={row}
              class="grid items-start gap-x-3 gap-y-2 sm:grid-cols-[10rem_minmax(8rem,1fr)_minmax(8rem,1fr)]"
              aria-label={w.specialRow({ row: row + 1 })}
            >
              <TextInput name={rowField(row, "on")} label={w.date} type="date" value={day.on} mark={false} />
              <TextInput
                name={rowField(row, "name")}
                label={w.occasion}
                value={day.name}
                mark={false}
                autocomplete="off"
              />
              <TextInput
                name={rowField(row, "hours")}
                label={w.specialHours}
                value={day.hours}
                placeholder={w.free}
                mark={false}
                autocomplete="off"
              />
              <Checkbox name={rowField(row, "everyYear")} label={w.everyYear} checked={isFresh && day.everyYear} />
            </li>
          );
        })}
      </ol>
    </fieldset>
  );
};
