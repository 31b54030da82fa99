import { z } from "zod";
import { action } from "../../../platform/act.ts";
import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db/db.ts";
import { optionalWords } from "../../../platform/input.ts";
import { after, now } from "../../../platform/time.ts";
import { ticketAnswered, ticketReplied } from "../events.ts";
import { can, mustBeAbleTo } from "../rules/policy.ts";
import { isLegal, move, verbTowards } from "../rules/status.ts";
import { channels, statuses, type Side, type Ticket } from "../rules/ticket.ts";
import { lockTicket } from "../store/tickets.ts";
import { commit, type Changed } from "./changing.ts";
import { writeFollowUp } from "./following-up.ts";
import { spoken, ticketId } from "./inputs.ts";
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
}

export const replyToTicket = action({
  name: "tickets.reply",
  description: "Answers in the ticket: as the customer, or as the desk. Customers' late answers open a follow-up.",
  input,
  async run(tx, actor, input): Promise<Replied> {
    // Words are never refused because the form is old; only where the ticket stands now counts.
    const ticket = await lockTicket(tx, actor, input.ticketId);
    mustSaySomething(input);
    return actor.kind === "customer" ? answer(tx, actor, ticket, input) : reply(tx, actor, ticket, input);
  },
});

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

/** The desk speaks: held for some seconds, so that it can be taken back. */
const reply = async (tx: Tx, actor: Actor, ticket: Ticket, input: Input): Promise<Replied> => {
  mustBeAbleTo(actor, "reply", ticket);
  const isHeld = actor.kind === "agent" && (input.channel === "portal" || input.channel === "mail");
  const heldUntil = after(now(), isHeld ? input.holdSeconds * 1_000 : 0);
  const { ticket: replied, changed } = await commit(tx, actor, ticket, {
    event: ticketReplied({ channel: input.channel, heldUntil: heldUntil.toISOString() }),
    patch: { status: move(ticket, "reply") },
    marks: {
      lastMessageBy: "agent",
      ...(ticket.firstAnsweredAt === null && ticket.lastMessageBy === "customer" && { firstAnsweredAt: now() }),
    },
  });
  const messageId = await say(tx, actor, changed, { ...spokenBy("agent", input), ...(isHeld && { heldUntil }) });
  const { version } = await thenMove(tx, actor, replied, { input, changed });
  return { ...changed, version, messageId };
};

const spokenBy = (side: Side, input: Input) =>
  ({ said: input, kind: "public", isInternal: false, side, channel: input.channel }) as const;

const thenMove = async (
  tx: Tx,
  actor: Actor,
  ticket: Ticket,
  { input: { thenStatus, result }, changed }: { input: Input; changed: Changed },
): Promise<Changed> => {
  if (thenStatus === undefined || thenStatus === ticket.status) return changed;
  const verb = verbTowards(ticket, thenStatus);
  mustBeAbleTo(actor, verb, ticket);
  return (await steer(tx, actor, ticket, { verb, result, replyEventId: changed.eventId })).changed;
};
