import type { NewEvent } from "../../platform/events.ts";
import type { Calendar } from "./types.ts";
import { changesSaid, type SettingChanges } from "../../platform/settings.ts";

const onCalendar = (name: string, id: number, payload: NonNullable<NewEvent["payload"]>): NewEvent => ({
  name: `calendar.${name}`,
  subject: { kind: "calendar", id },
  payload,
});

export const calendarAdded = (id: number, name: string): NewEvent => onCalendar("added", id, { name });

export const calendarChanged = (id: number, name: string, changes: SettingChanges): NewEvent =>
  onCalendar("changed", id, { name, ...changesSaid(changes) });

/** From now on it counts for everything that names no other calendar. */
export const calendarMadeDefault = (
  id: number,
  { name, before }: { name: string; before: Pick<Calendar, "id" | "name"> | undefined },
): NewEvent => {
  const changes = { isDefault: { from: before?.name ?? null, to: name } };
  return onCalendar("made_default", id, { name, fromId: before?.id ?? null, changes });
};

export const calendarRetired = (id: number, name: string): NewEvent => onCalendar("retired", id, { name });
export const calendarRestored = (id: number, name: string): NewEvent => onCalendar("restored", id, { name });
