import { sql, type Insertable, type Updateable } from "kysely";
import { system, type Actor } from "../../../platform/actor.ts";
import type { Reader, Tx } from "../../../platform/db/db.ts";
import type { TicketsTable } from "../../../platform/db/schema.ts";
import { Conflict, NotFound } from "../../../platform/errors.ts";
import { now } from "../../../platform/time.ts";
import { timesOf, type Patch } from "../rules/changes.ts";
import type { CustomFields, Ticket } from "../rules/ticket.ts";
import { setAssignees, setParticipants, setTags } from "./around.ts";
import { findTicketIdByMailIds } from "./messages.ts";
import { ticketTypeOf, type TicketTypeRow } from "./types.ts";
import { visibleTo } from "./visible.ts";

const columns = [
  "tickets.id",
  "tickets.number",
  "tickets.subject",
  "tickets.status",
  "tickets.priority",
  "tickets.visibility",
  "tickets.channel",
  "tickets.requester_id",
  "tickets.organisation_id",
  "tickets.team_id",
  "tickets.product",
  "tickets.product_version",
  "tickets.module",
  "tickets.development_status",
  "tickets.planned_version",
  "tickets.result",
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
] as const;

/** Tickets with their type and the lists around them; what it selects is what `ticketOf` reads. */
export const selectTickets = (db: Reader) =>
  db
    .selectFrom("tickets")
    .innerJoin("ticket_types", "ticket_types.id", "tickets.type_id")
    .select(columns)
    .select([
      sql<TicketTypeRow>`to_jsonb(ticket_types)`.as("type"),
      // As JSON, because the driver reads bigint[] as text.
      sql<number[]>`array_to_json(array(select person_id from ticket_assignees where ticket_id = tickets.id
        order by assigned_at, person_id))`.as("assignee_ids"),
      sql<number[]>`array_to_json(array(select person_id from ticket_participants where ticket_id = tickets.id
        order by added_at, person_id))`.as("participant_ids"),
      sql<string[]>`array(select tag from ticket_tags where ticket_id = tickets.id order by tag)`.as("tags"),
    ]);

type TicketRow = Awaited<ReturnType<ReturnType<typeof selectTickets>["executeTakeFirstOrThrow"]>>;

export const ticketOf = (row: TicketRow): Ticket => ({
  id: row.id,
  number: row.number,
  type: ticketTypeOf(row.type),
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
  product: row.product,
  productVersion: row.product_version,
  module: row.module,
  developmentStatus: row.development_status,
  plannedVersion: row.planned_version,
  result: row.result,
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
});

/** The ticket if it exists and the actor may see it. */
export const findTicketById = async (db: Reader, actor: Actor, id: number): Promise<Ticket | undefined> => {
  const row = await selectTickets(db).where("tickets.id", "=", id).where(visibleTo(actor)).executeTakeFirst();
  return row && ticketOf(row);
};

