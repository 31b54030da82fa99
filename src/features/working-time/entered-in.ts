import type { Form } from "../../platform/http/form.ts";
import type { EnteredTime } from "./rules/entered.ts";
import { addHoursField, hoursField, mostHours, rowField } from "./views/form-rows.ts";

/** The form's fields as the actions take them. */
export const enteredIn = (form: Form): EnteredTime & { name: string } => ({
  name: form.text("name"),
  timeZone: form.text("timeZone"),
  region: form.text("region"),
  week: Array.from({ length: 7 }, (_, day) => hoursOf(form, day)),
  specialDays: Array.from({ length: rowsIn(form) }, (_, row) => ({
    on: form.text(rowField(row, "on")),
    everyYear: form.text(rowField(row, "everyYear")) !== "",
    name: form.text(rowField(row, "name")),
    hours: form.text(rowField(row, "hours")),
  })),
});

/** Somebody wants to enter more hours of a day; nothing is saved yet. */
export const addsHours = (form: Form): boolean => form.text(addHoursField) !== "";

/** Pairs of times as one line; half a pair stays half, so that it is refused and not dropped. */
const hoursOf = (form: Form, day: number): string =>
  Array.from({ length: mostHours }, (_, index) =>
    (["from", "to"] as const).map((end) => form.text(hoursField(day, index, end)).trim()),
  )
    .filter((pair) => pair.some(Boolean))
    .map((pair) => pair.join("–"))
    .join(", ");

const rowsIn = ({ fields }: Form): number =>
  Math.max(0, ...[...fields.keys()].flatMap((name) => Number(/^specialDays\.(\d{1,3})\./.exec(name)?.[1] ?? -1) + 1));
