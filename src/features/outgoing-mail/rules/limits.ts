/** No more than `most` mails within so many hours. */
export interface Limit {
  /** What is counted: mails of this template to the address, mails about the same thing to it, or all to it. */
  of: "template" | "about" | "address";
  most: number;
  hours: number;
}

/**
 * For mails that nobody wrote by hand. Whatever brings about more of them is a program, at our side or at the other, and
 * without an end two programs would write to each other for ever. Slow ones are caught by the day.
 */
export const automaticLimits: readonly Limit[] = [
  { of: "about", most: 20, hours: 1 },
  { of: "about", most: 60, hours: 24 },
  { of: "address", most: 60, hours: 1 },
  { of: "address", most: 200, hours: 24 },
];

/** For colleagues, whose desk may be a busy one: only what one thing brings about is limited. */
export const colleagueLimits: readonly Limit[] = [{ of: "about", most: 60, hours: 1 }];
