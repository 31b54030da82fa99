import { randomUUID } from "node:crypto";
import { act } from "../../../platform/act.ts";
import type { Agent } from "../../../platform/actor.ts";
import { freshForm, type FormState } from "../../../platform/http/form.ts";
import { agents } from "../../../platform/http/access.ts";
import {
  get,
  page,
  post,
  redirect,
  redirectSaying,
  type Answer,
  type Ask,
  type Page,
} from "../../../platform/http/route.ts";
import { formAgain, onceField } from "../../../platform/http/submit.ts";
import { mergeTicket } from "../actions/merge-ticket.ts";
import { newReadersOf } from "../actions/merging.ts";
import { unmergeTicket } from "../actions/unmerge-ticket.ts";
import { undoMergeSeconds } from "../effects/together-mails.ts";
import type { Ticket } from "../rules/ticket.ts";
import { ticketsByIds } from "../store/tickets.ts";
import { BulkMergePage, type BulkMerge } from "../views/desk/bulk-merge-page.tsx";
import { ticketHref } from "../views/desk/ticket-screen.ts";
import type { RefusedTicket } from "../views/desk/queue-view.ts";
import { togetherPhrase, togetherWords } from "../words-together.ts";
import { previewOf } from "./dialogs.ts";
import { agentOf, listOf, queueBack } from "./guard.ts";
import { reasonOf } from "./reason-of.ts";

/** The ticked tickets go to a page that shows what merging them would do. */
export const toBulkMerge = (ask: Ask, ids: readonly number[]): Answer => {
  if (ids.length < 2) return redirectSaying(ask, queueBack(ask), togetherPhrase("atLeastTwo"), "danger");
  const query = new URLSearchParams({ tickets: ids.join(","), list: ask.form.text("list") });
  return redirect(`/desk/merge?${query.toString()}`);
};

const most = 50;
const idsIn = (text: string): number[] =>
  [...new Set(text.split(",").map(Number))].filter((id) => Number.isSafeInteger(id) && id > 0).slice(0, most);

const chosenIn = async ({ context: { db }, actor }: Ask, text: string): Promise<Ticket[]> =>
  [...(await ticketsByIds(db, actor, idsIn(text))).values()].sort((one, other) => one.number - other.number);

interface Moment {
  tickets: string;
  into: number;
  state: FormState;
  refused?: readonly RefusedTicket[];
}

const mergePage = async (ask: Ask, { tickets: text, into, state, refused = [] }: Moment): Promise<Page> => {
  const actor = agentOf(ask);
  const tickets = await chosenIn(ask, text);
  const target = tickets.find(({ number }) => number === into);
  const previews: BulkMerge["previews"][number][] = [];
  for (const source of target ? tickets.filter(({ id }) => id !== target.id) : []) {
    const preview = await previewOf(ask.context.db, actor, { source, number: into });
    if (preview) previews.push({ source, preview });
  }
  const merge: BulkMerge = {
    tickets,
    target,
    previews,
    refused,
    state,
    list: listOf(ask),
    once: randomUUID(),
  };
  return page(togetherWords[actor.locale].bulkMerge.title, <BulkMergePage merge={merge} />, {
    width: "read",
    section: "",
  });
};

const show = get("/desk/merge", agents, (ask) =>
  mergePage(ask, {
    tickets: ask.query.get("tickets") ?? "",
    into: Number(ask.query.get("into")),
    state: freshForm(),
  }),
);

const merge = post("/desk/merge", agents, async (ask) => {
  const { form } = ask;
  const into = Number(form.text("into"));
  const text = form.text("tickets");
  const tickets = await chosenIn(ask, text);
  const target = tickets.find(({ number }) => number === into);
  const again = async (moment: Partial<Moment>, status: number): Promise<Page> => ({
    ...(await mergePage(ask, { tickets: text, into, state: formAgain(ask, {}), ...moment })),
    status,
  });
  if (!target) return again({ state: formAgain(ask, { into: togetherPhrase("choose") }) }, 422);
  const sources = tickets.filter(({ id }) => id !== target.id);
  if (form.text("sight") === "" && (await areAnyStrangers(ask, sources, target)))
    return again({ state: formAgain(ask, { sight: togetherPhrase("decideSight") }) }, 422);
  const { merged, refused } = await mergeEach(ask, sources, target);
  if (refused.length > 0) return again({ refused }, 409);
  return redirect(ticketHref(into, listOf(ask)), {
    text: togetherWords[ask.actor.locale].bulkMerge.report({ count: merged.length, number: into }),
    tone: "success",
    undo: { action: "/desk/unmerge", fields: { tickets: merged.join(",") }, seconds: undoMergeSeconds },
  });
});

const needsDecision = async ({ context: { db } }: Ask, source: Ticket, target: Ticket): Promise<boolean> => {
  const { ofTarget, ofSource } = await newReadersOf(db, { source, target });
  return ofTarget.length + ofSource.length > 0;
};

const areAnyStrangers = async (ask: Ask, sources: readonly Ticket[], target: Ticket): Promise<boolean> => {
  for (const source of sources) if (await needsDecision(ask, source, target)) return true;
  return false;
};

/** Each on its own: what cannot be merged is told, the rest is done. */
const mergeEach = async (
  ask: Ask,
  sources: readonly Ticket[],
  target: Ticket,
): Promise<{ merged: number[]; refused: RefusedTicket[] }> => {
  const { context, form } = ask;
  const actor: Agent = agentOf(ask);
  const merged: number[] = [];
  const refused: RefusedTicket[] = [];
  for (const source of sources) {
    const { id: ticketId, number, subject } = source;
    // Decided is only where there is something to decide.
    const sight = (await needsDecision(ask, source, target)) ? form.text("sight") : undefined;
    const input = { ticketId, number: target.number, reason: form.text("reason"), sight };
    try {
      await act(context.db, actor, mergeTicket, input, { once: `${form.text(onceField)} ${ticketId}` });
      merged.push(ticketId);
    } catch (error) {
      refused.push({ number, subject, reason: reasonOf(error, actor) });
    }
  }
  return { merged, refused };
};

const undo = post("/desk/unmerge", agents, async (ask) => {
  const actor = agentOf(ask);
  const tickets = await chosenIn(ask, ask.form.text("tickets"));
  const mailed = new Set<string>();
  const said: string[] = [];
  for (const { id: ticketId, number } of tickets)
    try {
      for (const name of (await act(ask.context.db, actor, unmergeTicket, { ticketId })).mailed) mailed.add(name);
      said.push(`#${number}`);
    } catch (error) {
      // One that somebody else has undone is no loss.
      reasonOf(error, actor);
    }
  const w = togetherWords[actor.locale].bulkMerge;
  const text = w.undone({ numbers: said.join(", "), names: [...mailed].join(", ") });
  return redirect(queueBack(ask), { text, tone: "success" });
});

export const bulkMergeRoutes = [show, merge, undo];
