import type { FormState } from "../../../platform/http/form.ts";
import { previewButton } from "../../../platform/http/preview.ts";
import { onceField } from "../../../platform/http/submit.ts";
import { Button, Checkbox, Form, Select, TextInput, useUi } from "../../../ui/index.ts";
import { TimeZoneSelect } from "../../desk-settings/index.ts";
import { formatHours } from "../rules/hours.ts";
import { regionIds, regions } from "../rules/regions.ts";
import type { WorkingTime } from "../rules/working-time.ts";
import { words } from "../words.ts";
import { dayField, rowCount, rowField, rowOf } from "./form-rows.ts";

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

// The names of the days stand beside their hours where there is room.
const weekLook =
  "mt-2 grid gap-2 sm:[&_.field]:grid sm:[&_.field]:grid-cols-[7rem_minmax(0,1fr)] sm:[&_.field]:items-center " +
  "sm:[&_.field-label]:mb-0 sm:[&_.field-error]:col-start-2";

/** Plain fields only: a day's hours are one line of text, so that any number of breaks fits without script. */
export const CalendarForm = ({ action, name, time, state, submit, once, previews, now }: CalendarFormProps) => {
  const { locale } = useUi();
  const w = words[locale];
  const rows = rowCount(time.specialDays, state);
  return (
    <Form
      id="calendar"
      action={action}
      values={state.values}
      errors={state.problem === undefined ? state.errors : { "": state.problem, ...state.errors }}
      labels={labelsOf(rows, w)}
    >
      {once !== undefined && <input type="hidden" name={onceField} value={once} />}
      <TextInput name="name" label={w.name} value={name} width="md" required autocomplete="off" />
      <fieldset class="field">
        <legend class="field-label">{w.week}</legend>
        <p class="field-help">{w.weekHelp}</p>
        <div class={weekLook}>
          {w.weekdays.map((weekday, day) => (
            <TextInput
              key={weekday}
              name={dayField(day)}
              label={weekday}
              value={formatHours(time.week[day] ?? [])}
              width="md"
              mark={false}
              placeholder={w.free}
              autocomplete="off"
            />
          ))}
        </div>
      </fieldset>
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
