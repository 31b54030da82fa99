import { sql, type Expression, type RawBuilder, type SqlBool } from "kysely";
import type { Actor } from "../../../platform/actor.ts";
import { now } from "../../../platform/time.ts";

/** More words than that make a search slower, not better. */
const mostWords = 8;

/**
 * Tickets in which every word occurs: in the subject, in a message that the actor may read, or as the number. Words
 * are stemmed in German and English, and from three letters on found by their beginning.
 */
export const mentions = (actor: Actor, text: string): Expression<SqlBool> => {
  const words = text
    .split(/\s+/)
    .filter((word) => word !== "")
    .slice(0, mostWords);
  const conditions = words.map((word) => mentionsWord(actor, word));
  return conditions.length === 0 ? sql`true` : sql`(${sql.join(conditions, sql` and `)})`;
};

const mentionsWord = (actor: Actor, word: string): RawBuilder<SqlBool> => {
  const stems = sql<string>`(plainto_tsquery('german', ${word}) || plainto_tsquery('english', ${word}))`;
  const query = sql`(${stems}${orBeginning(word)})`;
  const number = /^#?(\d{1,15})$/.exec(word)?.[1];
  // A word that says nothing in both languages ("in", "was") narrows nothing.
  return sql`(
    numnode(${stems}) = 0
    or tickets.id in (
      select found.id from tickets as found where found.search @@ ${query}
      union all
      select messages.ticket_id from messages where messages.search @@ ${query} and ${isReadable(actor)}
    )
    ${number === undefined ? sql`` : sql`or tickets.number = ${Number(number)}`}
  )`;
};

/** Who is still typing finds words by their beginning. */
const orBeginning = (word: string): RawBuilder<unknown> => {
  const letters = word.match(/[\p{L}\p{N}]+/gu) ?? [];
  return letters.join("").length < 3 ? sql`` : sql` || to_tsquery('simple', ${`${letters.join(" & ")}:*`})`;
};

/** That a word stands in an internal note is itself internal. */
const isReadable = (actor: Actor): RawBuilder<SqlBool> =>
  actor.kind === "agent" || actor.kind === "system"
    ? sql`true`
    : sql`(not messages.internal and messages.taken_back_at is null
        and (messages.held_until is null or messages.held_until <= ${now()}))`;
