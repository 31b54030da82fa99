import type { NewEvent } from "../../platform/events.ts";

export const incomingTopic = "incoming-mail:all";

const incomingEvent = (name: string, id: number, payload: NewEvent["payload"] = {}): NewEvent => ({
  name,
  subject: { kind: "incoming-mail", id },
  payload,
  topics: [incomingTopic],
});

/** The message could not be filed; somebody has to look. */
export const filingFailed = (id: number, error: string): NewEvent =>
  incomingEvent("incoming-mail.failed", id, { error });

/** Somebody wants the message looked at again; `anyway`: and filed, whatever it seems to be. */
export const filingRetried = (id: number, { anyway }: { anyway: boolean }): NewEvent =>
  incomingEvent("incoming-mail.retried", id, { anyway });
