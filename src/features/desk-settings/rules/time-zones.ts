/** The zones that are offered, by IANA name, in the order of the alphabet. */
export const timeZones: readonly string[] = Intl.supportedValuesOf("timeZone");

// Browsers also report zones under older names, e.g. Asia/Calcutta; whatever can be computed with is taken.
export const isTimeZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
};
