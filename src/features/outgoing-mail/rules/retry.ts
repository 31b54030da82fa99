import { after, hours, minutes } from "../../../platform/time.ts";

/** Pauses between tries: soon at first, a day in all. */
const pauses = [
  minutes(1),
  minutes(2),
  minutes(5),
  minutes(10),
  minutes(20),
  minutes(40),
  hours(1),
  hours(2),
  hours(4),
  hours(6),
  hours(9.5),
];

/** A server that takes mails and breaks before it says so does that again; each try may be one more copy. */
const pauseAfterDoubt = minutes(30);

/** When to try again after `failures` failed tries; undefined when it is time to give up. */
export const nextTry = (failures: number, at: Date, { isInDoubt = false } = {}): Date | undefined => {
  const pause = pauses[failures - 1];
  return pause === undefined ? undefined : after(at, isInDoubt ? Math.max(pause, pauseAfterDoubt) : pause);
};
