import { sql, type Expression, type RawBuilder, type SqlBool } from "kysely";
import type { Actor } from "../../../platform/actor.ts";
import type { Reader, Tx } from "../../../platform/db/db.ts";

/** More of a message than its first 20,000 characters is not worth finding it by: logs, mostly. */
const indexed = 20_000;
/** PostgreSQL refuses a tsvector past 1 MB; a thread that long is found by what came before. */
const mostBytes = 600_000;

interface Mentioned {
  ticketId: number;
  text: string;
  /** False: customers do not see it, or not yet. */
  isForCustomers: boolean;
}

/** From now on the ticket is found by these words, too. */
export const addWords = async (tx: Tx, { ticketId, text, isForCustomers }: Mentioned): Promise<void> => {
  const shown = text.slice(0, indexed);
  const words = sql`strip(to_tsvector('german', ${shown}) || to_tsvector('english', ${shown}))`;
  const added = (column: "desk" | "customers") => {
    const known = sql.ref(`ticket_words.${column}`);
    return sql<string>`case when octet_length(${known}::text) > ${mostBytes} then ${known} else ${known} || ${words} end`;
  };
  await tx
    .insertInto("ticket_words")
    .values({ ticket_id: ticketId, desk: sql`${words}`, customers: isForCustomers ? sql`${words}` : "" })
    .onConflict((conflict) =>
      conflict
        .column("ticket_id")
        .doUpdateSet({ desk: added("desk"), ...(isForCustomers && { customers: added("customers") }) }),
    )
    .execute();
};

/** From now on the one is found by the other's words, too: that one goes on in it. */
export const shareWords = async (
  tx: Tx,
  { fromId, toId, isForCustomers }: { fromId: number; toId: number; isForCustomers: boolean },
): Promise<void> => {
  const added = (column: "desk" | "customers") =>
    sql<string>`case when octet_length(ticket_words.${sql.ref(column)}::text) > ${mostBytes}
      then ticket_words.${sql.ref(column)} else ticket_words.${sql.ref(column)} || others.${sql.ref(column)} end`;
  await tx
    .updateTable("ticket_words")
    .from("ticket_words as others")
    .set({ desk: added("desk"), ...(isForCustomers && { customers: added("customers") }) })
    .where("ticket_words.ticket_id", "=", toId)
    .where("others.ticket_id", "=", fromId)
    .execute();
};

/** The ticket is found by nothing any more, until its words are added anew. */
export const forgetWords = async (tx: Tx, ticketId: number): Promise<void> => {
  await tx.deleteFrom("ticket_words").where("ticket_id", "=", ticketId).execute();
};

/** More words than that make a search slower, not better. */
const mostWords = 8;
/** From so many finds on a word stands nearly everywhere, seen from a page of 50. */
const frequent = 2_000;

/**
 * Tickets in which every word occurs, as far as the actor may read. Words are stemmed in both languages, and from three
 * letters on found by their beginning; words that say nothing in both ("in", "was") narrow nothing.
 */
export const mentions = async (db: Reader, actor: Actor, text: string): Promise<Expression<SqlBool>> => {
  const found = foundBy(actor, text);
  if (!found) return sql`true`;
  const { rows } = await sql<{ count: number }>`select count(*) from (
    select from ticket_words where ${found} limit ${frequent}
  ) as found`.execute(db);
  // Rare words are looked up in their index first. For frequent ones the list is read in its order until the page is
  // full. PostgreSQL cannot know which is right: it guesses the same for every word that it has no statistics of, and
  // then reads the whole list for a word that stands nowhere (1.1 s instead of 20 ms with 300,000 tickets).
  return (rows[0]?.count ?? 0) < frequent
    ? sql`tickets.id = any(array(select ticket_id from ticket_words where ${found}))`
    : sql`tickets.id in (select ticket_id from ticket_words where ${found})`;
};

/** Whether the word stands anywhere at all. */
export const isMentioned = async (db: Reader, actor: Actor, word: string): Promise<boolean> => {
  const found = foundBy(actor, word);
  if (!found) return true;
  const { rows } = await sql<{
    found: boolean;
  }>`select exists (select from ticket_words where ${found}) as found`.execute(db);
  return rows[0]?.found ?? false;
};

const foundBy = (actor: Actor, text: string): RawBuilder<SqlBool> | undefined => {
  const words = text
    .split(/\s+/)
    .filter((word) => word !== "")
    .slice(0, mostWords);
  if (words.length === 0) return undefined;
  const query = sql`(${sql.join(words.map(queryOf), sql` && `)})`;
  const column = sql.ref(actor.kind === "agent" || actor.kind === "system" ? "desk" : "customers");
  // Only words that say nothing: then everything matches.
  return sql`${column} @@ (case when numnode(${query}) = 0 then '!nothing'::tsquery else ${query} end)`;
};

const queryOf = (word: string): RawBuilder<string> => {
  const stems = sql<string>`(plainto_tsquery('german', ${word}) || plainto_tsquery('english', ${word}))`;
  const letters = word.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (letters.join("").length < 3) return stems;
  const beginning = sql`to_tsquery('simple', ${`${letters.join(" & ")}:*`})`;
  return sql`(case when numnode(${stems}) = 0 then ''::tsquery else ${stems} || ${beginning} end)`;
};
