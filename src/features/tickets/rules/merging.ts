import type { RefusalName } from "./refusals.ts";
import { isTechnical } from "./technical.ts";
import { unfinished, type Status, type Ticket } from "./ticket.ts";

type Side = Pick<Ticket, "type" | "status" | "visibility">;

const isUnfinished = (status: Status): boolean => (unfinished as readonly Status[]).includes(status);

/** Why the one cannot go on in the other, beside what the machine says of the one; undefined when it can. */
export const mergeRefusal = (source: Side, target: Side): RefusalName | undefined => {
  if (isTechnical(source) !== isTechnical(target)) return "mergeTechnical";
  if (target.status === "cancelled") return "mergeIntoCancelled";
  // What somebody still waits for must not end where nobody works any more.
  if (target.status === "closed" && source.status !== "closed") return "mergeIntoClosed";
  // Customers would lose sight of what they asked.
  if (target.visibility === "internal" && source.visibility === "public") return "mergeIntoInternal";
  return isUnfinished(target.status) || target.status === "closed" ? undefined : "mergeIntoCancelled";
};

/** Whom a ticket belongs to, as far as reading it goes. */
export interface Circle {
  organisationId: number | null;
  requesterId: number;
  participantIds: readonly number[];
}

export const peopleOf = ({ requesterId, participantIds }: Circle): number[] => [
  ...new Set([requesterId, ...participantIds]),
];

/** Organisations of people, by the people's ids. */
export type Memberships = ReadonlyMap<number, readonly number[]>;

const mayReadBy = (circle: Circle, memberships: Memberships, personId: number): boolean =>
  peopleOf(circle).includes(personId) ||
  (circle.organisationId !== null && (memberships.get(personId) ?? []).includes(circle.organisationId));

/** What a merge would let customers read who could not before, on either side. */
export interface NewReaders {
  /** Of the source: they would read the target. */
  ofTarget: number[];
  /** Of the target: they would read the source. */
  ofSource: number[];
}

export const newReaders = (
  { source, target }: { source: Circle; target: Circle },
  memberships: Memberships,
): NewReaders => {
  const outside = (of: Circle, people: Circle) =>
    peopleOf(people).filter((personId) => !mayReadBy(of, memberships, personId));
  return { ofTarget: outside(target, source), ofSource: outside(source, target) };
};

interface Said {
  side: "customer" | "agent";
  authorId: number | null;
  at: Date;
}

/**
 * Whether the merged ticket's words answer what the target waits for: somebody who takes part in the target has written them since. Most
 * are answers that came as a new mail. Who still has to approve does so by deciding.
 */
export const answersTarget = (
  said: readonly Said[],
  target: Circle & Pick<Ticket, "status" | "statusSince" | "approval">,
): boolean =>
  (target.status === "waiting" || target.status === "resolved") &&
  target.approval !== "pending" &&
  said.some(
    ({ side, authorId, at }) =>
      side === "customer" && authorId !== null && peopleOf(target).includes(authorId) && at > target.statusSince,
  );

/** Who joins the target's CC: whoever takes part in the source and not in the target yet. */
export const joinersOf = (source: Circle, target: Circle): number[] => {
  const there = new Set(peopleOf(target));
  return peopleOf(source).filter((personId) => !there.has(personId));
};

/** People in CC, or tags, as one step of the history changed them, and whether a merge did it. */
export interface Step<T = number> {
  isMerge: boolean;
  from: readonly T[];
  to: readonly T[];
}

/** Those who are there only because another ticket was merged that had them; steps are oldest first. */
export const joinedByMerges = <T>(steps: readonly Step<T>[]): Set<T> => {
  const joined = new Set<T>();
  for (const { isMerge, from, to } of steps) {
    for (const personId of to)
      if (!from.includes(personId)) {
        if (isMerge) joined.add(personId);
        else joined.delete(personId);
      }
    for (const personId of from) if (!to.includes(personId)) joined.delete(personId);
  }
  return joined;
};

/** Who and what leaves when tickets that were merged go their own way: what no merged ticket holds any more. */
export const leaversOf = <T>(
  current: readonly T[],
  { joined, held }: { joined: ReadonlySet<T>; held: readonly T[] },
): T[] => current.filter((each) => joined.has(each) && !held.includes(each));
