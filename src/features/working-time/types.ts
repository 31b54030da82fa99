import type { WorkingTime, WorkingTimeVersion } from "./rules/working-time.ts";

export interface Calendar {
  id: number;
  name: string;
  /** For everything that names no other calendar; there is always exactly one. */
  isDefault: boolean;
  /** No longer offered; still computed with where it is named. */
  retiredAt: Date | null;
  /** What holds now: the last version. */
  time: WorkingTime;
  /** Oldest first, at least one. */
  versions: readonly WorkingTimeVersion[];
}

/** A calendar as it would be, or another one for everything that names none. */
export type ProposedTime = { calendarId: number; time: WorkingTime } | { defaultCalendarId: number };
