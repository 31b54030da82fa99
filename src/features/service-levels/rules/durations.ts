import type { WarnBefore } from "./targets.ts";

const hoursAndMinutes =
  /^(?:(\d{1,4})(?:[.,](\d{1,2}))?\s*(?:h|hours?|stunden?|std\.?))?\s*(?:(\d{1,5})\s*(?:m|min|minutes?|minuten?)\.?)?$/i;
const clock = /^(\d{1,4}):(\d{2})(?:\s*h)?$/i;

/** Longer promises are meant as something else. */
export const longestMinutes = 100_000;

/**
 * Reads working time as people write it: "4 h", "1 h 30 min", "90 min", "1:30", "4,5 h"; a number alone is hours. In minutes; undefined when
 * it cannot be read, is nothing or too long.
 */
export const parseDuration = (text: string): number | undefined => {
  const trimmed = text.trim();
  const minutes = minutesOf(/^\d+([.,]\d+)?$/.test(trimmed) ? `${trimmed} h` : trimmed);
  return minutes !== undefined && minutes > 0 && minutes <= longestMinutes ? minutes : undefined;
};

const minutesOf = (text: string): number | undefined => {
  const byClock = clock.exec(text);
  if (byClock) return Number(byClock[2]) < 60 ? Number(byClock[1]) * 60 + Number(byClock[2]) : undefined;
  const found = text === "" ? null : hoursAndMinutes.exec(text);
  if (!found) return undefined;
  const [, hours = "0", fraction = "0", minutes = "0"] = found;
  return Math.round(Number(`${hours}.${fraction}`) * 60) + Number(minutes);
};

/** "4 h", "30 min", "1 h 30 min": the same in every language. */
export const formatDuration = (minutes: number): string => {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [...(hours > 0 ? [`${hours} h`] : []), ...(rest > 0 || hours === 0 ? [`${rest} min`] : [])].join(" ");
};

/** "30 min" or "25 %". Undefined when it cannot be read. */
export const parseWarnBefore = (text: string): WarnBefore | undefined => {
  const percent = /^(\d{1,2})\s*%$/.exec(text.trim());
  if (percent) return Number(percent[1]) > 0 ? { percent: Number(percent[1]) } : undefined;
  const minutes = parseDuration(text);
  return minutes === undefined ? undefined : { minutes };
};

export const formatWarnBefore = (warnBefore: WarnBefore): string =>
  "percent" in warnBefore ? `${warnBefore.percent} %` : formatDuration(warnBefore.minutes);
