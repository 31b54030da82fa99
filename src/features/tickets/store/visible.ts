import { sql, type Expression, type SqlBool } from "kysely";
import type { Actor } from "../../../platform/actor.ts";

/**
 * Reading rights as a condition on `tickets`: the same answer as `can(actor, "read", ticket)` gives for one ticket,
 * and a test on generated tickets holds the two together.
 */
export const visibleTo = (actor: Actor): Expression<SqlBool> => {
  switch (actor.kind) {
    case "system":
      return sql<SqlBool>`true`;
    case "visitor":
      return sql<SqlBool>`false`;
    case "agent":
      return sql<SqlBool>`(tickets.submitted_at is not null or tickets.requester_id = ${actor.personId})`;
    case "customer":
      return sql<SqlBool>`(
        (tickets.requester_id = ${actor.personId} and (tickets.visibility = 'public' or tickets.submitted_at is null))
        or (
          tickets.visibility = 'public' and tickets.submitted_at is not null and (
            tickets.organisation_id = any(${[...actor.organisationIds]}::bigint[])
            or exists (
              select from ticket_participants
              where ticket_participants.ticket_id = tickets.id and ticket_participants.person_id = ${actor.personId}
            )
          )
        )
      )`;
  }
};
