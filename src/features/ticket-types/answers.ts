import { formatDate, formatNumber, type Reading } from "../../platform/i18n/index.ts";
import { isSame } from "./rules/answers.ts";
import type { Answer, Answers } from "./rules/form.ts";
import type { FieldOption, FormField } from "./rules/type.ts";

const yesNo = { en: { yes: "Yes", no: "No" }, de: { yes: "Ja", no: "Nein" } } as const;

type Asked = Pick<FormField, "kind" | "options">;

/** An answer as people read it: options by their names, days and numbers in the reader's way. */
export const answerText = (field: Asked | undefined, answer: Answer, reading: Reading): string => {
  const { locale } = reading;
  if (typeof answer === "boolean") return yesNo[locale][answer ? "yes" : "no"];
  if (typeof answer === "number") return formatNumber(answer, locale);
  if (typeof answer !== "string") return answer.map((each) => optionName(field?.options, each, locale)).join(", ");
  if (field?.kind === "date") return dayText(answer, reading);
  return optionName(field?.options, answer, locale);
};

const optionName = (options: readonly FieldOption[] = [], key: string, locale: Reading["locale"]): string =>
  options.find((option) => option.key === key)?.[locale] ?? key;

/** A day has no time zone; noon keeps it the same day wherever it is read. */
const dayText = (day: string, { locale }: Reading): string => {
  const noon = new Date(`${day}T12:00:00Z`);
  return Number.isNaN(noon.getTime()) ? day : formatDate(noon, { locale, timeZone: "UTC" });
};

export interface AnswerChange {
  /** The question, in the reader's language. */
  name: string;
  from: string | null;
  to: string | null;
}

/** What is different between two sets of answers, question by question. */
export const answerChanges = (
  { from, to }: { from: Answers; to: Answers },
  { fields, reading }: { fields: readonly FormField[]; reading: Reading },
): AnswerChange[] =>
  [...new Set([...Object.keys(from), ...Object.keys(to)])].flatMap((key) => {
    if (isSame(from[key], to[key])) return [];
    const field = fields.find((each) => each.key === key);
    const said = (answer: Answer | undefined): string | null =>
      answer === undefined ? null : answerText(field, answer, reading);
    return [{ name: field?.names[reading.locale] ?? key, from: said(from[key]), to: said(to[key]) }];
  });
