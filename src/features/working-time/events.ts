import type { NewEvent } from "../../platform/events.ts";

const onCalendar = (name: string, id: number, payload: NonNullable<NewEvent["payload"]>): NewEvent => ({
  name: `calendar.${name}`,
  subject: { kind: "calendar", id },
  payload,
});

export const calendarAdded = (id: number, name: string): NewEvent => onCalendar("added", id, { name });

/** `changed`: the names of the fields that are different now. */
export const calendarChanged = (id: number, name: string, changed: readonly string[]): NewEvent =>
  onCalendar("changed", id, { name, changed: [...changed] });

/** From now on it counts for everything that names no other calendar. */
export const calendarMadeDefault = (id: number, name: string): NewEvent => onCalendar("made_default", id, { name });

export const calendarRetired = (id: number, name: string): NewEvent => onCalendar("retired", id, { name });
export const calendarRestored = (id: number, name: string): NewEvent => onCalendar("restored", id, { name });
