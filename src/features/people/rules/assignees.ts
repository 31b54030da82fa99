/** Who gets what comes to a team and is nobody's yet. */
export const assigneeRules = ["nobody", "round_robin", "least_busy", "person"] as const;
export type AssigneeRule = (typeof assigneeRules)[number];

interface Choice {
  rule: AssigneeRule;
  /** The team's members who work at the desk now. */
  memberIds: readonly number[];
  /** For the rule `person`. */
  personId: number | null;
  /** Who was chosen last. */
  lastId: number | null;
  /** How many unfinished tickets each of them has; nobody named has none. */
  loads: ReadonlyMap<number, number>;
}

/** Undefined when nobody is meant, or whoever is meant no longer works here: it waits for the team then. */
export const chooseAssignee = ({ rule, memberIds, personId, lastId, loads }: Choice): number | undefined => {
  const inTurn = turnsAfter(lastId, memberIds);
  switch (rule) {
    case "nobody":
      return undefined;
    case "person":
      return personId !== null && memberIds.includes(personId) ? personId : undefined;
    case "round_robin":
      return inTurn[0];
    case "least_busy": {
      const least = Math.min(...inTurn.map((id) => loads.get(id) ?? 0));
      // Of several the one whose turn it is, so that an idle team shares evenly.
      return inTurn.find((id) => (loads.get(id) ?? 0) === least);
    }
  }
};

/** Everybody in a fixed order, beginning after the last one: who has left meanwhile leaves no gap. */
const turnsAfter = (lastId: number | null, memberIds: readonly number[]): number[] => {
  const all = [...new Set(memberIds)].toSorted((one, other) => one - other);
  return lastId === null ? all : [...all.filter((id) => id > lastId), ...all.filter((id) => id <= lastId)];
};
