export { isLocale, locales, preferredLocale, type Locale } from "./locale.ts";
export {
  formatBytes,
  formatDate,
  formatDay,
  formatDateTime,
  formatMoment,
  formatExact,
  formatNumber,
  formatRelative,
  formatTime,
  plural,
  type Reading,
} from "./format.ts";
export { phrasesOf, type Phrase } from "./phrases.ts";
