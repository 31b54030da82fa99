import { sql, type RawBuilder, type SqlBool } from "kysely";
import type { Actor } from "../../../platform/actor.ts";
import type { Reader } from "../../../platform/db/db.ts";
import { unfinished, type Ticket } from "../rules/ticket.ts";
import { selectTickets, ticketsOf } from "./tickets.ts";
import { visibleTo } from "./visible.ts";

interface Alike {
  subject: string;
  /** Not this one itself. */
  exceptId: number;
  limit: number;
}

/** Unfinished tickets of the same contact or organisation, those with the most words of the subject first. */
export const listAlikeAround = (
  db: Reader,
  actor: Actor,
  { requesterId, organisationId, ...alike }: Alike & Pick<Ticket, "requesterId" | "organisationId">,
): Promise<Ticket[]> =>
  listAlike(db, actor, {
    ...alike,
    among: sql`(tickets.requester_id = ${requesterId} or tickets.organisation_id = ${organisationId}::bigint)`,
  });

/** Unfinished tickets of these types, those with the most words of the subject first. */
export const listAlikeOfTypes = (
  db: Reader,
  actor: Actor,
  { typeIds, ...alike }: Alike & { typeIds: readonly number[] },
): Promise<Ticket[]> =>
  listAlike(db, actor, { ...alike, among: sql`tickets.type_id = any(${[...typeIds]}::bigint[])` });

// Both sets are small, so that every subject in them can be looked at.
const listAlike = async (
  db: Reader,
  actor: Actor,
  { subject, exceptId, limit, among }: Alike & { among: RawBuilder<SqlBool> },
): Promise<Ticket[]> => {
  const stemmed = (text: RawBuilder<unknown>) =>
    sql`(to_tsvector('german', ${text}) || to_tsvector('english', ${text}))`;
  const anyWord = sql`coalesce((
    select string_agg(quote_literal(lexeme), ' | ')::tsquery from unnest(${stemmed(sql`${subject}::text`)})
  ), ''::tsquery)`;
  const rows = await selectTickets(db)
    .where(visibleTo(actor))
    .where(sql<boolean>`${among}`)
    .where("tickets.status", "in", unfinished)
    .where("tickets.id", "<>", exceptId)
    .orderBy(sql`ts_rank(${stemmed(sql.ref("tickets.subject"))}, ${anyWord})`, "desc")
    .orderBy("tickets.last_activity_at", "desc")
    .limit(limit)
    .execute();
  return ticketsOf(db, actor, rows);
};
