import { hours, minutes } from "../../../platform/time.ts";

/** What is counted: wrong passwords, and mails that strangers can cause. */
export const attemptKinds = ["password", "link"] as const;
export type AttemptKind = (typeof attemptKinds)[number];

interface Limit {
  /** So many within the span are let through for one address, and for one place. */
  perAddress: number;
  perPlace: number;
  /** In milliseconds. */
  within: number;
}

/** A whole office may share one place, so it may do more than one address may. */
export const limits: Record<AttemptKind, Limit> = {
  password: { perAddress: 8, perPlace: 50, within: minutes(15) },
  link: { perAddress: 4, perPlace: 30, within: hours(1) },
};
