import { sql, type Expression, type SqlBool } from "kysely";
import type { Actor, Customer } from "../../../platform/actor.ts";

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
      return visibleToCustomer(actor);
  }
};

// As a set of ids that three indexes give: with an "or" in its place PostgreSQL reads the whole table by its newest
// activity to find a customer's three tickets (0.9 s instead of 20 ms with 300,000 tickets).
const visibleToCustomer = ({ personId, organisationIds }: Customer): Expression<SqlBool> => sql`(
  case when tickets.submitted_at is null then tickets.requester_id = ${personId}
    else tickets.visibility = 'public' end
  and tickets.id in (
    select own.id from tickets as own where own.requester_id = ${personId}
    union all
    select shared.id from tickets as shared where shared.organisation_id = any(${[...organisationIds]}::bigint[])
    union all
    select ticket_id from ticket_participants where person_id = ${personId}
  )
)`;
