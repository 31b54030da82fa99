import type { Agent } from "../../../platform/actor.ts";
import type { Reader } from "../../../platform/db/db.ts";
import { freshForm, type FormState } from "../../../platform/http/form.ts";
import type { Ask } from "../../../platform/http/route.ts";
import { listTeams, organisationsByIds, peopleByIds } from "../../people/index.ts";
import { listTicketTypes } from "../../ticket-types/index.ts";
import { newReadersOf } from "../actions/merging.ts";
import { filterOf } from "../filter.ts";
import { joinersOf, mergeRefusal } from "../rules/merging.ts";
import { refusal } from "../rules/refusals.ts";
import type { TimelineEntry } from "../rules/sight.ts";
import type { Verb } from "../rules/status.ts";
import { isTechnical } from "../rules/technical.ts";
import { unfinished, type Ticket } from "../rules/ticket.ts";
import { listTickets } from "../store/lists.ts";
import { endOf } from "../store/merges.ts";
import { listWaiting } from "../store/orders.ts";
import { listAlikeAround, listAlikeOfTypes } from "../store/similar.ts";
import { listTimeline } from "../store/timeline.ts";
import { findTicketByNumber, getTicket } from "../store/tickets.ts";
import { nameOf, organisationName } from "../views/desk/around.ts";
import type {
  EscalateAsked,
  MergeAsked,
  MergePreview,
  OtherTicket,
  PassOnAsked,
  SplitAsked,
  TicketDialog,
  TicketDialogName,
} from "../views/desk/together.ts";
import { togetherPhrase } from "../words-together.ts";
import { offeredAtDesk } from "./offered.ts";

const shown = 8;
const verbs = { merge: "merge", split: "split", escalate: "escalate", "pass-on": "passOn" } as const satisfies Record<
  TicketDialogName,
  Verb
>;
const isName = (text: string): text is TicketDialogName => Object.hasOwn(verbs, text);

interface Facts {
  actor: Agent;
  ticket: Ticket;
  entries: readonly TimelineEntry[];
  /** The dialog whose form was just refused. */
  refused: { name: TicketDialogName; state: FormState } | undefined;
}

/** The dialog that the address asks for, or whose form was refused, with all that it shows. */
export const dialogOf = async (ask: Ask, facts: Facts): Promise<TicketDialog | undefined> => {
  const { actor, ticket, refused } = facts;
  const name = refused?.name ?? ask.query.get("do") ?? "";
  if (!isName(name) || (!refused && !(await offeredAtDesk(ask.context.db, actor, ticket)).has(verbs[name])))
    return undefined;
  const asked = { ...facts, state: refused?.state ?? freshForm(Object.fromEntries(ask.query)) };
  const { db } = ask.context;
  switch (name) {
    case "merge":
      return mergeAsked(db, asked);
    case "split":
      return splitAsked(asked);
    case "escalate":
      return escalateAsked(db, asked);
    case "pass-on":
      return passOnAsked(db, asked);
  }
};

type AskedFacts = Facts & { state: FormState };

