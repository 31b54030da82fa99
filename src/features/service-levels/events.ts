import type { NewEvent } from "../../platform/events.ts";
import { changesSaid, type SettingChanges } from "../../platform/settings.ts";

type Payload = NonNullable<NewEvent["payload"]>;
type Name = { en: string; de: string };

const onTarget = (name: string, id: number, payload: Payload): NewEvent => ({
  name: `service-level.${name}`,
  subject: { kind: "service-level", id },
  payload,
});

/** `name`: for which tickets; `changes`: what is promised, against nothing. */
export const targetAdded = (id: number, name: Name, changes: SettingChanges): NewEvent =>
  onTarget("added", id, { name, ...changesSaid(changes) });

/** `replaces`: the id under which it stood before. */
export const targetChanged = (
  id: number,
  { replaces, name, changes }: { replaces: number; name: Name; changes: SettingChanges },
): NewEvent => onTarget("changed", id, { name, ...changesSaid(changes), replaces });

export const targetEnded = (id: number, name: Name): NewEvent => onTarget("ended", id, { name });
