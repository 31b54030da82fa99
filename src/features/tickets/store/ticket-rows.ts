import { sql, type Insertable, type Updateable } from "kysely";
import { system } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db/db.ts";
import type { TicketsTable } from "../../../platform/db/schema.ts";
import { Conflict } from "../../../platform/errors.ts";
import { now } from "../../../platform/time.ts";
import { patched, timesOf, type Patch } from "../rules/changes.ts";
import { lackingToClose } from "../rules/demands.ts";
import { closingDay } from "../rules/silence.ts";
import type { Ticket } from "../rules/ticket.ts";
import { setAssignees, setParticipants, setTags } from "./around.ts";
import { addSubjectWords } from "./likeness.ts";
import { addWords } from "./search.ts";
import { getTicket } from "./tickets.ts";

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
  | "productId"
  | "versionId"
  | "moduleId"
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
  await addWords(tx, { ticketId: id, text: `${number} ${ticket.subject}`, isForCustomers: true });
  await addSubjectWords(tx, ticket.subject);
  return getTicket(tx, system("tickets"), id);
};

/** Marks that go with a change but are not shown as one. */
export interface Marks {
  submittedAt?: Date;
  firstAnsweredAt?: Date | null;
  confirmedAt?: Date;
  confirmationWaivedAt?: Date;
  ratedAt?: Date;
  feedbackWaivedAt?: Date;
  closesAt?: Date | null;
  stalledAt?: Date;
  lastMessageBy?: Ticket["lastMessageBy"];
  /** It ends without having been resolved. */
  isUnsolved?: boolean;
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
  const times = patch.status && patch.status !== ticket.status ? timesOf(patch.status, ticket, marks) : undefined;
  const { numUpdatedRows } = await tx
    .updateTable("tickets")
    .set({
      ...rowOf(patch),
      ...(times && {
        status_since: times.statusSince,
        resolved_at: times.resolvedAt,
        confirmed_at: times.confirmedAt,
        confirmation_waived_at: times.confirmationWaivedAt,
        rated_at: times.ratedAt,
        feedback_waived_at: times.feedbackWaivedAt,
        closed_at: times.closedAt,
      }),
      ...(marks.submittedAt && { submitted_at: marks.submittedAt }),
      ...(marks.confirmedAt && { confirmed_at: marks.confirmedAt }),
      ...(marks.confirmationWaivedAt && { confirmation_waived_at: marks.confirmationWaivedAt }),
      ...(marks.ratedAt && { rated_at: marks.ratedAt }),
      ...(marks.feedbackWaivedAt && { feedback_waived_at: marks.feedbackWaivedAt }),
      ...(times && { closes_at: closingDay(patched(ticket, patch, marks), at) }),
      // What was announced to those who do not answer is void as soon as somebody speaks.
      ...(!times && ticket.status === "waiting" && marks.lastMessageBy !== undefined && { closes_at: null }),
      ...(marks.closesAt !== undefined && { closes_at: marks.closesAt }),
      ...(isMovingAgain(ticket, { patch, marks }) && { stalled_at: null }),
      ...(marks.stalledAt && { stalled_at: marks.stalledAt }),
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
  if (!patch.subject) return;
  // By its former subject it is still found.
  await addWords(tx, { ticketId: ticket.id, text: patch.subject, isForCustomers: true });
  await addSubjectWords(tx, patch.subject);
};

/** Whether silence, of which the desk was told, has ended or may close the ticket from now on. */
const isMovingAgain = (ticket: Ticket, { patch, marks }: { patch: Patch; marks: Marks }): boolean => {
  const { confirmedAt, confirmationWaivedAt, ratedAt, feedbackWaivedAt } = { ...ticket, ...marks };
  const given = { confirmedAt, confirmationWaivedAt, ratedAt, feedbackWaivedAt };
  return (
    ticket.stalledAt !== null &&
    ((patch.status !== undefined && patch.status !== ticket.status) ||
      marks.lastMessageBy !== undefined ||
      lackingToClose({ ...ticket, ...patch, ...given }).length === 0)
  );
};

/** Customers learn something from now on that was written before. */
export const markPublic = async (tx: Tx, ticketId: number): Promise<void> => {
  await tx.updateTable("tickets").set({ last_public_at: now() }).where("id", "=", ticketId).execute();
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
    product_id: patch.productId,
    version_id: patch.versionId,
    module_id: patch.moduleId,
    development_status_id: patch.developmentStatusId,
    planned_version: patch.plannedVersion,
    result: patch.result,
    solution: patch.solution,
    approval: patch.approval,
    stage: patch.stage,
    merged_into: patch.mergedInto,
    status_before_merge: patch.statusBeforeMerge,
    custom_fields: patch.customFields && sql`${JSON.stringify(patch.customFields)}::jsonb`,
    rating: patch.rating,
  };
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
};
