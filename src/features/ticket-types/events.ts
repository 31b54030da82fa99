import type { NewEvent } from "../../platform/events.ts";
import type { SettingChanges } from "../../platform/settings.ts";
import type { Priority } from "./rules/type.ts";
import { priorities } from "./rules/type.ts";

type Payload = NonNullable<NewEvent["payload"]>;

const onType = (name: string, typeId: number, payload: Payload): NewEvent => ({
  name: `ticket-type.${name}`,
  subject: { kind: "ticket-type", id: typeId },
  payload,
});

interface Named {
  typeId: number;
  /** The name of what is meant: the type, a question or a stage. */
  name: { en: string; de: string };
  /** What the type is called, of a question or stage. */
  of?: { en: string; de: string };
}

const saidOf = ({ name, of }: Named): Payload => ({ name, ...(of && { of }) });

type Part = "" | "field-" | "stage-";

export const added = (part: Part, meant: Named): NewEvent => onType(`${part}added`, meant.typeId, saidOf(meant));
export const changed = (part: Part, meant: Named, changes: SettingChanges): NewEvent =>
  onType(`${part}changed`, meant.typeId, { ...saidOf(meant), changes });
export const moved = (part: Part, meant: Named, to: "up" | "down"): NewEvent =>
  onType(`${part}moved`, meant.typeId, { ...saidOf(meant), to });
/** Retired, or brought back. */
export const ended = (part: Part, meant: Named, isRetired: boolean): NewEvent =>
  onType(`${part}${isRetired ? "retired" : "restored"}`, meant.typeId, saidOf(meant));

const onDevelopmentStatus = (name: string, id: number, payload: Payload): NewEvent => ({
  name: `development-status.${name}`,
  subject: { kind: "development-status", id },
  payload,
});

type Name = Named["name"];

export const developmentStatusAdded = (id: number, name: Name): NewEvent => onDevelopmentStatus("added", id, { name });
export const developmentStatusChanged = (
  id: number,
  { name, changes }: { name: Name; changes: SettingChanges },
): NewEvent => onDevelopmentStatus("changed", id, { name, changes });
export const developmentStatusMoved = (id: number, { name, to }: { name: Name; to: "up" | "down" }): NewEvent =>
  onDevelopmentStatus("moved", id, { name, to });
export const developmentStatusEnded = (id: number, { name, isRetired }: { name: Name; isRetired: boolean }): NewEvent =>
  onDevelopmentStatus(isRetired ? "retired" : "restored", id, { name });

/** Priorities have no rows of their own to number them; they count from the weakest. */
export const criteriaChanged = (priority: Priority, changes: SettingChanges): NewEvent => ({
  name: "priority.criteria-changed",
  subject: { kind: "priority", id: priorities.indexOf(priority) + 1 },
  payload: { changes },
});
