import { formatNumber, type Locale } from "../../../platform/i18n/index.ts";
import { upTo } from "../rules/counting.ts";

/** "1,000+" where nobody counted further. */
export const countWords = (counted: number, locale: Locale): string => {
  const { count, isMore } = upTo(counted);
  return formatNumber(count, locale) + (isMore ? "+" : "");
};
