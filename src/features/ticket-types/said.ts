import type { Json } from "../../platform/events.ts";
import type { Locale } from "../../platform/i18n/index.ts";
import { usualCustomerNames, usualNames } from "./rules/status-names.ts";
import type { FormField, Names, ProcedureStage, Status, TicketType } from "./rules/type.ts";
import type { TypeFacts } from "./store/type-rows.ts";
import { adminWords } from "./words.admin.ts";

/**
 * Settings as the audit log keeps them: words in both languages instead of keys and ids, so that an entry still says
 * what it said when names have changed since.
 */
export const saidOfType = (facts: Partial<TypeFacts>, teamNames: ReadonlyMap<number, string>): Record<string, Json> => {
  const said: Record<string, Json | undefined> = {
    kind: facts.kind && inBoth((w) => w.typeKinds[facts.kind ?? "request"]),
    names: facts.names && words(facts.names),
    hints: facts.hints && words(facts.hints),
    statuses: facts.statuses?.map((status) => words(usualNames[status])),
    statusNames: facts.statusNames && statusNames(facts.statusNames, usualNames),
    customerStatusNames: facts.customerStatusNames && statusNames(facts.customerStatusNames, usualCustomerNames),
    toldStatuses: facts.toldStatuses?.map((status) => words(usualNames[status])),
    hasPriority: facts.hasPriority,
    hasRating: facts.hasRating,
    creators: facts.creators && inBoth((w) => w.creators[facts.creators ?? "everyone"]),
    onlyAssigneesWrite: facts.onlyAssigneesWrite,
    takesSeatRequests: facts.takesSeatRequests,
    asksProduct: facts.asksProduct && inBoth((w) => w.asksProducts[facts.asksProduct ?? "no"]),
    needsApproval: facts.needsApproval,
    needsSolution: facts.needsSolution,
    needsConfirmation: facts.needsConfirmation,
    needsFeedback: facts.needsFeedback,
    reopenDays: facts.reopenDays,
    remindAfterDays: facts.remindAfterDays,
    closeAfterDays: facts.closeAfterDays,
    closeResolvedAfterDays: facts.closeResolvedAfterDays,
    teamId: facts.teamId && (teamNames.get(facts.teamId) ?? facts.teamId),
  };
  return Object.fromEntries(Object.entries(said).filter((entry): entry is [string, Json] => entry[1] !== undefined));
};

/** What a setting of a type is called. */
export const typeSettingName = (setting: string, locale: Locale): string =>
  adminWords[locale].settings[setting] ?? setting;

const words = ({ en, de }: Names): Json => ({ en, de });

const inBoth = (say: (w: (typeof adminWords)["en"]) => string): Json => ({
  en: say(adminWords.en),
  de: say(adminWords.de),
});

const statusNames = (names: TicketType["statusNames"], usual: Readonly<Record<Status, Names>>): Json =>
  (Object.entries(names) as [Status, Names][]).map(([status, name]) => ({
    en: `${usual[status].en}: ${name.en}`,
    de: `${usual[status].de}: ${name.de}`,
  }));

export const saidOfField = (
  { names, hints, options, isRequired, audience, condition }: Omit<FormField, "id" | "key" | "kind" | "isRetired">,
  others: readonly FormField[],
): Record<string, Json> => ({
  names: words(names),
  hints: words(hints),
  options: options.filter(({ isRetired }) => !isRetired).map(words),
  isRequired,
  audience: inBoth((w) => w.audiences[audience]),
  condition: condition && saidOfCondition(condition, others),
});

const saidOfCondition = (
  { field, isAnyOf }: NonNullable<FormField["condition"]>,
  others: readonly FormField[],
): Json => {
  const on = others.find(({ key }) => key === field);
  const answers = (locale: "en" | "de"): string =>
    isAnyOf.map((answer) => conditionAnswerName(on, answer, locale)).join(", ");
  return { en: `${on?.names.en ?? field}: ${answers("en")}`, de: `${on?.names.de ?? field}: ${answers("de")}` };
};

/** What an answer on which something hangs is called: an option's name, or yes or no. */
export const conditionAnswerName = (on: FormField | undefined, answer: string, locale: "en" | "de"): string => {
  if (on?.kind === "yes_no") return answer === "yes" ? adminWords[locale].yes : adminWords[locale].no;
  return on?.options.find(({ key }) => key === answer)?.[locale] ?? answer;
};

export const saidOfStage = ({ names, steps }: Pick<ProcedureStage, "names" | "steps">): Record<string, Json> => ({
  names: words(names),
  steps: steps.map(words),
});
