import type { NewEvent } from "../../platform/events.ts";

const onPerson = (name: string, personId: number, payload: NonNullable<NewEvent["payload"]> = {}): NewEvent => ({
  name,
  subject: { kind: "person", id: personId },
  payload,
});

/** Somebody is known from now on: by a mail, a call, a registration, or because an administrator said so. */
export const personAdded = (personId: number): NewEvent => onPerson("person.added", personId);
