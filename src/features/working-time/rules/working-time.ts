import type { RegionId } from "./regions.ts";

/** A stretch of a working day, in minutes since midnight: `{ starts: 540, ends: 1080 }` is 09:00 to 18:00. At most 1440. */
export interface Hours {
  starts: number;
  ends: number;
}

/** A date that differs from its weekday: other hours, or none at all. */
export interface SpecialDay {
  /** `2026-12-24`, or `12-24` for every year. */
  on: string;
  name: string;
  hours: readonly Hours[];
}

/** When somebody works: everything that deadlines are computed from. */
export interface WorkingTime {
  /** IANA name, e.g. `Europe/Berlin`. */
  timeZone: string;
  /** Seven lists of hours, Monday first. */
  week: readonly (readonly Hours[])[];
  /** Whose public holidays are free; null knows none. */
  region: RegionId | null;
  specialDays: readonly SpecialDay[];
}

/** What holds from a moment on, until the next one begins. The first one also holds before its time. */
export interface WorkingTimeVersion {
  since: Date;
  time: WorkingTime;
}

/** The version that was in force at the time. `versions`: oldest first, at least one. */
export const inForceAt = (versions: readonly WorkingTimeVersion[], at: Date): WorkingTime => {
  const version = versions.findLast(({ since }) => since <= at) ?? versions[0];
  if (!version) throw new RangeError("A calendar has at least one version.");
  return version.time;
};
