import { isAgent, type Agent } from "../../../platform/actor.ts";
import { Forbidden } from "../../../platform/errors.ts";
import type { Ask } from "../../../platform/http/route.ts";
import type { Ticket } from "../rules/ticket.ts";
import { getTicketByNumber } from "../store/tickets.ts";
import { ticketHref } from "../views/desk/ticket-screen.ts";

export const agentOf = ({ actor }: Ask): Agent => {
  if (!isAgent(actor)) throw new Forbidden();
  return actor;
};

/** The ticket that the address names; what the agent may not see does not exist. */
export const ticketOfAddress = ({ context: { db }, actor, params }: Ask): Promise<Ticket> =>
  getTicketByNumber(db, actor, Number(params["number"]));

/** The list that the reader is in: from the address, or, after a form, from the page that sent it. */
export const listOf = ({ query, form, headers, path, baseUrl }: Ask): string => {
  const own = query.get("list") ?? form.text("list");
  if (own !== "") return own;
  const from = URL.parse(String(headers.referer ?? ""), baseUrl);
  const isTicketPage = from !== null && path.startsWith(from.pathname);
  return isTicketPage ? (from.searchParams.get("list") ?? "") : "";
};

/** The list that a form came from. */
export const queueBack = ({ form }: Ask): string => {
  const query = new URLSearchParams(form.text("list")).toString();
  return query === "" ? "/desk" : `/desk?${query}`;
};

/** Back to the ticket, in the same list as before. */
export const ticketBack = (ask: Ask, { number }: Pick<Ticket, "number">): string => ticketHref(number, listOf(ask));
