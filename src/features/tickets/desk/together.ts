import type { Agent } from "../../../platform/actor.ts";
import type { Ask } from "../../../platform/http/route.ts";
import { mayRank } from "../actions/ranking.ts";
import type { TimelineEntry } from "../rules/sight.ts";
import type { Ticket } from "../rules/ticket.ts";
import { endOf, listMerged, listMergedDirectly } from "../store/merges.ts";
import { listWaiting, technicalOf } from "../store/orders.ts";
import { listTasks } from "../store/tasks.ts";
import { findTicketById, ticketsByIds } from "../store/tickets.ts";
import type { Together } from "../views/desk/together.ts";
import { dialogOf, othersOf } from "./dialogs.ts";
import type { TicketMoment } from "./moment.ts";

interface Facts {
  actor: Agent;
  ticket: Ticket;
  entries: readonly TimelineEntry[];
  moment: TicketMoment;
}

/** Loads what the ticket has to do with others, and what is to be done for it. */
export const togetherOf = async (ask: Ask, { actor, ticket, entries, moment }: Facts): Promise<Together> => {
  const { db } = ask.context;
  const merged = await listMerged(db, ticket.id);
  const directly = await ticketsByIds(db, actor, await listMergedDirectly(db, ticket.id));
  const hanging = (await technicalOf(db, [ticket.id])).get(ticket.id) ?? [];
  return {
    into: await intoOf(ask, actor, ticket),
    merged: [...directly.values()],
    orders: hanging.map(({ technical, linkedId }) => ({ technical, isOwn: linkedId === ticket.id })),
    waiting: await othersOf(db, await listWaiting(db, ticket.id)),
    tasks: await listTasks(db, [ticket.id, ...merged.map(({ id }) => id)]),
    mayRank: await mayRank(db, actor, ticket),
    dialog: await dialogOf(ask, { actor, ticket, entries, refused: moment.dialog }),
  };
};

const intoOf = async ({ context: { db } }: Ask, actor: Agent, ticket: Ticket): Promise<Together["into"]> => {
  if (ticket.mergedInto === null) return undefined;
  const endId = await endOf(db, ticket.id);
  const end = await findTicketById(db, actor, endId);
  const isApart = (await listMerged(db, endId)).find(({ id }) => id === ticket.id)?.isApart ?? false;
  return end && { ticket: end, isApart };
};
