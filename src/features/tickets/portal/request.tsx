import { act } from "../../../platform/act.ts";
import type { Customer } from "../../../platform/actor.ts";
import { NotFound } from "../../../platform/errors.ts";
import { signedIn } from "../../../platform/http/access.ts";
import { isPrefetch } from "../../../platform/http/prefetch.ts";
import { get, page, redirect, type Ask, type Page } from "../../../platform/http/route.ts";
import { markRead } from "../actions/mark-read.ts";
import { answerFile } from "../answer-file.ts";
import { answerPictures } from "../answer-pictures.ts";
import type { Ticket } from "../rules/ticket.ts";
import { getTicketByNumber } from "../store/tickets.ts";
import { RequestPage } from "../views/portal/request-page.tsx";
import { orAtDesk } from "./guard.ts";
import { viewOf, type Moment } from "./request-view.ts";

export const ticketOfAddress = ({ context: { db }, actor, params }: Ask): Promise<Ticket> =>
  getTicketByNumber(db, actor, Number(params["number"]));

/** The page of a request as it stands now; with `moment`, after a form on it was refused. */
export const requestPage = async (ask: Ask, actor: Customer, moment?: Moment): Promise<Page> =>
  pageOf(ask, { actor, ticket: await ticketOfAddress(ask), moment });

interface Shown {
  actor: Customer;
  ticket: Ticket;
  moment?: Moment | undefined;
}

const pageOf = async (ask: Ask, { actor, ticket, moment }: Shown): Promise<Page> => {
  const view = await viewOf(ask, { actor, ticket, moment });
  return page(`#${ticket.number} ${ticket.subject}`, <RequestPage view={view} />, {
    section: "/requests",
    topics: [`ticket:${ticket.id}`],
  });
};

const openPage = async (ask: Ask, actor: Customer): Promise<Page> => {
  const ticket = await ticketOfAddress(ask);
  const shown = await pageOf(ask, { actor, ticket });
  // Only now, so that the page still marks what is new.
  if (!isPrefetch(ask)) await act(ask.context.db, actor, markRead, { ticketId: ticket.id });
  return shown;
};

const show = get(
  "/requests/:number",
  signedIn,
  orAtDesk(({ params }) => `/desk/tickets/${encodeURIComponent(params["number"] ?? "")}`, openPage),
);

const giveFile = get("/requests/:number/files/:id/:name", signedIn, answerFile);

const givePictures = get("/requests/:number/messages/:id/pictures", signedIn, answerPictures);

/** A page that answered a form has the form's address; whoever opens it anew wants the request. */
const forms: ReadonlySet<string> = new Set([
  "answer",
  "follow-up",
  "close",
  "cancel",
  "reopen",
  "rate",
  "participants",
  "confirm",
  "accesses",
]);
const leadBack = get("/requests/:number/:form", signedIn, ({ params: { number = "", form = "" } }) => {
  if (!forms.has(form)) throw new NotFound();
  return redirect(`/requests/${encodeURIComponent(number)}`);
});

export const requestRoutes = [show, giveFile, givePictures, leadBack];
