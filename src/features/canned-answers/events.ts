import type { NewEvent } from "../../platform/events.ts";
import { changesSaid, type SettingChanges } from "../../platform/settings.ts";

interface Meant {
  id: number;
  /** As it is called by then. */
  title: string;
}

type Payload = NonNullable<NewEvent["payload"]>;

const onAnswer = (name: string, { id, title }: Meant, more: Payload = {}): NewEvent => ({
  name: `canned_answer.${name}`,
  subject: { kind: "canned_answer", id },
  payload: { name: title, ...more },
});

export const answerAdded = (meant: Meant): NewEvent => onAnswer("added", meant);
export const answerChanged = (meant: Meant, changes: SettingChanges): NewEvent =>
  onAnswer("changed", meant, changesSaid(changes));
export const answerMoved = (meant: Meant, to: "up" | "down"): NewEvent => onAnswer("moved", meant, { to });
export const answerRetired = (meant: Meant): NewEvent => onAnswer("retired", meant);
export const answerRestored = (meant: Meant): NewEvent => onAnswer("restored", meant);
export const answerDeleted = (meant: Meant): NewEvent => onAnswer("deleted", meant);
