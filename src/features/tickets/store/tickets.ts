import { sql } from "kysely";
import { system, type Actor } from "../../../platform/actor.ts";
import type { Reader, Tx } from "../../../platform/db/db.ts";
import { NotFound } from "../../../platform/errors.ts";
import { ticketTypesById } from "../../ticket-types/index.ts";
import type { CustomFields, Status, Ticket, TicketType } from "../rules/ticket.ts";
import { asKnownTo } from "./held.ts";
import { listTicketIdsByMailIds } from "./messages.ts";
import { visibleTo } from "./visible.ts";

const columns = [
  "tickets.id",
  "tickets.number",
  "tickets.type_id",
  "tickets.subject",
  "tickets.status",
  "tickets.priority",
  "tickets.visibility",
  "tickets.channel",
  "tickets.requester_id",
  "tickets.organisation_id",
  "tickets.team_id",
  "tickets.product_id",
  "tickets.version_id",
  "tickets.module_id",
  "tickets.development_status_id",
  "tickets.planned_version",
  "tickets.result",
  "tickets.solution",
  "tickets.confirmed_at",
  "tickets.confirmation_waived_at",
  "tickets.rated_at",
  "tickets.feedback_waived_at",
  "tickets.approval",
  "tickets.stage",
  "tickets.merged_into",
  "tickets.status_before_merge",
  "tickets.custom_fields",
  "tickets.rating",
  "tickets.follow_up_of",
  "tickets.version",
  "tickets.opened_at",
  "tickets.opened_by",
  "tickets.submitted_at",
  "tickets.last_activity_at",
  "tickets.last_public_at",
  "tickets.last_message_by",
  "tickets.first_answered_at",
  "tickets.status_since",
  "tickets.resolved_at",
  "tickets.closed_at",
  "tickets.closes_at",
  "tickets.stalled_at",
  "tickets.due_kind",
  "tickets.due_at",
  "tickets.due_warn_at",
] as const;

/** Tickets with the lists around them; what it selects is what `ticketsOf` reads. */
export const selectTickets = (db: Reader) =>
  db
    .selectFrom("tickets")
    .select(columns)
    .select([
      // As JSON, because the driver reads bigint[] as text.
      sql<number[]>`array_to_json(array(select person_id from ticket_assignees where ticket_id = tickets.id
        order by assigned_at, person_id))`.as("assignee_ids"),
      sql<number[]>`array_to_json(array(select person_id from ticket_participants where ticket_id = tickets.id
        order by added_at, person_id))`.as("participant_ids"),
      sql<string[]>`array(select tag from ticket_tags where ticket_id = tickets.id order by tag)`.as("tags"),
    ]);

type TicketRow = Awaited<ReturnType<ReturnType<typeof selectTickets>["executeTakeFirstOrThrow"]>>;

/** The tickets of these rows, with their types, as the actor knows them. */
export const ticketsOf = async (db: Reader, actor: Actor, rows: readonly TicketRow[]): Promise<Ticket[]> => {
  if (rows.length === 0) return [];
  const types = await ticketTypesById(db);
  const tickets = rows.flatMap((row) => {
    const type = types.get(row.type_id);
    return type ? [ticketOf(row, type)] : [];
  });
  return asKnownTo(db, actor, tickets);
};

