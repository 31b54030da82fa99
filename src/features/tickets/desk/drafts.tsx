import { act } from "../../../platform/act.ts";
import { NotFound } from "../../../platform/errors.ts";
import { agents } from "../../../platform/http/access.ts";
import { empty, get, page, post } from "../../../platform/http/route.ts";
import { markRead } from "../actions/mark-read.ts";
import { touchPresence } from "../actions/touch-presence.ts";
import { draftPages, rowsOf, type DraftSurface } from "../draft-pages.tsx";
import { messageKinds } from "../rules/ticket.ts";
import { listEndedDrafts } from "../store/drafts.ts";
import { endOf } from "../store/merges.ts";
import { keepTyped } from "../typing.ts";
import { DraftsPage } from "../views/desk/drafts-page.tsx";
import { ticketPath } from "../views/desk/ticket-screen.ts";
import { deskWords } from "../words-desk.ts";
import { agentOf, ticketOfAddress } from "./guard.ts";

const keep = post("/desk/tickets/:number/drafts/:kind", agents, async (ask) => {
  const kind = messageKinds.find((each) => each === ask.params["kind"]);
  if (!kind) throw new NotFound();
  const { id } = await ticketOfAddress(ask);
  // A page that was open while the ticket was merged types on where that goes on.
  await keepTyped(ask, { ticketId: await endOf(ask.context.db, id), kind });
  return empty;
});

const keepNew = post("/desk/drafts/new", agents, async (ask) => {
  await keepTyped(ask, { ticketId: null, kind: "new" });
  return empty;
});

const deskDrafts: DraftSurface = {
  path: "/desk/drafts",
  access: agents,
  personOf: agentOf,
  hrefInTicket: (ticket, { kind }) => `${ticketPath(ticket)}?compose=${kind}#composer`,
  hrefOfNew: ({ id }) => `/desk/tickets/new?draft=${id}`,
};

const earlier = get("/desk/tickets/:number/drafts", agents, async (ask) => {
  const { personId, locale } = agentOf(ask);
  const ticket = await ticketOfAddress(ask);
  const drafts = await Promise.all(
    messageKinds.map((kind) => listEndedDrafts(ask.context.db, personId, { ticketId: ticket.id, kind })),
  );
  const newestFirst = drafts.flat().sort((a, b) => b.savedAt.getTime() - a.savedAt.getTime());
  const rows = await rowsOf(ask, deskDrafts, newestFirst);
  return page(deskWords[locale].drafts.title, <DraftsPage ticket={ticket} drafts={rows} path={deskDrafts.path} />, {
    width: "read",
  });
});

/** The page says who reads and who writes; whoever leaves has read everything until then. */
const presence = post("/desk/tickets/:number/presence", agents, async (ask) => {
  const { id } = await ticketOfAddress(ask);
  const state = ask.form.text("state");
  await act(ask.context.db, ask.actor, touchPresence, {
    ticketId: id,
    isWriting: state === "writing",
    isLeaving: state === "left",
  });
  if (state === "left") await act(ask.context.db, ask.actor, markRead, { ticketId: id });
  return empty;
});

export const draftRoutes = [...draftPages(deskDrafts), keep, keepNew, earlier, presence];
