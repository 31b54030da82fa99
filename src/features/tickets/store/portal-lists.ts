import { sql, type RawBuilder } from "kysely";
import { personIdOf, type Actor } from "../../../platform/actor.ts";
import type { Reader } from "../../../platform/db/db.ts";
import { filterOf, type Relation } from "../filter.ts";
import { forActor, type SeenTicket } from "../rules/sight.ts";
import { unfinished } from "../rules/ticket.ts";
import { listSight, statusKnown } from "./list-sight.ts";
import { matching } from "./filtering.ts";
import { selectTickets, ticketsOf } from "./tickets.ts";
import { visibleTo } from "./visible.ts";

/** What there is to choose from in a list of requests: types and products that occur in it. */
export interface Facets {
  typeIds: readonly number[];
  productIds: readonly number[];
}

export const listFacets = async (db: Reader, actor: Actor, relation: Relation): Promise<Facets> => {
  const sight = await listSight(db, actor);
  const inList = sql`${visibleTo(actor)} and ${await matching(sight, filterOf({ relation }))}`;
  const { rows } = await sql<{ type_ids: number[]; product_ids: number[] }>`
    select
      array(select distinct type_id from tickets where ${inList}) as type_ids,
      array(select distinct product_id from tickets where ${inList} and product_id is not null) as product_ids`.execute(
    db,
  );
  const [row] = rows;
  return { typeIds: (row?.type_ids ?? []).map(Number), productIds: (row?.product_ids ?? []).map(Number) };
};

/** From here on a word reads like one of the subject: half of it is typed yet, or it is mistyped. */
const alike = 0.5;
const mostWords = 20;
/** Shorter words read like others by chance. */
const longEnough = 4;

/**
 * The actor's own unfinished requests whose subject shares words with the given one or reads like it, the most similar
 * first. Words are stemmed in German and English; words that mean nothing ("geht", "nicht", "the") do not count.
 */
export const listSimilarRequests = async (
  db: Reader,
  actor: Actor,
  { subject, limit }: { subject: string; limit: number },
): Promise<SeenTicket[]> => {
  const personId = personIdOf(actor);
  if (personId === null || subject.trim() === "") return [];
  const said = sql`(
    select word from unnest(${(subject.match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, mostWords)}::text[]) as word
    where numnode(plainto_tsquery('german', word)) > 0 and numnode(plainto_tsquery('english', word)) > 0
  ) as said`;
  const anyWord = sql`(
    select string_agg(quote_literal(lexeme), ' | ')::tsquery
    from ${said} cross join unnest(${stemmed(sql`said.word`)})
  )`;
  // One person's own unfinished requests are few; no index is worth it.
  const words = stemmed(sql.ref("tickets.subject"));
  const likeness = sql<number>`coalesce((
    select max(word_similarity(word, tickets.subject)) from ${said} where length(word) >= ${longEnough}
  ), 0)`;
  const rows = await selectTickets(db)
    .where(visibleTo(actor))
    .where("tickets.requester_id", "=", personId)
    .where(statusKnown(await listSight(db, actor)), "in", unfinished)
    .where(sql<boolean>`(${words} @@ ${anyWord} or ${likeness} >= ${alike})`)
    .orderBy(sql`coalesce(ts_rank(${words}, ${anyWord}), 0) + ${likeness}`, "desc")
    .orderBy("tickets.id", "desc")
    .limit(limit)
    .execute();
  return (await ticketsOf(db, actor, rows)).map((ticket) => forActor(actor, ticket));
};

const stemmed = (text: RawBuilder<unknown>): RawBuilder<string> =>
  sql`(to_tsvector('german', ${text}) || to_tsvector('english', ${text}))`;
