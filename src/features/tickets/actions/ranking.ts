import { hasRole, type Actor } from "../../../platform/actor.ts";
import type { Reader } from "../../../platform/db/db.ts";
import { listTeams } from "../../people/index.ts";
import { isTechnical } from "../rules/technical.ts";
import type { Ticket } from "../rules/ticket.ts";

/**
 * Whether the actor may say how urgent the ticket is. How urgent an order is technical support says itself, or whoever
 * leads the desk; where technical support has nobody, everybody may.
 */
export const mayRank = async (db: Reader, actor: Actor, ticket: Pick<Ticket, "type">): Promise<boolean> => {
  if (!isTechnical(ticket) || hasRole(actor, "moderator") || actor.kind !== "agent") return true;
  const technicians = (await listTeams(db))
    .filter(({ level, isRetired }) => level === "technical" && !isRetired)
    .flatMap((team) => team.memberIds);
  return technicians.length === 0 || technicians.includes(actor.personId);
};
