import { agents } from "../../../platform/http/access.ts";
import { get, page, type Ask, type Page } from "../../../platform/http/route.ts";
import { answerFile } from "../answer-file.ts";
import { answerPictures } from "../answer-pictures.ts";
import { messageKinds } from "../rules/ticket.ts";
import { TicketList } from "../views/desk/ticket-list.tsx";
import { Onlookers } from "../views/desk/ticket-header.tsx";
import { TicketAside, TicketPage } from "../views/desk/ticket-page.tsx";
import { agentOf, ticketOfAddress } from "./guard.ts";
import type { TicketMoment } from "./moment.ts";
import { onlookersOf, screenOf } from "./screen.ts";

export const ticketRoute = get("/desk/tickets/:number", agents, (ask) => ticketPage(ask));

/** The part of the page that says who else is here, fetched alone whenever somebody comes, writes or goes. */
export const onlookersRoute = get("/desk/tickets/:number/onlookers", agents, async (ask) => {
  const ticket = await ticketOfAddress(ask);
  const onlookers = await onlookersOf(ask, agentOf(ask), ticket);
  return page("", <Onlookers ticket={ticket} onlookers={onlookers} />, { fragment: true });
});

export const fileRoute = get("/desk/tickets/:number/files/:id/:name", agents, answerFile);

export const picturesRoute = get("/desk/tickets/:number/messages/:id/pictures", agents, answerPictures);

/** The ticket as it stands now; with `moment`, after a form on it was refused. */
export const ticketPage = async (ask: Ask, moment: TicketMoment = {}): Promise<Page> => {
  const actor = agentOf(ask);
  const ticket = await ticketOfAddress(ask);
  const { screen, beside } = await screenOf(ask, { actor, ticket, moment });
  const compose = messageKinds.find((kind) => kind === ask.query.get("compose"));
  return page(`#${ticket.number} ${ticket.subject}`, <TicketPage screen={screen} compose={compose} />, {
    width: "full",
    // Notes in a ticket that goes on here are read here.
    topics: [...[ticket, ...screen.together.merged].map(({ id }) => `ticket:${id}`), `presence:${ticket.id}`, "queue"],
    proposalsOf: { kind: "ticket", id: ticket.id },
    section: beside.section,
    list: <TicketList title={beside.title} rows={beside.rows} currentId={ticket.id} list={screen.list} />,
    aside: <TicketAside screen={screen} />,
  });
};