const ticketOf = (row: TicketRow, type: TicketType): Ticket => ({
  id: row.id,
  number: row.number,
  type,
  subject: row.subject,
  status: row.status,
  priority: row.priority,
  visibility: row.visibility,
  channel: row.channel,
  requesterId: row.requester_id,
  organisationId: row.organisation_id,
  teamId: row.team_id,
  assigneeIds: row.assignee_ids,
  participantIds: row.participant_ids,
  tags: row.tags,
  productId: row.product_id,
  versionId: row.version_id,
  moduleId: row.module_id,
  developmentStatusId: row.development_status_id,
  plannedVersion: row.planned_version,
  result: row.result,
  solution: row.solution,
  confirmedAt: row.confirmed_at,
  confirmationWaivedAt: row.confirmation_waived_at,
  ratedAt: row.rated_at,
  feedbackWaivedAt: row.feedback_waived_at,
  approval: row.approval,
  stage: row.stage,
  mergedInto: row.merged_into,
  statusBeforeMerge: row.status_before_merge as Status | null,
  customFields: row.custom_fields as CustomFields,
  rating: row.rating,
  followUpOf: row.follow_up_of,
  version: row.version,
  openedAt: row.opened_at,
  openedBy: row.opened_by,
  submittedAt: row.submitted_at,
  lastActivityAt: row.last_activity_at,
  lastPublicAt: row.last_public_at,
  lastMessageBy: row.last_message_by,
  firstAnsweredAt: row.first_answered_at,
  statusSince: row.status_since,
  resolvedAt: row.resolved_at,
  closedAt: row.closed_at,
  closesAt: row.closes_at,
  stalledAt: row.stalled_at,
  due: row.due_kind && { kind: row.due_kind, at: row.due_at, warnAt: row.due_warn_at },
});

/** The ticket if it exists and the actor may see it. */
export const findTicketById = async (db: Reader, actor: Actor, id: number): Promise<Ticket | undefined> => {
  const rows = await selectTickets(db).where("tickets.id", "=", id).where(visibleTo(actor)).execute();
  return (await ticketsOf(db, actor, rows))[0];
};

export const findTicketByNumber = async (db: Reader, actor: Actor, number: number): Promise<Ticket | undefined> => {
  // Anything can stand in an address; past bigint PostgreSQL would refuse the comparison.
  if (!Number.isSafeInteger(number)) return undefined;
  const rows = await selectTickets(db).where("tickets.number", "=", number).where(visibleTo(actor)).execute();
  return (await ticketsOf(db, actor, rows))[0];
};

/** Throws `NotFound`: what somebody may not see does not exist. */
export const getTicket = async (db: Reader, actor: Actor, id: number): Promise<Ticket> => {
  const ticket = await findTicketById(db, actor, id);
  if (!ticket) throw new NotFound();
  return ticket;
};

export const getTicketByNumber = async (db: Reader, actor: Actor, number: number): Promise<Ticket> => {
  const ticket = await findTicketByNumber(db, actor, number);
  if (!ticket) throw new NotFound();
  return ticket;
};

/** The same, and nobody else changes the ticket until the transaction ends: of two at once, one waits, then looks. */
export const lockTicket = async (tx: Tx, actor: Actor, id: number): Promise<Ticket> => {
  await tx.selectFrom("tickets").select("id").where("id", "=", id).forUpdate().execute();
  return getTicket(tx, actor, id);
};

/** The tickets in which words with one of these Message-IDs stand, whoever may see them: for mail that comes in. */
export const listTicketsByMailIds = async (db: Reader, messageIds: readonly string[]): Promise<Ticket[]> => {
  const ids = await listTicketIdsByMailIds(db, messageIds);
  const tickets = await ticketsByIds(db, system("tickets"), ids);
  return ids.flatMap((id) => tickets.get(id) ?? []);
};

/** Whether the requester had never asked anything before. */
export const isFirstTicketOf = async (db: Reader, ticket: Pick<Ticket, "id" | "requesterId">): Promise<boolean> => {
  const earlier = await db
    .selectFrom("tickets")
    .select("id")
    .where("requester_id", "=", ticket.requesterId)
    .where("id", "<", ticket.id)
    .where("submitted_at", "is not", null)
    .limit(1)
    .executeTakeFirst();
  return !earlier;
};

export const ticketsByIds = async (db: Reader, actor: Actor, ids: readonly number[]): Promise<Map<number, Ticket>> => {
  if (ids.length === 0) return new Map();
  const rows = await selectTickets(db)
    .where("tickets.id", "in", [...new Set(ids)])
    .where(visibleTo(actor))
    .execute();
  const known = await ticketsOf(db, actor, rows);
  return new Map(known.map((ticket) => [ticket.id, ticket]));
};
