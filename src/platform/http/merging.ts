import { createHash } from "node:crypto";
import { sql } from "kysely";
import { z } from "zod";
import type { Db } from "../db/db.ts";
import { platformPhrase } from "../errors.ts";
import type { Phrase } from "../i18n/index.ts";
import { now } from "../time.ts";
import { formOf, type Form } from "./form.ts";
import { formsIn, type ShownField, type ShownForm } from "./form-fields.ts";
import type { Ask } from "./route.ts";

/**
 * Two people change the same settings: the form of each says what it had shown him, and when it is sent, what others have
 * changed since is put in beside what he has changed. Where both changed the same, he is asked. See docs/decisions/0022.
 */

/** The hidden field in which a form says what it had shown. */
export const basisField = "basis";
/** Marks the forms to which this is done (`<Form merges>`). */
const marker = "data-merges";

/** Where a form stood, and fingerprints of what stood in it. */
const basisShape = z.object({
  page: z.string().startsWith("/"),
  form: z.string(),
  fields: z.record(z.string(), z.string()),
  /** When it was shown, in milliseconds. */
  at: z.number(),
});
type Basis = z.output<typeof basisShape>;

/** Fields that say nothing of what is to be saved. */
const pagesOwn = new Set(["once", "previewed", basisField]);
const isPagesOwnField = (name: string): boolean => pagesOwn.has(name);

const readBasis = (text: string): Basis | undefined => {
  if (text === "") return undefined;
  try {
    return basisShape.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
  } catch {
    // Nothing of ours; then nothing is known of what was shown.
    return undefined;
  }
};

const writeBasis = (basis: Basis): string => Buffer.from(JSON.stringify(basis)).toString("base64url");

const normal = (values: readonly string[]): readonly string[] =>
  values.map((value) => value.replaceAll("\r\n", "\n").trim()).filter((value) => value !== "");

const printOf = (values: readonly string[]): string =>
  createHash("sha256")
    .update(JSON.stringify(normal(values)))
    .digest("base64url")
    .slice(0, 12);

const printsOf = (fields: ReadonlyMap<string, ShownField>): Record<string, string> =>
  Object.fromEntries(
    [...fields].flatMap(([name, { values }]) => (isPagesOwnField(name) ? [] : [[name, printOf(values)]])),
  );

/** The page with, in each form that merges, what it shows. A form that comes back refused keeps what it was compared with. */
export const withBases = (html: string, ask: Ask, isAnswerToForm: boolean): string => {
  if (!html.includes(` ${marker}`)) return html;
  const sent = readBasis(ask.form.text(basisField));
  const page = isAnswerToForm ? (sent?.page ?? referrerOf(ask)) : ask.url;
  let text = "";
  let from = 0;
  for (const { id, attributes, start, fields } of formsIn(html)) {
    if (attributes[marker] === undefined) continue;
    const basis = sent?.form === id ? sent : { page, form: id, fields: printsOf(fields), at: now().getTime() };
    const value = writeBasis(basis);
    // While words stay in the form, so does what they were compared with.
    text += `${html.slice(from, start)}<input type="hidden" name="${basisField}" value="${value}" data-with-words>`;
    from = start;
  }
  return text + html.slice(from);
};

const referrerOf = ({ headers, url }: Ask): string => {
  const referrer = String(headers["referer"] ?? "");
  if (!URL.canParse(referrer)) return url;
  const { pathname, search } = new URL(referrer);
  return pathname + search;
};

interface Saving<T> {
  pageNow(path: string): Promise<string | undefined>;
  /** The names of those who changed what the page shows, since then; empty when nobody is known. */
  changedBy(page: string, since: Date): Promise<string>;
  run(ask: Ask): Promise<T> | T;
}

