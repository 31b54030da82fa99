import { sql, type RawBuilder } from "kysely";
import type { Actor } from "../../../platform/actor.ts";
import type { Reader, Tx } from "../../../platform/db/db.ts";
import { isMentioned } from "./search.ts";
import { visibleTo } from "./visible.ts";

/** Words with digits are numbers and codes: there is nothing to correct in them. */
const correctable = /^\p{L}{4,40}$/u;

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** From now on the subject's words are proposed to those who mistype them. */
export const addSubjectWords = async (tx: Tx, subject: string): Promise<void> => {
  // In one order, so that two new tickets with the same new words wait for each other, and neither for ever.
  const words = [...new Set(wordsOf(subject).filter((word) => correctable.test(word)))].toSorted();
  if (words.length === 0) return;
  await tx
    .insertInto("ticket_subject_words")
    .values(words.map((word) => ({ word })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

/** How alike two words have to be, from 0 to 1, by the groups of three letters that both have. */
const alike = 0.3;

/** A customer's own list is read instead of an index of all: of others' words he must not learn. */
const mostSubjects = 2_000;

/**
 * The text with each word that stands nowhere replaced by the most similar one that stands in a subject; undefined when there is
 * nothing to correct. Agents are offered any subject's words, customers those of the requests that they may read.
 */
export const correctedText = async (db: Reader, actor: Actor, text: string): Promise<string | undefined> => {
  const words = text.split(/\s+/).filter(Boolean).slice(0, 8);
  const corrected = await Promise.all(words.map(async (word) => (await correction(db, actor, word)) ?? word));
  return corrected.some((word, index) => word !== words[index]) ? corrected.join(" ") : undefined;
};

const correction = async (db: Reader, actor: Actor, word: string): Promise<string | undefined> => {
  const typed = word.toLowerCase();
  if (!correctable.test(typed)) return undefined;
  if (actor.kind === "customer") return nearestOf(db, typed, visibleWords(actor));
  if (await isMentioned(db, actor, typed)) return undefined;
  return nearestOf(db, typed, sql`(select word from ticket_subject_words where word % ${typed}) as known`);
};

const visibleWords = (actor: Actor): RawBuilder<unknown> => sql`(
  select distinct lower(part) as word
  from (
    select subject from tickets where ${visibleTo(actor)} order by last_public_at desc, id desc limit ${mostSubjects}
  ) as seen cross join regexp_split_to_table(subject, '[^[:alnum:]]+') as part
  where length(part) between 4 and 40
) as known`;

const nearestOf = async (db: Reader, typed: string, known: RawBuilder<unknown>): Promise<string | undefined> => {
  const { rows } = await sql<{ word: string }>`
    select word from ${known} where similarity(word, ${typed}) >= ${alike}
    order by word like ${`${typed}%`} desc, similarity(word, ${typed}) desc, word limit 1`.execute(db);
  // A word that only goes on is found by its beginning already.
  return rows[0] && !rows[0].word.startsWith(typed) ? rows[0].word : undefined;
};
