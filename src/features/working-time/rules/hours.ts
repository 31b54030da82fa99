import type { Hours } from "./working-time.ts";

const stretch = /^(\d{1,2})(?:[:.](\d{2}))?\s*(?:h|uhr)?\s*(?:-|–|—|to|bis)\s*(\d{1,2})(?:[:.](\d{2}))?\s*(?:h|uhr)?$/i;

/**
 * Reads hours as people write them: "09:00–18:00", "9-12, 13:30 - 18 Uhr", "0-24". Nothing means free. Undefined when they cannot
 * be read, end before they start or overlap; stretches that touch become one.
 */
export const parseHours = (text: string): Hours[] | undefined => {
  const parts = text
    .split(/[,;\n]| (?:und|and) /)
    .map((part) => part.trim())
    .filter(Boolean);
  const read = parts.map(readStretch);
  const hours = read.filter((each) => each !== undefined).toSorted((one, other) => one.starts - other.starts);
  if (hours.length !== parts.length) return undefined;
  if (hours.some(({ starts }, index) => starts < (hours[index - 1]?.ends ?? 0))) return undefined;
  return joined(hours);
};

const readStretch = (text: string): Hours | undefined => {
  const found = stretch.exec(text);
  if (!found) return undefined;
  const starts = minuteOf(found[1], found[2]);
  // "22:00–00:00" means until midnight.
  const ends = minuteOf(found[3], found[4]) || 24 * 60;
  return starts < ends && ends <= 24 * 60 ? { starts, ends } : undefined;
};

const minuteOf = (hour = "", minute = "0"): number => (Number(minute) < 60 ? Number(hour) * 60 + Number(minute) : NaN);

const joined = (hours: readonly Hours[]): Hours[] => {
  const all: Hours[] = [];
  for (const next of hours) {
    const last = all.at(-1);
    if (last?.ends === next.starts) last.ends = next.ends;
    else all.push({ ...next });
  }
  return all;
};

/** "09:00–12:30, 13:00–18:00", the same in every language; nothing for a free day. */
export const formatHours = (hours: readonly Hours[]): string =>
  hours.map(({ starts, ends }) => `${formatClock(starts)}–${formatClock(ends)}`).join(", ");

/** "09:30" of minutes since midnight. */
export const formatClock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

/** Weekdays that follow each other with the same hours, as a person would say them; 0 is Monday. Free days are left out. */
export const groupWeek = (
  week: readonly (readonly Hours[])[],
): { first: number; last: number; hours: readonly Hours[] }[] => {
  const groups: { first: number; last: number; hours: readonly Hours[] }[] = [];
  week.forEach((hours, day) => {
    if (hours.length === 0) return;
    const group = groups.at(-1);
    if (group?.last === day - 1 && formatHours(group.hours) === formatHours(hours)) group.last = day;
    else groups.push({ first: day, last: day, hours });
  });
  return groups;
};