/** Runs what saves a form with others' changes put in; nobody else saves such a form meanwhile. */
export const withOthersChanges = async <T>(
  ask: Ask,
  { pageNow, changedBy, run }: Saving<T>,
): Promise<{ ask: Ask; outcome: T }> => {
  const basis = readBasis(ask.form.text(basisField));
  if (!basis) return { ask, outcome: await run(ask) };
  return alone(ask.context.db, async () => {
    const shown = formsIn((await pageNow(basis.page)) ?? "").find(({ id }) => id === basis.form);
    const isOther = shown !== undefined && differencesOf(ask.form, basis, shown.fields).length > 0;
    const by = isOther ? await changedBy(basis.page, new Date(basis.at)) : "";
    const merged = shown ? { ...ask, form: mergedForm(ask.form, basis, { ...shown, by }) } : ask;
    return { ask: merged, outcome: await run(merged) };
  });
};

interface Difference {
  name: string;
  current: ShownField;
  /** The sender has changed it himself, to something else than others have. */
  isOwn: boolean;
}

/** Where others have changed something that is not what was sent. */
const differencesOf = (form: Form, basis: Basis, now: ShownForm["fields"]): Difference[] =>
  [...new Set([...Object.keys(basis.fields), ...now.keys()])].flatMap((name) => {
    const current = now.get(name) ?? { values: [], said: "" };
    const shown = basis.fields[name] ?? printOf([]);
    const sent = printOf(form.all(name));
    const isSame = isPagesOwnField(name) || [shown, sent].includes(printOf(current.values));
    return isSame ? [] : [{ name, current, isOwn: sent !== shown }];
  });

/** Rows of a list, e.g. `special.3.name`, move when one comes or goes: theirs and others' are not put together. */
const listOf = (name: string): string | undefined => /^(.*)\.\d+(?:\.|$)/.exec(name)?.[1];

const listsChanged = (form: Form, { fields: shown }: Basis): Set<string> =>
  new Set(
    [...new Set([...Object.keys(shown), ...form.fields.keys()])].flatMap((name) => {
      const list = listOf(name);
      return list === undefined || printOf(form.all(name)) === (shown[name] ?? printOf([])) ? [] : [list];
    }),
  );

/** What was sent, with what others have changed in the fields that the sender left as they were shown to him. */
export const mergedForm = (
  form: Form,
  basis: Basis,
  { fields: current, by = "" }: Pick<ShownForm, "fields"> & { by?: string },
): Form => {
  const fields = new Map(form.fields);
  const changedMeanwhile: Record<string, Phrase> = {};
  const ownLists = listsChanged(form, basis);
  for (const { name, current: field, isOwn } of differencesOf(form, basis, current)) {
    if (isOwn || ownLists.has(listOf(name) ?? "")) changedMeanwhile[name] = phraseOf(field, by);
    else fields.set(name, [...field.values]);
  }
  fields.set(basisField, [writeBasis({ ...basis, fields: printsOf(current), at: now().getTime() })]);
  return formOf({ ...form, fields, changedMeanwhile });
};

const mostSaid = 300;
const phraseOf = ({ values, said }: ShownField, by: string): Phrase => {
  if (normal(values).length === 0) return platformPhrase("emptiedMeanwhile", { by });
  if (said === "") return platformPhrase("fieldChangedMeanwhile", { by });
  return platformPhrase("saidMeanwhile", { by, now: said.length > mostSaid ? `${said.slice(0, mostSaid)}…` : said });
};

/** Any number; it belongs to saving settings alone. */
const lockKey = 4_670_022;
let last: Promise<unknown> = Promise.resolve();

/**
 * One saving after the other, of all processes. Those of this process wait here rather than in the database, so that waiting ones
 * hold no connection that the one before needs.
 */
const alone = async <T>(db: Db, run: () => Promise<T>): Promise<T> => {
  const turn = last.then(() =>
    db.connection().execute(async (connection) => {
      await sql`select pg_advisory_lock(${lockKey})`.execute(connection);
      try {
        return await run();
      } finally {
        await sql`select pg_advisory_unlock(${lockKey})`.execute(connection);
      }
    }),
  );
  last = turn.catch(() => undefined);
  return turn;
};
