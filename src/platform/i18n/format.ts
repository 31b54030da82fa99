import type { Locale } from "./locale.ts";

/** How one person reads dates and numbers. `timeZone` is an IANA name such as `Europe/Berlin`. */
export interface Reading {
  locale: Locale;
  timeZone: string;
}

const regional: Record<Locale, string> = { de: "de-DE", en: "en-GB" };

// Intl objects cost about 50 µs each to make, and a queue page formats hundreds of dates.
const remembered = new Map<string, Intl.DateTimeFormat | Intl.RelativeTimeFormat | Intl.NumberFormat>();
const once = <T extends Intl.DateTimeFormat | Intl.RelativeTimeFormat | Intl.NumberFormat>(
  key: string,
  make: () => T,
): T => {
  const known = remembered.get(key);
  if (known) return known as T;
  const made = make();
  remembered.set(key, made);
  return made;
};

const dates = (name: string, { locale, timeZone }: Reading, options: Intl.DateTimeFormatOptions) =>
  once(`${name} ${locale} ${timeZone}`, () => new Intl.DateTimeFormat(regional[locale], { ...options, timeZone }));

/** Date and time to the minute, e.g. "3. Nov. 2026, 14:05". */
export const formatDateTime = (at: Date, reading: Reading): string =>
  dates("date-time", reading, { dateStyle: "medium", timeStyle: "short" }).format(at);

/** The time of day to the minute, e.g. "14:05". */
export const formatTime = (at: Date, reading: Reading): string =>
  dates("time", reading, { timeStyle: "short" }).format(at);

/** Date and time with weekday and zone, for tooltips: "Dienstag, 3. November 2026 um 14:05:09 MEZ". */
export const formatExact = (at: Date, reading: Reading): string =>
  dates("exact", reading, { dateStyle: "full", timeStyle: "long" }).format(at);

/** The time of day to the second, for what happens in a moment: "14:05:09". */
export const formatMoment = (at: Date, reading: Reading): string =>
  dates("moment", reading, { timeStyle: "medium" }).format(at);

/** The day alone, e.g. "3. Nov. 2026". */
export const formatDate = (at: Date, reading: Reading): string =>
  dates("date", reading, { dateStyle: "medium" }).format(at);

/** The day of a year that is clear from its place, with its weekday, e.g. "Di., 3. Nov.". */
export const formatDay = (at: Date, reading: Reading): string =>
  dates("day", reading, { weekday: "short", day: "numeric", month: "short" }).format(at);

/** A number with the locale's separators, e.g. "10.482" or "10,482". */
export const formatNumber = (value: number, locale: Locale): string =>
  once(`number ${locale}`, () => new Intl.NumberFormat(regional[locale])).format(value);

/** A size in bytes as a person reads it: "1,4 MB". Decimal units, at most one digit after the separator. */
export const formatBytes = (bytes: number, locale: Locale): string => {
  const units = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3));
  const unit = units[step] ?? "byte";
  return once(
    `bytes ${locale} ${unit}`,
    () =>
      new Intl.NumberFormat(regional[locale], {
        style: "unit",
        unit,
        unitDisplay: unit === "byte" ? "long" : "short",
        maximumFractionDigits: 1,
      }),
  ).format(bytes / 1000 ** step);
};

const spans = [
  { unit: "second", seconds: 1, until: 60 },
  { unit: "minute", seconds: 60, until: 3600 },
  { unit: "hour", seconds: 3600, until: 86_400 },
  { unit: "day", seconds: 86_400, until: 7 * 86_400 },
] as const;

/** Nearness in words for the last seven days ("vor 5 Minuten", "gestern"), the date beyond. */
export const formatRelative = (at: Date, now: Date, reading: Reading): string => {
  const seconds = Math.round((at.getTime() - now.getTime()) / 1000);
  const span = spans.find((candidate) => Math.abs(seconds) < candidate.until);
  if (!span) return formatDate(at, reading);
  return once(
    `relative ${reading.locale}`,
    () => new Intl.RelativeTimeFormat(regional[reading.locale], { numeric: "auto" }),
  ).format(
    span.unit === "second" ? 0 : Math.trunc(seconds / span.seconds),
    span.unit === "second" ? "minute" : span.unit,
  );
};

/** Chooses the plural form for a count; German and English both know one and other. */
export const plural = (count: number, forms: { one: string; other: string }): string =>
  count === 1 ? forms.one : forms.other;
