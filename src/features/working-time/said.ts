import type { Json } from "../../platform/events.ts";
import type { Locale } from "../../platform/i18n/index.ts";
import type { Settings } from "../../platform/settings.ts";
import { formatHours } from "./rules/hours.ts";
import { regions } from "./rules/regions.ts";
import type { SpecialDay, WorkingTime } from "./rules/working-time.ts";
import { weekInWords } from "./views/week-in-words.ts";
import { words } from "./words.ts";

/** A calendar as the audit log keeps it. */
export const saidOf = (name: string, time: WorkingTime): Settings => ({
  name,
  timeZone: time.timeZone,
  region: time.region && { en: regions[time.region].en, de: regions[time.region].de },
  week: inBoth((locale) => weekInWords(time, locale)),
  specialDays: time.specialDays.map((day) => inBoth((locale) => dayInWords(day, locale))),
});

const inBoth = (say: (locale: Locale) => string): Json => ({ en: say("en"), de: say("de") });

/** "24.12. Christmas Eve: 09:00–12:00"; of a day of every year without the year. */
const dayInWords = ({ on, name, hours }: SpecialDay, locale: Locale): string => {
  const [day, month, year = ""] = on.split("-").toReversed();
  return `${[`${day}.${month}.${year}`, name].filter(Boolean).join(" ")}: ${formatHours(hours) || words[locale].free}`;
};
