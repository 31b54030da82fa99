import { act } from "../../../platform/act.ts";
import { NotFound } from "../../../platform/errors.ts";
import { agents } from "../../../platform/http/access.ts";
import { empty, get, page, post, redirectSaying, type Ask } from "../../../platform/http/route.ts";
import { onceField } from "../../../platform/http/submit.ts";
import { markRead } from "../actions/mark-read.ts";
import { restoreDraft } from "../actions/restore-draft.ts";
import { saveDraft } from "../actions/save-draft.ts";
import { touchPresence } from "../actions/touch-presence.ts";
import { filesOf } from "../portal/kept-files.ts";
import { messageKinds } from "../rules/ticket.ts";
import { findDraft, listEndedDrafts, type DraftPlace } from "../store/drafts.ts";
import { DraftsPage } from "../views/desk/drafts-page.tsx";
import { deskPhrase, deskWords } from "../words-desk.ts";
import { agentOf, ticketOfAddress } from "./guard.ts";
import { ticketHref } from "../views/desk/ticket-screen.ts";

/** Fields of the form that the draft has elsewhere, or that only this page knows. */
const notKept: ReadonlySet<string> = new Set(["text", "html", "draft", "seen", "kept", "dropped", "uncopy", "result"]);

/**
 * Keeps what is typed. A page goes on with the draft that it was made with, or that it saved itself (it knows both by
 * what it sends: version and its own key); words that another window has saved since are set aside, never replaced.
 */
export const keepTyped = async (ask: Ask, place: DraftPlace): Promise<void> => {
  const { form, context } = ask;
  const { personId } = agentOf(ask);
  const current = await findDraft(context.db, personId, place);
  const isMine =
    current !== undefined &&
    (current.fields[onceField] === form.text(onceField) || String(current.version) === form.text("draft"));
  const fields = Object.entries(form.values()).filter(([name]) => !notKept.has(name));
  await act(context.db, ask.actor, saveDraft, {
    kind: place.kind,
    ...(place.ticketId !== null && { ticketId: place.ticketId }),
    text: form.text("text"),
    html: form.text("html") || undefined,
    fields: Object.fromEntries(fields),
    attachments: filesOf(ask),
    version: isMine ? current.version : 0,
  });
};

const keep = post("/desk/tickets/:number/drafts/:kind", agents, async (ask) => {
  const kind = messageKinds.find((each) => each === ask.params["kind"]);
  if (!kind) throw new NotFound();
  const { id } = await ticketOfAddress(ask);
  await keepTyped(ask, { ticketId: id, kind });
  return empty;
});

const keepNew = post("/desk/drafts/new", agents, async (ask) => {
  await keepTyped(ask, { ticketId: null, kind: "new" });
  return empty;
});

const earlier = get("/desk/tickets/:number/drafts", agents, async (ask) => {
  const { personId, locale } = agentOf(ask);
  const ticket = await ticketOfAddress(ask);
  const drafts = await Promise.all(
    messageKinds.map(async (kind) =>
      (await listEndedDrafts(ask.context.db, personId, { ticketId: ticket.id, kind })).map((draft) => ({
        id: draft.id,
        kind,
        text: draft.text,
        savedAt: draft.savedAt,
      })),
    ),
  );
  const newestFirst = drafts.flat().sort((a, b) => b.savedAt.getTime() - a.savedAt.getTime());
  return page(deskWords[locale].drafts.title, <DraftsPage ticket={ticket} drafts={newestFirst} />, { width: "read" });
});

const restore = post("/desk/tickets/:number/drafts/restore", agents, async (ask) => {
  const ticket = await ticketOfAddress(ask);
  const kind = ask.form.text("kind");
  await act(ask.context.db, ask.actor, restoreDraft, { ticketId: ticket.id, kind, draftId: ask.form.text("draftId") });
  const back = `${ticketHref(ticket.number, "")}?compose=${encodeURIComponent(kind)}#composer`;
  return redirectSaying(ask, back, deskPhrase("draftRestored"));
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

export const draftRoutes = [restore, keep, keepNew, earlier, presence];
