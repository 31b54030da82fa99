/** The languages every screen and every mail exists in. The first one is the fallback. */
export const locales = ["en", "de"] as const;
export type Locale = (typeof locales)[number];

export const isLocale = (value: unknown): value is Locale => value === "en" || value === "de";

/**
 * Picks the first supported language of an `Accept-Language` header (RFC 9110 §12.5.4), by quality.
 * Returns undefined when the header names none of ours.
 */
export const preferredLocale = (acceptLanguage: string | undefined): Locale | undefined =>
  (acceptLanguage ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
      const quality = parameters.find((parameter) => parameter.trim().startsWith("q="));
      return { language: tag.split("-")[0], quality: quality ? Number(quality.trim().slice(2)) : 1 };
    })
    .filter((choice) => choice.quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map((choice) => choice.language)
    .find(isLocale);
