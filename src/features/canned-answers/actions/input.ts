import { hasRole, type Actor } from "../../../platform/actor.ts";
import { Forbidden, Invalid } from "../../../platform/errors.ts";
import type { Phrase } from "../../../platform/i18n/index.ts";
import { optionalWords } from "../../../platform/input.ts";
import { inLanguage, type CannedAnswer } from "../rules/languages.ts";
import { placeholderNames, unknownPlaceholders } from "../rules/placeholders.ts";
import { phrase } from "../words.ts";

export const mustAdminister = (actor: Actor): void => {
  if (!hasRole(actor, "administrator")) throw new Forbidden();
};

/** A language is left out by leaving both its fields empty. */
export const answerFields = {
  titleDe: optionalWords(120),
  textDe: optionalWords(10_000),
  titleEn: optionalWords(120),
  textEn: optionalWords(10_000),
};

export const fieldNames = ["titleDe", "textDe", "titleEn", "textEn"] as const;
type Given = Record<(typeof fieldNames)[number], string>;

/** Throws `Invalid`, with what is missing or unknown at its field. */
export const checkAnswer = (given: Given): Pick<CannedAnswer, "titles" | "texts"> => {
  const refused: Record<string, Phrase> = {};
  if (fieldNames.every((name) => given[name] === "")) refused["titleDe"] = phrase("oneLanguage");
  for (const [title, text] of [
    ["titleDe", "textDe"],
    ["titleEn", "textEn"],
  ] as const) {
    if (given[title] !== "" && given[text] === "") refused[text] = phrase("textMissing");
    if (given[text] !== "" && given[title] === "") refused[title] = phrase("titleMissing");
    const unknown = unknownPlaceholders(given[text]);
    if (unknown.length > 0)
      refused[text] = phrase("unknownPlaceholder", {
        unknown: unknown.join(", "),
        known: placeholderNames.map((name) => `{{${name}}}`).join(", "),
      });
  }
  if (Object.keys(refused).length > 0) throw new Invalid(refused);
  return { titles: { de: given.titleDe, en: given.titleEn }, texts: { de: given.textDe, en: given.textEn } };
};

/** What the audit log calls it. */
export const meant = (id: number, { titles }: Pick<CannedAnswer, "titles">): { id: number; title: string } => ({
  id,
  title: inLanguage(titles, "en"),
});
