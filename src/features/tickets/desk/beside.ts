import type { Agent } from "../../../platform/actor.ts";
import type { Ask } from "../../../platform/http/route.ts";
import { readPlace } from "../queue-address.ts";
import type { Ticket } from "../rules/ticket.ts";
import { listTickets } from "../store/lists.ts";
import { listViews } from "../store/views.ts";
import type { QueueRow } from "../views/desk/queue-row.ts";
import { deskWords } from "../words-desk.ts";
import { aroundOf } from "./around.ts";
import { rowsOf } from "./rows.ts";

/** The list that the reader came from, and where in it the ticket stands. */
export interface Beside {
  title: string;
  rows: readonly QueueRow[];
  neighbours: { previous: number | undefined; next: number | undefined };
  /** The entry of the navigation that it belongs to. */
  section: string;
}

const shown = 50;

export const besideOf = async (
  { context: { db } }: Ask,
  actor: Agent,
  { ticket, list }: { ticket: Ticket; list: string },
): Promise<Beside> => {
  const views = await listViews(db, actor.personId);
  const place = readPlace(new URLSearchParams(list), views);
  const { tickets } = await listTickets(db, actor, { filter: place.filter, cursor: place.cursor, size: shown });
  const at = tickets.findIndex(({ id }) => id === ticket.id);
  const view = views.find(({ id }) => id === place.viewId);
  return {
    title: view?.names[actor.locale] ?? deskWords[actor.locale].queue.filtered,
    rows: await rowsOf(db, actor, { tickets, around: await aroundOf(db, tickets) }),
    neighbours: {
      previous: at > 0 ? tickets[at - 1]?.number : undefined,
      // A ticket that has just left the list is followed by the list's first.
      next: tickets[at + 1]?.number,
    },
    section: view ? `/desk?view=${view.id}` : "",
  };
};