const mergeAsked = async (db: Reader, { actor, ticket, state }: AskedFacts): Promise<MergeAsked> => {
  const text = state.values["q"]?.trim() ?? "";
  const number = Number(state.values["number"]?.replace(/^#/, ""));
  const preview = number ? await previewOf(db, actor, { source: ticket, number }) : undefined;
  const found = preview ? [] : await candidatesFor(db, actor, { ticket, text });
  return { name: "merge", state, text, candidates: await othersOf(db, found), preview };
};

const candidatesFor = async (
  db: Reader,
  actor: Agent,
  { ticket, text }: { ticket: Ticket; text: string },
): Promise<Ticket[]> => {
  const fits = (other: Ticket): boolean => other.id !== ticket.id && isTechnical(other) === isTechnical(ticket);
  if (text !== "") return (await findByWords(db, actor, text)).filter(fits).slice(0, shown);
  const { requesterId, organisationId, subject, id: exceptId } = ticket;
  const alike = { subject, exceptId, limit: shown };
  return isTechnical(ticket)
    ? listAlikeOfTypes(db, actor, { ...alike, typeIds: [ticket.type.id] })
    : (await listAlikeAround(db, actor, { ...alike, requesterId, organisationId })).filter(fits);
};

/** By number, or by words; `#10482` is a number. */
const findByWords = async (db: Reader, actor: Agent, text: string): Promise<Ticket[]> => {
  const number = /^#?(\d{1,12})$/.exec(text)?.[1];
  const byNumber = number === undefined ? undefined : await findTicketByNumber(db, actor, Number(number));
  const { tickets } = await listTickets(db, actor, { filter: filterOf({ text }), size: 3 * shown });
  return [...(byNumber ? [byNumber] : []), ...tickets.filter(({ id }) => id !== byNumber?.id)];
};

/** What would happen; undefined without a ticket of that number. */
export const previewOf = async (
  db: Reader,
  actor: Agent,
  { source, number }: { source: Ticket; number: number },
): Promise<MergePreview | undefined> => {
  const found = await findTicketByNumber(db, actor, number);
  if (!found) return undefined;
  const target = await getTicket(db, actor, await endOf(db, found.id));
  const { ofTarget, ofSource } = await newReadersOf(db, { source, target });
  const joining = source.visibility === "internal" ? [] : joinersOf(source, target);
  const people = await peopleByIds(db, [...ofTarget, ...ofSource, ...joining]);
  const names = (ids: readonly number[]): string[] => ids.map((id) => nameOf({ people }, id));
  return {
    target,
    via: found.id === target.id ? undefined : number,
    joining: names(joining),
    ofTarget: names(ofTarget),
    ofSource: names(ofSource),
    targetMessages: await countSaid(db, actor, target),
    sourceMessages: await countSaid(db, actor, source),
    refused: refusedBecause(actor, source, { target, number }),
  };
};

const refusedBecause = (
  { locale }: Agent,
  source: Ticket,
  { target, number }: { target: Ticket; number: number },
): string | undefined => {
  if (target.id === source.id)
    return (
      number === source.number ? togetherPhrase("mergeWithItself") : togetherPhrase("mergedTheOtherWay", { number })
    ).say(locale);
  const name = mergeRefusal(source, target);
  return name && refusal(name).say(locale);
};

const countSaid = async (db: Reader, actor: Agent, ticket: Ticket): Promise<number> =>
  (await listTimeline(db, actor, ticket)).filter(
    ({ message }) => message && !message.isInternal && !message.takenBackAt,
  ).length;

const splitAsked = ({ entries, state }: AskedFacts): SplitAsked => {
  const said = entries.flatMap(({ message, from }) =>
    message?.kind === "public" && message.takenBackAt === null && from === undefined ? [message] : [],
  );
  const wanted = Number(state.values["messageId"]);
  return {
    name: "split",
    state,
    messages: said.map(({ id, authorName, at, text }, index) => ({
      id,
      author: authorName,
      at,
      beginning: beginningOf(text),
      isFirst: index === 0,
    })),
    chosenId: said.some(({ id }) => id === wanted) ? wanted : said.at(-1)?.id,
  };
};

const beginningOf = (text: string): string => {
  const line = text.replaceAll(/\s+/g, " ").trim();
  return line.length > 90 ? `${line.slice(0, 89)}…` : line;
};

const escalateAsked = async (db: Reader, { actor, ticket, state }: AskedFacts): Promise<EscalateAsked> => {
  const text = state.values["q"]?.trim() ?? "";
  const types = (await listTicketTypes(db)).filter((type) => isTechnical({ type }));
  const typeIds = types.map(({ id }) => id);
  const found =
    text === ""
      ? await listAlikeOfTypes(db, actor, { subject: ticket.subject, exceptId: ticket.id, limit: shown, typeIds })
      : (await findByWords(db, actor, text)).filter(
          (other) => isTechnical(other) && (unfinished as readonly string[]).includes(other.status),
        );
  const orders = [];
  for (const order of found.slice(0, shown))
    if (order.status !== "resolved") orders.push({ ticket: order, waiting: (await listWaiting(db, order.id)).length });
  const teams = (await listTeams(db)).filter(({ level, isRetired }) => level === "technical" && !isRetired);
  const ofType = types.find(({ isRetired }) => !isRetired)?.teamId ?? null;
  return { name: "escalate", state, text, orders, teams, teamId: ofType ?? teams[0]?.id ?? null };
};

const passOnAsked = async (db: Reader, { ticket, state }: AskedFacts): Promise<PassOnAsked> => ({
  name: "pass-on",
  state,
  teams: (await listTeams(db)).filter(({ id, isRetired }) => id !== ticket.teamId && !isRetired),
});

/** Tickets with whose they are. */
export const othersOf = async (db: Reader, tickets: readonly Ticket[]): Promise<OtherTicket[]> => {
  const [people, organisations] = await Promise.all([
    peopleByIds(
      db,
      tickets.map(({ requesterId }) => requesterId),
    ),
    organisationsByIds(
      db,
      tickets.flatMap(({ organisationId }) => organisationId ?? []),
    ),
  ]);
  return tickets.map((ticket) => ({
    ticket,
    requester: nameOf({ people }, ticket.requesterId),
    organisation: organisationName({ organisations }, ticket.organisationId),
  }));
};
