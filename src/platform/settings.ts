import type { Json, NewEvent } from "./events.ts";

/** Settings as people read them, by their names: words in both languages as `{en, de}` instead of keys. */
export type Settings = Readonly<Record<string, Json>>;

/** What was before and what is now, by the name of the setting; without `from` there was nothing of it before. */
export type SettingChanges = Readonly<Record<string, { from?: Json; to: Json }>>;

/** What is different in `after`, with what was before. Settings that `after` leaves out stay as they are. */
export const changesIn = (before: Settings, after: Settings): SettingChanges =>
  Object.fromEntries(
    Object.keys(after).flatMap((name) => {
      const [from = null, to = null] = [before[name], after[name]];
      return JSON.stringify(from) === JSON.stringify(to) ? [] : [[name, { from, to }]];
    }),
  );

/** What something new begins with, as far as it begins with anything. */
export const firstSettings = (settings: Settings): SettingChanges =>
  Object.fromEntries(Object.entries(settings).flatMap(([name, to]) => (to === null ? [] : [[name, { to }]])));

export const isEmpty = (changes: SettingChanges): boolean => Object.keys(changes).length === 0;

/** For an event's payload; `changed` names the settings for those who need no values. */
export const changesSaid = (changes: SettingChanges): NonNullable<NewEvent["payload"]> => ({
  changed: Object.keys(changes),
  changes: Object.fromEntries(Object.entries(changes)),
});

/** Something that has a name elsewhere, e.g. a person, whose name is to be forgotten with him: the log looks it up when it is read. */
export const named = (kind: string, id: number | null): Json => (id === null ? null : { kind, id });

/** In place of what nobody may read: the log says only that it changed. */
export const hidden: Json = { hidden: true };
