import { act } from "../../../platform/act.ts";
import { system } from "../../../platform/actor.ts";
import { NotFound } from "../../../platform/errors.ts";
import { anyone } from "../../../platform/http/access.ts";
import { get, page, post, type Ask, type Page } from "../../../platform/http/route.ts";
import { actorOfPerson } from "../../people/index.ts";
import { removeParticipant } from "../actions/remove-participant.ts";
import { readLeaveToken } from "../leave-link.ts";
import type { Ticket } from "../rules/ticket.ts";
import { getTicket } from "../store/tickets.ts";
import { LeaveForm } from "../views/portal/leave-form.tsx";
import { portalWords } from "../words-portal.ts";

interface Leaving {
  personId: number;
  ticket: Ticket;
}

/** The link is the proof, as it is for reading one's mail; nobody signs in to get less of it. */
const leavingOf = async ({ context: { db, signer }, params }: Ask): Promise<Leaving> => {
  const leaving = readLeaveToken(signer, params["token"] ?? "");
  if (!leaving) throw new NotFound();
  return { personId: leaving.personId, ticket: await getTicket(db, system("tickets"), leaving.ticketId) };
};

const question = async (ask: Ask): Promise<Page> => {
  const leaving = await leavingOf(ask);
  if (!leaving.ticket.participantIds.includes(leaving.personId)) return farewell(ask, leaving);
  const w = portalWords[ask.actor.locale].leave;
  return page(w.title({ number: leaving.ticket.number }), <LeaveForm action={ask.path} />, {
    card: { about: w.about },
  });
};

const farewell = ({ actor }: Ask, { ticket: { number } }: Leaving): Page => {
  const w = portalWords[actor.locale].leave;
  return page(w.left({ number }), null, { card: { about: w.leftAbout } });
};

/** Also what a mail program sends by itself when its reader unsubscribes (RFC 8058): it wants no redirect. */
const leave = async (ask: Ask): Promise<Page> => {
  const leaving = await leavingOf(ask);
  const { ticket, personId } = leaving;
  const { db } = ask.context;
  if (ticket.participantIds.includes(personId)) {
    const leaver = await actorOfPerson(db, personId);
    await act(db, leaver, removeParticipant, { ticketId: ticket.id, personId });
  }
  return farewell(ask, leaving);
};

export const leaveRoutes = [get("/leave/:token", anyone, question), post("/leave/:token", anyone, leave)];
