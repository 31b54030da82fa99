import { act } from "../../platform/act.ts";
import type { Agent, Customer } from "../../platform/actor.ts";
import { NotFound } from "../../platform/errors.ts";
import type { Access } from "../../platform/http/access.ts";
import { get, page, post, redirectSaying, type Ask, type Route } from "../../platform/http/route.ts";
import { discardDraft } from "./actions/discard-draft.ts";
import { restoreDraft } from "./actions/restore-draft.ts";
import type { Ticket } from "./rules/ticket.ts";
import { countNewDrafts, countKeptWords, listKeptWords } from "./store/kept-words.ts";
import { findDraft, findDraftById, type Draft } from "./store/drafts.ts";
import { findTicketById, ticketsByIds } from "./store/tickets.ts";
import { KeptWordsPage, type KeptWords } from "./views/kept-words.tsx";
import { draftPhrase, draftWords } from "./words-drafts.ts";

const pageSize = 30;

/** What portal and desk do differently with the same drafts. */
export interface DraftSurface {
  /** `/desk/drafts` or `/requests/drafts`. */
  path: string;
  access: Access;
  personOf(ask: Ask): Customer | Agent;
  /** Where the words of an existing ticket go on being written. */
  hrefInTicket(ticket: Pick<Ticket, "number">, draft: Draft): string;
  /** Where those of a new one do. */
  hrefOfNew(draft: Draft): string;
}

/** The page of everything a person typed that is kept, and its two forms. */
export const draftPages = (surface: DraftSurface): readonly Route[] => [
  list(surface),
  restore(surface),
  discard(surface),
];

const list = (surface: DraftSurface): Route =>
  get(surface.path, surface.access, async (ask) => {
    const { personId, locale } = surface.personOf(ask);
    const { db } = ask.context;
    const which = ask.query.get("which") === "sent" ? "sent" : "unsent";
    const from = Math.min(Math.max(0, Math.trunc(Number(ask.query.get("from"))) || 0), 100_000);
    const [drafts, unsent, sent] = await Promise.all([
      listKeptWords(db, personId, { which, from, size: pageSize }),
      countKeptWords(db, personId, "unsent"),
      countKeptWords(db, personId, "sent"),
    ]);
    return page(
      draftWords[locale].title,
      <KeptWordsPage
        rows={await rowsOf(ask, surface, drafts)}
        path={surface.path}
        which={which}
        counts={{ unsent, sent }}
        from={from}
        pageSize={pageSize}
      />,
      { section: surface.path, width: "read" },
    );
  });

/** Drafts as pages list them. Whoever has lost sight of a ticket keeps his words, but learns nothing of the ticket. */
export const rowsOf = async (ask: Ask, surface: DraftSurface, drafts: readonly Draft[]): Promise<KeptWords[]> => {
  const ids = drafts.flatMap(({ ticketId }) => ticketId ?? []);
  const tickets = await ticketsByIds(ask.context.db, ask.actor, [...new Set(ids)]);
  return drafts.map((draft) => {
    const ticket = draft.ticketId === null ? undefined : tickets.get(draft.ticketId);
    const isGone = draft.ticketId !== null && !ticket;
    return {
      id: draft.id,
      kind: draft.kind,
      state: draft.endedAs ?? "writing",
      savedAt: draft.savedAt,
      subject: ticket ? `#${ticket.number} ${ticket.subject}` : isGone ? "–" : subjectIn(draft),
      text: draft.text,
      files: draft.attachments.map(({ name }) => name),
      href: isGone ? undefined : ticket ? surface.hrefInTicket(ticket, draft) : surface.hrefOfNew(draft),
    };
  });
};

const subjectIn = ({ fields: { subject = "" } }: Draft): string => [subject].flat()[0] ?? "";

const restore = (surface: DraftSurface): Route =>
  post(`${surface.path}/restore`, surface.access, async (ask) => {
    const { db } = ask.context;
    const { draftId } = await act(db, ask.actor, restoreDraft, { draftId: ask.form.text("draftId") });
    const draft = await findDraftById(db, surface.personOf(ask).personId, draftId);
    if (!draft) throw new NotFound();
    const ticket = draft.ticketId === null ? undefined : await findTicketById(db, ask.actor, draft.ticketId);
    const to = ticket ? surface.hrefInTicket(ticket, draft) : surface.hrefOfNew(draft);
    return redirectSaying(ask, to, draftPhrase("draftRestored"));
  });

const discard = (surface: DraftSurface): Route =>
  post(`${surface.path}/discard`, surface.access, async (ask) => {
    await act(ask.context.db, ask.actor, discardDraft, { draftId: ask.form.text("draftId") });
    const back = ask.form.text("back");
    return redirectSaying(ask, isOwnForm(back) ? back : surface.path, draftPhrase("draftDiscarded"), "info");
  });

/** A form may say to which of our forms it belongs, and nothing else. */
const isOwnForm = (path: string): boolean => /^\/(desk\/tickets|requests)\/new(\/[\w-]+)?(\?[\w=&-]*)?$/.test(path);

/** A draft that fills a form for something new, and how many others wait. */
export interface BegunNew {
  draft: Draft;
  count: number;
}

/** The draft from which the form was filled that was just sent. */
export const draftNamedBy = ({ form }: Ask): { id: number; version: number } | undefined => {
  const [id, version] = [Number(form.text("draftId")), Number(form.text("draft"))];
  return Number.isSafeInteger(id) && id > 0 && Number.isSafeInteger(version) ? { id, version } : undefined;
};

/** The draft that the address names, else the one typed in last; none, where an empty form is asked for. */
export const findBegunNew = async (
  { context: { db }, query }: Ask,
  personId: number,
): Promise<BegunNew | undefined> => {
  if (query.has("empty")) return undefined;
  const id = Number(query.get("draft"));
  const draft =
    Number.isSafeInteger(id) && id > 0
      ? await findDraftById(db, personId, id)
      : await findDraft(db, personId, { ticketId: null, kind: "new" });
  if (draft?.endedAs !== null || draft.ticketId !== null) return undefined;
  return { draft, count: await countNewDrafts(db, personId) };
};
