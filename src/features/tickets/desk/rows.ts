import type { Agent } from "../../../platform/actor.ts";
import type { Reader } from "../../../platform/db/db.ts";
import type { ProductChoice } from "../../products/index.ts";
import { offeredMoves } from "../rules/desk-offers.ts";
import { offers } from "../rules/policy.ts";
import type { SeenTicket } from "../rules/sight.ts";
import { unfinished, type Status } from "../rules/ticket.ts";
import { latestMessages, readTimes, type LatestMessage } from "../store/reads.ts";
import { namesOf, nameOf, organisationName, teamName, type Around } from "../views/desk/around.ts";
import { productNamesOf } from "../views/product-names.ts";
import type { QueueRow } from "../views/desk/queue-row.ts";

/** Tickets as lists at the desk show them. */
export const rowsOf = async (
  db: Reader,
  actor: Agent,
  { tickets, around }: { tickets: readonly SeenTicket[]; around: Around },
): Promise<QueueRow[]> => {
  const ids = tickets.map(({ id }) => id);
  const [latest, reads] = await Promise.all([latestMessages(db, ids), readTimes(db, actor.personId, ids)]);
  const names = productNamesOf(around.products);
  const named = (field: keyof ProductChoice, ticket: SeenTicket): string | undefined =>
    ticket[field] === null ? undefined : names(field, ticket[field]);
  return tickets.map((ticket) => ({
    ticket,
    snippet: (latest.get(ticket.id)?.beginning ?? "").replaceAll(/\s+/g, " ").trim(),
    requester: nameOf(around, ticket.requesterId),
    organisation: organisationName(around, ticket.organisationId),
    assignees: namesOf(around, ticket.assigneeIds),
    team: teamName(around, ticket.teamId),
    product: named("productId", ticket),
    version: named("versionId", ticket),
    module: named("moduleId", ticket),
    isUnread: isUnread(actor, ticket, { latest: latest.get(ticket.id), readAt: reads.get(ticket.id) }),
    moves: offeredMoves(ticket, offers(actor, ticket)),
    customerWaits: ticket.turn === "us" && ticket.lastMessageBy === "customer",
  }));
};

const open: ReadonlySet<Status> = new Set(unfinished);

/** New words of somebody else, in a ticket that is not over. */
const isUnread = (
  actor: Agent,
  ticket: SeenTicket,
  { latest, readAt }: { latest: LatestMessage | undefined; readAt: Date | undefined },
): boolean =>
  open.has(ticket.status) &&
  latest !== undefined &&
  latest.authorId !== actor.personId &&
  (readAt === undefined || latest.at > readAt);
