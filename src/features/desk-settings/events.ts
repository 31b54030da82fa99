import type { NewEvent } from "../../platform/events.ts";

const subject = { kind: "desk", id: 1 };

export const deskCreated = (name: string): NewEvent => ({ name: "desk.created", subject, payload: { name } });

/** `changed`: the names of the settings that are different now. */
export const deskChanged = (changed: readonly string[]): NewEvent => ({
  name: "desk.changed",
  subject,
  payload: { changed: [...changed] },
});
