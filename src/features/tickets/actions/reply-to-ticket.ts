import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { system, type Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db/db.ts";
import { optionalWords } from "../../../platform/input.ts";
import { after, now } from "../../../platform/time.ts";
import { ticketAnswered, ticketChanged, ticketReplied } from "../events.ts";
import { can, mustBeAbleTo } from "../rules/policy.ts";
import { isLegal, move, verbTowards } from "../rules/status.ts";
import { channels, statuses, type Side, type Ticket } from "../rules/ticket.ts";
import { listMerged } from "../store/merges.ts";
import { findTicketById, getTicket, lockTicket } from "../store/tickets.ts";
import { addToCc } from "./add-participant.ts";
import { commit, type Changed, type WithReply } from "./changing.ts";
import { writeFollowUp } from "./following-up.ts";
import { spoken, ticketId } from "./inputs.ts";
import { lockEnd } from "./locking.ts";
import { takeOutOfCc } from "./remove-participant.ts";
import { mustSaySomething, say } from "./speaking.ts";
import { steer } from "./steering.ts";

const input = z.object({
  ticketId,
  ...spoken,
  channel: z.enum(channels).default("portal"),
  /** Where an agent's answer leaves the ticket; without it, where it is. */
  thenStatus: z.enum(statuses).optional(),
  /** With `resolved`: what solved it. */
  result: optionalWords(5_000),
  /** How long an agent's answer can be taken back before it reaches anybody. */
  holdSeconds: z.number().int().min(0).max(120).default(10),
});
type Input = z.output<typeof input>;

export interface Replied extends Changed {
  messageId: number;
  /** Set when the ticket was over for good, so that the words opened a follow-up; then all ids are the follow-up's. */
  followUpOf?: number;
  /** Set when the ticket was merged: the ids are of the one in which it goes on. */
  mergedFrom?: number;
}

export const replyToTicket = action({
  name: "tickets.reply",
  description: "Answers in the ticket: as the customer, or as the desk. Customers' late answers open a follow-up.",
  input,
  async run(tx, actor, input): Promise<Replied> {
    // Words are never refused because the form is old; only where the ticket stands now counts.
    const ticket = await lockReplied(tx, actor, input);
    const mergedFrom = ticket.id === input.ticketId ? {} : { mergedFrom: input.ticketId };
    if (actor.kind !== "customer") return { ...(await replyFromDesk(tx, actor, ticket, input)), ...mergedFrom };
    mustSaySomething(input);
    return { ...(await answer(tx, actor, ticket, input)), ...mergedFrom };
  },
});

/**
 * What is written to a merged ticket belongs where it goes on. Not to readers of whom the writer knows nothing, though:
 * a customer who may not see that ticket opens a follow-up, and an agent at his screen is led there first.
 */
const lockReplied = async (tx: Tx, actor: Actor, { ticketId, channel }: Input): Promise<Ticket> => {
  const ticket = await getTicket(tx, actor, ticketId);
  const follows = ticket.mergedInto !== null && (actor.kind === "customer" || channel === "mail");
  if (!follows) return lockTicket(tx, actor, ticketId);
  const end = await lockEnd(tx, system("tickets"), ticketId);
  const known = await findTicketById(tx, actor, end.id);
  const takesWords = known && (actor.kind === "customer" ? can(actor, "answer", known) : can(actor, "reply", known));
  // An agent's mail was meant for this ticket's customers, who are not the other's.
  const isForOthers = actor.kind !== "customer" && (await isMergedApart(tx, { ticketId, endId: end.id }));
  return takesWords && !isForOthers ? known : lockTicket(tx, actor, ticketId);
};

const isMergedApart = async (tx: Tx, { ticketId, endId }: { ticketId: number; endId: number }): Promise<boolean> =>
  (await listMerged(tx, endId)).some(({ id, isApart }) => id === ticketId && isApart);

/** A customer speaks. */
const answer = async (tx: Tx, actor: Actor, ticket: Ticket, input: Input): Promise<Replied> => {
  mustBeAbleTo(actor, "answer", ticket);
  if (!isLegal(ticket, "answer") && can(actor, "followUp", ticket))
    return { ...(await writeFollowUp(tx, actor, ticket, input)), followUpOf: ticket.id };
  const { changed } = await commit(tx, actor, ticket, {
    event: ticketAnswered({ channel: input.channel }),
    patch: { status: move(ticket, "answer") },
    marks: { lastMessageBy: "customer" },
  });
  const messageId = await say(tx, actor, changed, spokenBy("customer", input));
  return { ...changed, messageId };
};

interface DeskInput extends Input {
  /** Ids of people who leave CC with the answer, and people who join it. */
  uncopy?: readonly number[];
  cc?: readonly { name: string; email: string }[];
}

/** The desk speaks: held for some seconds, so that it can be taken back, with all that it brought along. */
export const replyFromDesk = async (tx: Tx, actor: Actor, ticket: Ticket, input: DeskInput): Promise<Replied> => {
  mustSaySomething(input);
  mustBeAbleTo(actor, "reply", ticket);
  const isHeld = actor.kind === "agent" && (input.channel === "portal" || input.channel === "mail");
  const heldUntil = after(now(), isHeld ? input.holdSeconds * 1_000 : 0);
  const { changed } = await commit(tx, actor, ticket, {
    isHeld: heldUntil > now(),
    event: ticketReplied({ channel: input.channel, heldUntil: heldUntil.toISOString() }),
    patch: { status: move(ticket, "reply") },
    marks: {
      lastMessageBy: "agent",
      ...(ticket.firstAnsweredAt === null && ticket.lastMessageBy === "customer" && { firstAnsweredAt: now() }),
    },
  });
  const messageId = await say(tx, actor, changed, { ...spokenBy("agent", input), ...(isHeld && { heldUntil }) });
  const withReply = { replyEventId: changed.eventId, isHeld: heldUntil > now() };
  const { uncopy = [], cc = [] } = input;
  for (const personId of uncopy) await takeOutOfCc(tx, actor, { ticketId: ticket.id, personId }, withReply);
  for (const person of cc) await addToCc(tx, actor, { ticketId: ticket.id, ...person }, withReply);
  await thenMove(tx, actor, await getTicket(tx, actor, ticket.id), { input, withReply });
  const { version } = await getTicket(tx, actor, ticket.id);
  return { ...changed, version, messageId };
};

const spokenBy = (side: Side, input: Input) =>
  ({ said: input, kind: "public", isInternal: false, side, channel: input.channel }) as const;

const thenMove = async (
  tx: Tx,
  actor: Actor,
  ticket: Ticket,
  { input: { thenStatus, result }, withReply }: { input: Input; withReply: WithReply },
): Promise<void> => {
  if (thenStatus === undefined || thenStatus === ticket.status)
    return result === "" ? undefined : keepResult(tx, actor, ticket, { result, withReply });
  const verb = verbTowards(ticket, thenStatus);
  mustBeAbleTo(actor, verb, ticket);
  await steer(tx, actor, ticket, { verb, result, withReply });
};

/** What solved it, from somebody whose answer moves nothing, e.g. because a colleague has resolved it already. */
const keepResult = async (
  tx: Tx,
  actor: Actor,
  ticket: Ticket,
  { result, withReply: { replyEventId, isHeld } }: { result: string; withReply: WithReply },
): Promise<void> => {
  if (result === ticket.result) return;
  mustBeAbleTo(actor, "change", ticket);
  move(ticket, "change");
  await commit(tx, actor, ticket, { event: ticketChanged({ replyEventId }), isHeld, patch: { result } });
};
