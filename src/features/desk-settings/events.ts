import type { NewEvent } from "../../platform/events.ts";

const subject = { kind: "desk", id: 1 };

export const deskCreated = (name: string): NewEvent => ({ name: "desk.created", subject, payload: { name } });

type Setting = string | number;

/** `changes`: the settings that are different now, each with what was before. */
export const deskChanged = (changes: Readonly<Record<string, { from: Setting; to: Setting }>>): NewEvent => ({
  name: "desk.changed",
  subject,
  payload: { changed: Object.keys(changes), changes },
});

export const nextStepsDismissed = (): NewEvent => ({ name: "desk.next_steps_dismissed", subject });
