import type { Agent } from "../../../platform/actor.ts";
import type { Ask } from "../../../platform/http/route.ts";
import { fillPlaceholders, inLanguage, listCannedAnswers } from "../../canned-answers/index.ts";
import { getDesk } from "../../desk-settings/index.ts";
import { getPerson, type Person } from "../../people/index.ts";
import { keepFiles } from "../portal/kept-files.ts";
import type { TimelineEntry } from "../rules/sight.ts";
import { messageKinds, type MessageKind, type Ticket } from "../rules/ticket.ts";
import { listDrafts } from "../store/drafts.ts";
import type { Begun, CannedAnswer } from "../views/desk/ticket-screen.ts";
import { deskWords } from "../words-desk.ts";
import type { TicketMoment } from "./moment.ts";

interface Facts {
  actor: Agent;
  ticket: Ticket;
  entries: readonly TimelineEntry[];
  moment: TicketMoment;
}

type AllBegun = Partial<Record<MessageKind, Begun>>;

/** What the agent has begun to write here, by kind; what the address asks for is put behind the answer. */
export const begunOf = async (ask: Ask, { actor, ticket, entries, moment }: Facts): Promise<AllBegun> => {
  const { db, signer } = ask.context;
  const drafts = await listDrafts(db, actor.personId, ticket.id);
  const begun: AllBegun = {};
  for (const kind of messageKinds) {
    const draft = drafts.find((each) => each.kind === kind);
    const isRefused = moment.refused?.kind === kind;
    if (!draft && !isRefused) continue;
    begun[kind] = {
      text: draft?.text ?? "",
      html: draft?.html ?? null,
      fields: draft?.fields ?? {},
      files: keepFiles(signer, isRefused ? (moment.files ?? []) : (draft?.attachments ?? [])),
      version: draft?.version ?? 0,
      savedAt: draft?.savedAt ?? null,
    };
  }
  const more = quoted(ask, actor, entries) ?? (await canned(ask, { actor, ticket }));
  return more === undefined ? begun : { ...begun, public: withMore(begun.public, more) };
};

const withMore = (begun: Begun | undefined, more: string): Begun => ({
  files: [],
  version: 0,
  savedAt: null,
  fields: {},
  ...begun,
  text: begun?.text ? `${begun.text}\n\n${more}` : more,
  // The HTML that was typed does not have it; the text has both.
  html: null,
});

/** Without script "quote" and the prepared answers are links that bring the words along. */
const quoted = ({ query }: Ask, { locale }: Agent, entries: readonly TimelineEntry[]): string | undefined => {
  const id = Number(query.get("quote"));
  const message = entries.find((entry) => entry.message?.id === id)?.message;
  if (!message) return undefined;
  const lines = message.text.split("\n").map((line) => `> ${line}`);
  return `${deskWords[locale].composer.quoteOf({ name: message.authorName })}\n${lines.join("\n")}\n\n`;
};

const canned = async (ask: Ask, facts: { actor: Agent; ticket: Ticket }): Promise<string | undefined> => {
  const id = Number(ask.query.get("canned"));
  if (!Number.isSafeInteger(id) || id <= 0) return undefined;
  const requester = await getPerson(ask.context.db, facts.ticket.requesterId);
  return (await cannedFor(ask, { ...facts, requester })).find((answer) => answer.id === id)?.text;
};

/** The prepared answers in the requester's language, with everything filled in. */
export const cannedFor = async (
  { context: { db } }: Ask,
  { actor, ticket, requester }: { actor: Agent; ticket: Ticket; requester: Person },
): Promise<CannedAnswer[]> => {
  const [answers, desk] = await Promise.all([listCannedAnswers(db), getDesk(db)]);
  const values = {
    "requester.name": requester.name,
    "ticket.number": String(ticket.number),
    "ticket.subject": ticket.subject,
    "agent.name": actor.name,
    "desk.name": desk.name,
  };
  return answers.map(({ id, titles, texts }) => ({
    id,
    title: inLanguage(titles, actor.locale),
    text: fillPlaceholders(inLanguage(texts, requester.locale), values),
  }));
};
