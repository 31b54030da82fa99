import type { FormState } from "../../platform/http/form.ts";
import type { Ask } from "../../platform/http/route.ts";
import type { Phrase } from "../../platform/i18n/index.ts";
import { answerName, askedFields, shownField, type Audience } from "../ticket-types/index.ts";
import type { StoredFile, TicketType } from "./rules/ticket.ts";
import { surroundingsOf } from "./rules/user-agent.ts";
import { phrase } from "./words.ts";

/** What forms say to a type's questions, and what the questions' fields show when the form comes again. */

type Given = Record<string, readonly string[]>;
type Sent = Pick<Ask, "form">;

/** The answers as sent, by question. Files are answered by the names of those that came, or are still kept. */
export const answersIn = (
  { form }: Sent,
  { type, attachments }: { type: TicketType; attachments: readonly StoredFile[] },
): Given =>
  Object.fromEntries(
    type.fields
      .filter(({ isRetired }) => !isRetired)
      .map(({ key, kind }) => {
        const name = answerName(key);
        if (kind !== "file") return [key, form.all(name)];
        const fresh = new Set(form.files.filter(({ field }) => field === name).map(({ file }) => file));
        const kept = form.all(name);
        const named = attachments.filter((each) => fresh.has(each.file) || kept.includes(each.name));
        return [key, named.map((each) => each.name)];
      }),
  );

/** What a form shows in its questions: what was typed, else what the browser says of itself. */
export const givenIn = (
  { values, lists }: FormState,
  { type, userAgent }: { type: TicketType; userAgent?: string | undefined },
): Given => {
  const isFresh = Object.keys(lists).length === 0;
  const known: Readonly<Record<string, string>> =
    isFresh && userAgent !== undefined ? { ...surroundingsOf(userAgent) } : {};
  return Object.fromEntries(
    type.fields.map(({ key }) => {
      const name = answerName(key);
      const typed = lists[name] ?? (values[name] === undefined ? [] : [values[name]]);
      const usual = Object.hasOwn(known, key) ? known[key] : undefined;
      return [key, typed.length > 0 || usual === undefined ? typed : [usual]];
    }),
  );
};

/** Names of kept files that answer a question, by question. */
export const keptAnswers = (given: Given, files: readonly StoredFile[], type: TicketType): Given =>
  Object.fromEntries(
    type.fields
      .filter(({ kind }) => kind === "file")
      .map(({ key }) => [key, files.map(({ name }) => name).filter((name) => given[key]?.includes(name))]),
  );

interface Filled {
  type: TicketType;
  given: Given;
  audience: Audience;
}

/**
 * Questions that an answer has opened and that the sender has not seen yet, because his browser runs no script: the
 * form comes back with them. Forms say what they showed; whoever posts without a form is asked nothing.
 */
export const unseenQuestions = ({ form }: Sent, { type, given, audience }: Filled): Record<string, Phrase> => {
  const shown = form.all(shownField);
  if (shown.length === 0) return {};
  const unseen = askedFields({ fields: type.fields, given, audience }).filter(
    ({ key }) => !shown.includes(`${type.key}.${key}`),
  );
  return Object.fromEntries(unseen.map(({ key }) => [answerName(key), phrase("askedNow")]));
};

/** What the questions are called, for the summary of errors. */
export const questionLabels = ({ fields }: Pick<TicketType, "fields">, locale: "en" | "de"): Record<string, string> =>
  Object.fromEntries(fields.map(({ key, names }) => [answerName(key), names[locale]]));