export const findTicketByNumber = async (db: Reader, actor: Actor, number: number): Promise<Ticket | undefined> => {
  // Anything can stand in an address; past bigint PostgreSQL would refuse the comparison.
  if (!Number.isSafeInteger(number)) return undefined;
  const row = await selectTickets(db).where("tickets.number", "=", number).where(visibleTo(actor)).executeTakeFirst();
  return row && ticketOf(row);
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

/** The ticket in which words with one of these Message-IDs stand, whoever may see it: for mail that comes in. */
export const findTicketByMailIds = async (db: Reader, messageIds: readonly string[]): Promise<Ticket | undefined> => {
  const id = await findTicketIdByMailIds(db, messageIds);
  return id === undefined ? undefined : findTicketById(db, system("tickets"), id);
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
  return new Map(rows.map((row) => [row.id, ticketOf(row)]));
};

/** Counts up and keeps the counter's row locked until the transaction ends, so a number that is undone is not lost. */
export const nextNumber = async (tx: Tx): Promise<number> => {
  const { last } = await tx
    .updateTable("ticket_numbers")
    .set((row) => ({ last: row("last", "+", 1) }))
    .returning("last")
    .executeTakeFirstOrThrow();
  return last;
};

export type NewTicket = Pick<
  Ticket,
  | "subject"
  | "status"
  | "priority"
  | "visibility"
  | "channel"
  | "requesterId"
  | "organisationId"
  | "teamId"
  | "participantIds"
  | "assigneeIds"
  | "tags"
  | "product"
  | "productVersion"
  | "module"
  | "customFields"
  | "followUpOf"
  | "openedBy"
  | "lastMessageBy"
  | "type"
>;

/** Opens the row under the next number. Call it late: from here on nobody else can open a ticket until the commit. */
export const insertTicket = async (tx: Tx, ticket: NewTicket): Promise<Ticket> => {
  const at = now();
  const number = await nextNumber(tx);
  const { id } = await tx
    .insertInto("tickets")
    .values({
      ...rowOf(ticket),
      number,
      type_id: ticket.type.id,
      subject: ticket.subject,
      status: ticket.status,
      channel: ticket.channel,
      requester_id: ticket.requesterId,
      follow_up_of: ticket.followUpOf,
      opened_at: at,
      opened_by: ticket.openedBy,
      submitted_at: ticket.status === "draft" ? null : at,
      last_activity_at: at,
      last_public_at: at,
      last_message_by: ticket.lastMessageBy,
      status_since: at,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await setAssignees(tx, id, ticket.assigneeIds);
  await setParticipants(tx, id, ticket.participantIds);
  await setTags(tx, id, ticket.tags);
  return ticketOf(await selectTickets(tx).where("tickets.id", "=", id).executeTakeFirstOrThrow());
};

/** Marks that go with a change but are not shown as one. */
export interface Marks {
  submittedAt?: Date;
  firstAnsweredAt?: Date | null;
  lastMessageBy?: Ticket["lastMessageBy"];
  /** False: only agents see what changed. */
  isPublic: boolean;
}

/** Writes the change and counts the version up. Throws `Conflict` when it is no longer the version that was read. */
export const updateTicket = async (
  tx: Tx,
  ticket: Ticket,
  { patch, marks }: { patch: Patch; marks: Marks },
): Promise<void> => {
  const at = now();
  const times = patch.status && patch.status !== ticket.status ? timesOf(patch.status, ticket) : undefined;
  const { numUpdatedRows } = await tx
    .updateTable("tickets")
    .set({
      ...rowOf(patch),
      ...(times && {
        status_since: times.statusSince,
        resolved_at: times.resolvedAt,
        closed_at: times.closedAt,
      }),
      ...(marks.submittedAt && { submitted_at: marks.submittedAt }),
      ...(marks.firstAnsweredAt !== undefined && { first_answered_at: marks.firstAnsweredAt }),
      ...(marks.lastMessageBy && { last_message_by: marks.lastMessageBy }),
      ...(marks.isPublic && { last_public_at: at }),
      last_activity_at: at,
      version: ticket.version + 1,
    })
    .where("id", "=", ticket.id)
    .where("version", "=", ticket.version)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new Conflict();
  if (patch.assigneeIds) await setAssignees(tx, ticket.id, patch.assigneeIds);
  if (patch.participantIds) await setParticipants(tx, ticket.id, patch.participantIds);
  if (patch.tags) await setTags(tx, ticket.id, patch.tags);
};

/** The columns for what is given; what is missing stays as it is. */
const rowOf = (patch: Patch): Updateable<TicketsTable> & Partial<Insertable<TicketsTable>> => {
  const values = {
    subject: patch.subject,
    status: patch.status,
    type_id: patch.type?.id,
    priority: patch.priority,
    visibility: patch.visibility,
    requester_id: patch.requesterId,
    organisation_id: patch.organisationId,
    team_id: patch.teamId,
    product: patch.product,
    product_version: patch.productVersion,
    module: patch.module,
    development_status: patch.developmentStatus,
    planned_version: patch.plannedVersion,
    result: patch.result,
    custom_fields: patch.customFields && sql`${JSON.stringify(patch.customFields)}::jsonb`,
    rating: patch.rating,
  };
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
};
