import type { Ticket } from "../../rules/ticket.ts";
import { ticketPath } from "./ticket-screen.ts";
import type { TicketDialogName } from "./together.ts";

/** The page with the dialog open, from the list that the reader is in. */
export const dialogHref = (
  { number }: Pick<Ticket, "number">,
  { name, list, ...more }: { name: TicketDialogName; list: string } & Record<string, string>,
): string =>
  `${ticketPath({ number })}?${new URLSearchParams({ ...(list && { list }), do: name, ...more }).toString()}`;
