import type { Agent } from "../../../platform/actor.ts";
import { Invalid, Refusal } from "../../../platform/errors.ts";

/** Why it could not be done, in the agent's language. Throws what is no refusal: a defect must not look like one. */
export const reasonOf = (error: unknown, { locale }: Pick<Agent, "locale">): string => {
  if (!(error instanceof Refusal)) throw error;
  const reason = (error instanceof Invalid ? Object.values(error.fields)[0] : undefined) ?? error.phrase;
  return reason.say(locale);
};
