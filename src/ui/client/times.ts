import { formatRelative, isLocale } from "../../platform/i18n/index.ts";

/** Keeps `time[data-relative]` true while the page stands open. */
export const startTimes = (): void => {
  setInterval(renew, 30_000);
  document.addEventListener("visibilitychange", renew);
};

const renew = (): void => {
  if (document.hidden) return;
  const { lang, dataset } = document.documentElement;
  const reading = { locale: isLocale(lang) ? lang : "en", timeZone: dataset["timeZone"] ?? "UTC" } as const;
  const now = new Date();
  for (const time of document.querySelectorAll<HTMLTimeElement>("time[data-relative]")) {
    const words = formatRelative(new Date(time.dateTime), now, reading);
    if (time.textContent !== words) time.textContent = words;
  }
};
