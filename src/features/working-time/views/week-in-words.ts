import type { Locale } from "../../../platform/i18n/index.ts";
import { formatHours, groupWeek } from "../rules/hours.ts";
import type { WorkingTime } from "../rules/working-time.ts";
import { words } from "../words.ts";

/** "Mon–Fri 09:00–18:00; Sat 10:00–14:00". */
export const weekInWords = ({ week }: WorkingTime, locale: Locale): string => {
  const days = words[locale].shortWeekdays;
  return groupWeek(week)
    .map(({ first, last, hours }) => {
      const named = first === last ? days[first] : `${days[first]}${last === first + 1 ? ", " : "–"}${days[last]}`;
      return `${named} ${formatHours(hours)}`;
    })
    .join("; ");
};
