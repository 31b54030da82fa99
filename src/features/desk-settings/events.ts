import type { NewEvent } from "../../platform/events.ts";
import { changesSaid, type SettingChanges } from "../../platform/settings.ts";

const subject = { kind: "desk", id: 1 };

export const deskCreated = (name: string): NewEvent => ({ name: "desk.created", subject, payload: { name } });

export const deskChanged = (changes: SettingChanges): NewEvent => ({
  name: "desk.changed",
  subject,
  payload: changesSaid(changes),
});

export const nextStepsDismissed = (): NewEvent => ({ name: "desk.next_steps_dismissed", subject });
