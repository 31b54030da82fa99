import type { FieldKind, FormField } from "./type.ts";

/** An answer as it is stored: an option's key, keys, words, a number, a day as YYYY-MM-DD, yes or no, names of files. */
export type Answer = string | number | boolean | readonly string[];
export type Answers = Readonly<Record<string, Answer>>;

/** Who fills in the form: customers are not asked what is for agents only. */
export type Audience = "customers" | "agents";

export const longestLine = 300;
export const longestAnswer = 10_000;
export const mostAnswerFiles = 20;

/** What is the matter with one answer. Whether an answer is there at all is another question, see `missingFields`. */
export type AnswerProblem = "tooLong" | "notAChoice" | "notANumber" | "notADate" | "notYesOrNo" | "notWords";

export interface Checked {
  /** What is to be stored: the good answers to the questions that are asked. */
  answers: Answers;
  problems: Readonly<Record<string, AnswerProblem>>;
}

interface Filled {
  fields: readonly FormField[];
  /** As a form sends them (texts and lists of texts) or as they are stored; by key. */
  given: Readonly<Record<string, unknown>>;
  audience: Audience;
}

/**
 * Goes through the form once, from top to bottom: a question whose condition does not hold is not asked, and then
 * nothing that hangs on it is asked either. What was answered to it is left out, and is never a problem.
 */
export const checkAnswers = ({ fields, given, audience }: Filled): Checked => {
  const answers: Record<string, Answer> = {};
  const problems: Record<string, AnswerProblem> = {};
  for (const field of fields) {
    if (!isAsked(field, { answers, audience })) continue;
    const read = readers[field.kind](valueOf(given, field.key), field);
    if (read === undefined) continue;
    if (typeof read === "object" && "problem" in read) problems[field.key] = read.problem;
    else answers[field.key] = read;
  }
  return { answers, problems };
};

/** The questions that are asked once these answers are given. */
export const askedFields = (filled: Filled): FormField[] => {
  const { answers } = checkAnswers(filled);
  return filled.fields.filter((field) => isAsked(field, { answers, audience: filled.audience }));
};

/** Required questions that are asked and not answered (well). */
export const missingFields = (filled: Filled): FormField[] => {
  const { answers } = checkAnswers(filled);
  return askedFields(filled).filter(({ isRequired, key }) => isRequired && answers[key] === undefined);
};

const isAsked = (
  { isRetired, audience, condition }: FormField,
  form: { answers: Answers; audience: Audience },
): boolean => {
  if (isRetired || (audience === "agents" && form.audience === "customers")) return false;
  return condition === null || conditionHolds(condition, form.answers);
};

/** Whether one of the wanted answers was given to the question that it hangs on. */
export const conditionHolds = (
  { field, isAnyOf }: NonNullable<FormField["condition"]>,
  answers: Readonly<Record<string, unknown>>,
): boolean =>
  choicesIn(Object.hasOwn(answers, field) ? answers[field] : undefined).some((each) => isAnyOf.includes(each));

/** What an answer says to a condition: options' keys, or yes or no. */
const choicesIn = (answer: unknown): readonly string[] => {
  if (typeof answer === "boolean") return [answer ? "yes" : "no"];
  return [answer].flat().filter((each) => typeof each === "string");
};

// Keys come from settings, and `constructor` would be one.
const valueOf = (given: Filled["given"], key: string): unknown => (Object.hasOwn(given, key) ? given[key] : undefined);

type Read = Answer | undefined | { problem: AnswerProblem };

const problem = (name: AnswerProblem): Read => ({ problem: name });

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === "string" && value.trim() === "") ||
  (Array.isArray(value) && value.every(isEmpty));

/** Forms send a list of one where one value is meant. */
const single = (value: unknown): unknown =>
  Array.isArray(value) && value.length === 1 ? (value[0] as unknown) : value;

const readText = (value: unknown, most: number): Read => {
  const one = single(value);
  if (isEmpty(one)) return undefined;
  if (typeof one !== "string") return problem("notWords");
  const text = one.replaceAll("\r\n", "\n").trim();
  return text.length > most ? problem("tooLong") : text;
};

const isOffered = ({ options }: FormField, key: unknown): boolean =>
  options.some((option) => option.key === key && !option.isRetired);

const readChoice = (value: unknown, field: FormField): Read => {
  const one = single(value);
  if (isEmpty(one)) return undefined;
  return typeof one === "string" && isOffered(field, one) ? one : problem("notAChoice");
};

/** In the order of the options, each once. */
const readChoices = (value: unknown, field: FormField): Read => {
  if (isEmpty(value)) return undefined;
  const chosen = [value].flat().filter((each) => !isEmpty(each));
  if (!chosen.every((each) => isOffered(field, each))) return problem("notAChoice");
  return field.options.map(({ key }) => key).filter((key) => chosen.includes(key));
};

/** With a comma or a point before the decimals. */
const readNumber = (value: unknown): Read => {
  const one = single(value);
  if (isEmpty(one)) return undefined;
  if (typeof one === "number") return Number.isFinite(one) ? plus(one) : problem("notANumber");
  if (typeof one !== "string" || !/^[+-]?\d{1,15}([.,]\d{1,10})?$/.test(one.trim())) return problem("notANumber");
  return plus(Number(one.trim().replace(",", ".")));
};

// -0 would come back from the database as 0.
const plus = (value: number): number => value + 0;

/** A day that exists, as browsers send it. */
const readDate = (value: unknown): Read => {
  const one = single(value);
  if (isEmpty(one)) return undefined;
  if (typeof one !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(one.trim())) return problem("notADate");
  const day = one.trim();
  const at = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== day ? problem("notADate") : day;
};

const readYesNo = (value: unknown): Read => {
  const one = single(value);
  if (isEmpty(one)) return undefined;
  if (one === true || one === "yes") return true;
  if (one === false || one === "no") return false;
  return problem("notYesOrNo");
};

/** The names of the files; the files themselves hang on the ticket's first message. */
const readFiles = (value: unknown): Read => {
  if (isEmpty(value)) return undefined;
  const names = [value].flat().filter((each) => !isEmpty(each));
  if (!names.every((each) => typeof each === "string")) return problem("notWords");
  return names.length > mostAnswerFiles || names.some((name) => name.length > longestLine) ? problem("tooLong") : names;
};

const readers: Readonly<Record<FieldKind, (value: unknown, field: FormField) => Read>> = {
  line: (value) => readText(value, longestLine),
  text: (value) => readText(value, longestAnswer),
  choice: readChoice,
  choices: readChoices,
  number: readNumber,
  date: readDate,
  yes_no: readYesNo,
  file: readFiles,
};
