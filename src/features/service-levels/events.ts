import type { NewEvent } from "../../platform/events.ts";
import { formatDuration } from "./rules/durations.ts";
import type { TargetFacts } from "./store.ts";
import { clockKinds } from "./rules/targets.ts";

type Payload = NonNullable<NewEvent["payload"]>;

const onTarget = (name: string, id: number, payload: Payload): NewEvent => ({
  name: `service-level.${name}`,
  subject: { kind: "service-level", id },
  payload,
});

/** What was promised, for those who read the audit log later. */
const saidOf = ({ packageId, typeId, priority, minutes, calendarId }: TargetFacts): Payload => ({
  packageId,
  typeId,
  priority,
  calendarId,
  ...Object.fromEntries(
    clockKinds.map((kind) => [kind, minutes[kind] === null ? null : formatDuration(minutes[kind])]),
  ),
});

export const targetAdded = (id: number, facts: TargetFacts): NewEvent => onTarget("added", id, saidOf(facts));

/** `replaces`: the id under which it stood before. */
export const targetChanged = (id: number, replaces: number, facts: TargetFacts): NewEvent =>
  onTarget("changed", id, { ...saidOf(facts), replaces });

export const targetEnded = (id: number, facts: TargetFacts): NewEvent => onTarget("ended", id, saidOf(facts));
