import type { Tx } from "../../../platform/db/db.ts";
import { now } from "../../../platform/time.ts";

/** Who and what stands around a ticket. Those who stay keep the time since when. */

export const setAssignees = async (tx: Tx, ticketId: number, personIds: readonly number[]): Promise<void> => {
  let leaving = tx.deleteFrom("ticket_assignees").where("ticket_id", "=", ticketId);
  if (personIds.length > 0) leaving = leaving.where("person_id", "not in", personIds);
  await leaving.execute();
  if (personIds.length === 0) return;
  await tx
    .insertInto("ticket_assignees")
    .values(personIds.map((personId) => ({ ticket_id: ticketId, person_id: personId, assigned_at: now() })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

export const setParticipants = async (tx: Tx, ticketId: number, personIds: readonly number[]): Promise<void> => {
  let leaving = tx.deleteFrom("ticket_participants").where("ticket_id", "=", ticketId);
  if (personIds.length > 0) leaving = leaving.where("person_id", "not in", personIds);
  await leaving.execute();
  if (personIds.length === 0) return;
  await tx
    .insertInto("ticket_participants")
    .values(personIds.map((personId) => ({ ticket_id: ticketId, person_id: personId, added_at: now() })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

export const setTags = async (tx: Tx, ticketId: number, tags: readonly string[]): Promise<void> => {
  let leaving = tx.deleteFrom("ticket_tags").where("ticket_id", "=", ticketId);
  if (tags.length > 0) leaving = leaving.where("tag", "not in", tags);
  await leaving.execute();
  if (tags.length === 0) return;
  await tx
    .insertInto("ticket_tags")
    .values(tags.map((tag) => ({ ticket_id: ticketId, tag })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};
