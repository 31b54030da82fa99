import type { Reader } from "../../../platform/db/db.ts";
import { listAgents, listTeams, organisationsByIds, peopleByIds } from "../../people/index.ts";
import type { Ticket } from "../rules/ticket.ts";
import { listDevelopmentStatuses, listPriorityCriteria, listTicketTypes } from "../../ticket-types/index.ts";
import { listProducts } from "../../products/index.ts";
import type { Around } from "../views/desk/around.ts";

/** Loads everybody and everything that the tickets point at, and what can be chosen from. */
export const aroundOf = async (
  db: Reader,
  tickets: readonly Ticket[],
  more: readonly number[] = [],
): Promise<Around> => {
  const personIds = tickets.flatMap((ticket) => [
    ticket.requesterId,
    ...ticket.assigneeIds,
    ...ticket.participantIds,
    ...(ticket.openedBy === null ? [] : [ticket.openedBy]),
  ]);
  const organisationIds = tickets.flatMap(({ organisationId }) => (organisationId === null ? [] : [organisationId]));
  const [people, organisations, teams, types, developmentStatuses, criteria, products, agents] = await Promise.all([
    peopleByIds(db, [...personIds, ...more]),
    organisationsByIds(db, organisationIds),
    listTeams(db),
    listTicketTypes(db),
    listDevelopmentStatuses(db),
    listPriorityCriteria(db),
    listProducts(db),
    listAgents(db),
  ]);
  return { people, organisations, teams, types, developmentStatuses, criteria, products, agents };
};
