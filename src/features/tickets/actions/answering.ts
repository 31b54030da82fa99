import { Invalid, platformPhrase } from "../../../platform/errors.ts";
import type { Phrase } from "../../../platform/i18n/index.ts";
import type { Actor } from "../../../platform/actor.ts";
import {
  answerName,
  changedAnswers,
  checkAnswers,
  longestAnswer,
  missingFields,
  type AnswerProblem,
  type Answers,
  type Audience,
  type Checked,
  type FieldKind,
} from "../../ticket-types/index.ts";
import type { Ticket, TicketType } from "../rules/ticket.ts";
import { phrase } from "../words.ts";

type Given = Readonly<Record<string, unknown>>;

interface Filled {
  type: TicketType;
  given: Given;
  audience: Audience;
  /** Whether required questions have to be answered. */
  isDemanded: boolean;
}

/** What is the matter with the answers, by the names of their fields: what is missing, and what is no answer. */
export const objectionsTo = ({ type, given, audience, isDemanded }: Filled): Record<string, Phrase> => {
  const { fields } = type;
  const missing = isDemanded ? missingFields({ fields, given, audience }) : [];
  return {
    ...Object.fromEntries(missing.map(({ key, kind }) => [answerName(key), missingOf(kind)])),
    ...phrasesOf(checkAnswers({ fields, given, audience })),
  };
};

/** What to do about an answer that is missing. */
const missingOf = (kind: FieldKind): Phrase => {
  switch (kind) {
    case "choice":
    case "yes_no":
      return platformPhrase("notAChoice");
    case "choices":
      return platformPhrase("choiceMissing");
    case "file":
      return platformPhrase("fileMissing");
    default:
      return platformPhrase("required");
  }
};

/**
 * The answers of a new ticket, as they are stored. From customers required ones are demanded where they filled in a
 * form; what comes by mail or telephone never fails for lack of an answer. Throws `Invalid`.
 */
export const answersOfNew = (actor: Actor, filled: Omit<Filled, "audience">): Answers => {
  const { type, given } = filled;
  const audience = actor.kind === "customer" ? "customers" : "agents";
  refuse(type, { given, problems: objectionsTo({ ...filled, audience }) });
  return checkAnswers({ fields: type.fields, given, audience }).answers;
};

/** The ticket's answers once some are given anew; null and nothing take one away. Throws `Invalid`. */
export const answersAfter = (ticket: Ticket, { type, given }: { type: TicketType; given: Given }): Answers => {
  const checked = changedAnswers({ fields: type.fields, audience: "agents" }, { before: ticket.customFields, given });
  const isKnown = (key: string): boolean => Object.hasOwn(ticket.customFields, key);
  refuse(type, {
    given: Object.fromEntries(Object.entries(given).filter(([key]) => !isKnown(key))),
    problems: phrasesOf(checked),
  });
  return checked.answers;
};

const phrasesOf = ({ problems }: Pick<Checked, "problems">): Record<string, Phrase> =>
  Object.fromEntries(Object.entries(problems).map(([key, problem]) => [answerName(key), saidOf(problem)]));

const saidOf = (problem: AnswerProblem): Phrase => {
  switch (problem) {
    case "tooLong":
      return platformPhrase("tooLong", { most: longestAnswer });
    case "notAChoice":
    case "notYesOrNo":
      return platformPhrase("notAChoice");
    case "notANumber":
      return platformPhrase("notANumber");
    case "notADate":
      return phrase("notADate");
    case "notWords":
      return platformPhrase("unreadable");
  }
};

/** In the order of the form, so that a summary reads from top to bottom. */
const refuse = (type: TicketType, { given, problems }: { given: Given; problems: Record<string, Phrase> }): void => {
  const keys = type.fields.map(({ key }) => key);
  const unknown = Object.keys(given).filter((key) => !keys.includes(key));
  const all: Record<string, Phrase> = {
    ...problems,
    ...Object.fromEntries(unknown.map((key) => [answerName(key), phrase("noSuchField")])),
  };
  const names = [...new Set([...keys.map(answerName), ...Object.keys(all)])];
  const refused = names.flatMap((name) => (all[name] ? [[name, all[name]] as const] : []));
  if (refused.length > 0) throw new Invalid(Object.fromEntries(refused));
};
