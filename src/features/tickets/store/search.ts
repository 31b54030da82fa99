import { sql, type Expression, type RawBuilder, type SqlBool } from "kysely";
import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db/db.ts";

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

/** More words than that make a search slower, not better. */
const mostWords = 8;

/**
 * Tickets in which every word occurs, as far as the actor may read. Words are stemmed in both languages, and from three
 * letters on found by their beginning; words that say nothing in both ("in", "was") narrow nothing.
 */
export const mentions = (actor: Actor, text: string): Expression<SqlBool> => {
  const words = text
    .split(/\s+/)
    .filter((word) => word !== "")
    .slice(0, mostWords);
  if (words.length === 0) return sql`true`;
  const query = sql`(${sql.join(words.map(queryOf), sql` && `)})`;
  const column = actor.kind === "agent" || actor.kind === "system" ? sql.ref("desk") : sql.ref("customers");
  // Nothing but such words: then everything matches. As one query, because an "or" would keep the planner from
  // choosing between the index of words (for rare ones) and the order of the list (for those that stand everywhere).
  return sql`tickets.id in (
    select ticket_id from ticket_words
    where ${column} @@ (case when numnode(${query}) = 0 then '!nothing'::tsquery else ${query} end)
  )`;
};

const queryOf = (word: string): RawBuilder<string> => {
  const stems = sql<string>`(plainto_tsquery('german', ${word}) || plainto_tsquery('english', ${word}))`;
  const letters = word.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (letters.join("").length < 3) return stems;
  const beginning = sql`to_tsquery('simple', ${`${letters.join(" & ")}:*`})`;
  return sql`(case when numnode(${stems}) = 0 then ''::tsquery else ${stems} || ${beginning} end)`;
};
