import type { Priority } from "../../ticket-types/rules/index.ts";

/** What is promised: an answer to the first message, to every later one, and a solution. */
export const clockKinds = ["first_response", "next_response", "resolution"] as const;
export type ClockKind = (typeof clockKinds)[number];

/** How long before the deadline somebody is warned: in business minutes, or in percent of the whole time. */
export type WarnBefore = { minutes: number } | { percent: number };

/** A promise for all tickets that it fits. It is never changed: a new one takes its place, so that past deadlines can be explained. */
export interface Target {
  id: number;
  /** Null fits every care package, and organisations without one. */
  packageId: number | null;
  /** Null fits every ticket type. */
  typeId: number | null;
  /** Null fits every priority, and tickets without one. */
  priority: Priority | null;
  /** Business minutes; null promises nothing. */
  minutes: Readonly<Record<ClockKind, number | null>>;
  /** Null: the calendar of the ticket's team, or else the default one. */
  calendarId: number | null;
  warnBefore: WarnBefore | null;
  since: Date;
  /** Null: still in force. */
  until: Date | null;
}

/** What of a ticket decides which target fits. */
export interface Circumstances {
  packageId: number | null;
  typeId: number;
  priority: Priority | null;
}

type Criteria = Pick<Target, "packageId" | "typeId" | "priority">;

export const fits = (target: Criteria, { packageId, typeId, priority }: Circumstances): boolean =>
  (target.packageId === null || target.packageId === packageId) &&
  (target.typeId === null || target.typeId === typeId) &&
  (target.priority === null || target.priority === priority);

/**
 * For sorting, the most specific first: whoever names more of package, type and priority; among those that name as many, the package
 * counts before the type, and the type before the priority.
 */
export const bySpecificity = (one: Criteria, other: Criteria): number => weight(other) - weight(one);

const weight = ({ packageId, typeId, priority }: Criteria): number => {
  const named = [packageId, typeId, priority].map((criterion) => Number(criterion !== null));
  const [hasPackage = 0, hasType = 0, hasPriority = 0] = named;
  return 8 * (hasPackage + hasType + hasPriority) + 4 * hasPackage + 2 * hasType + hasPriority;
};

/** The one target that counts: the most specific of those that fit. No two targets in force name the same. */
export const targetFor = (targets: readonly Target[], circumstances: Circumstances): Target | undefined =>
  targets.filter((target) => fits(target, circumstances)).toSorted(bySpecificity)[0];

export const isInForce = ({ since, until }: Target, at: Date): boolean => since <= at && (until === null || at < until);

/** Business minutes before the deadline. */
export const warningMinutes = (whole: number, warnBefore: WarnBefore | null): number | null => {
  if (warnBefore === null) return null;
  const before = "minutes" in warnBefore ? warnBefore.minutes : Math.ceil((whole * warnBefore.percent) / 100);
  return Math.min(before, whole);
};
