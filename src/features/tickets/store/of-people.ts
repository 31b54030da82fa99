import type { Reader } from "../../../platform/db/db.ts";
import { unfinished } from "../rules/ticket.ts";

/** Unfinished tickets that the person has asked without an organisation, oldest first. */
export const listUnfinishedWithoutOrganisation = async (db: Reader, requesterId: number): Promise<number[]> => {
  const rows = await db
    .selectFrom("tickets")
    .select("id")
    .where("requester_id", "=", requesterId)
    .where("organisation_id", "is", null)
    .where("status", "in", unfinished)
    .orderBy("id")
    .execute();
  return rows.map(({ id }) => id);
};

/** How many unfinished tickets are assigned to each of the people; who has none is missing. */
export const countUnfinishedOf = async (db: Reader, personIds: readonly number[]): Promise<Map<number, number>> => {
  if (personIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("ticket_assignees")
    .innerJoin("tickets", "tickets.id", "ticket_assignees.ticket_id")
    .select((row) => ["ticket_assignees.person_id", row.fn.countAll<number>().as("many")])
    .where("ticket_assignees.person_id", "in", [...personIds])
    .where("tickets.status", "in", unfinished)
    .groupBy("ticket_assignees.person_id")
    .execute();
  return new Map(rows.map((row) => [row.person_id, row.many]));
};
