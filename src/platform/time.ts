/**
 * The one clock. Every time that is stored or compared comes from here, so that tests, and the stories of the demo, can let
 * days pass without waiting. PostgreSQL's own `now()` is not used for anything a person can see.
 */
let read: () => Date = () => new Date();

export const now = (): Date => read();

/** Replaces the clock until the returned function is called. */
export const useClock = (clock: () => Date): (() => void) => {
  const before = read;
  read = clock;
  return () => {
    read = before;
  };
};

export const minutes = (count: number): number => count * 60_000;
export const hours = (count: number): number => count * 3_600_000;
export const days = (count: number): number => count * 86_400_000;

/** The time `milliseconds` after `at` (before it, when negative). */
export const after = (at: Date, milliseconds: number): Date => new Date(at.getTime() + milliseconds);
