import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { personIdOf, type Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db/db.ts";
import { Conflict, Invalid, NotFound } from "../../../platform/errors.ts";
import { record } from "../../../platform/events.ts";
import { checkbox, id, words } from "../../../platform/input.ts";
import { now } from "../../../platform/time.ts";
import { getPerson, organisationsOf } from "../../people/index.ts";
import { keepDeadlines } from "../deadlines.ts";
import { ticketEvent, ticketOpened } from "../events.ts";
import { ticketSplit, wordsBrought } from "../events-together.ts";
import { move } from "../rules/status.ts";
import type { Message } from "../rules/sight.ts";
import type { Ticket } from "../rules/ticket.ts";
import { insertLink } from "../store/links.ts";
import { insertMessage, listMessages } from "../store/messages.ts";
import { insertTicket } from "../store/ticket-rows.ts";
import { togetherPhrase } from "../words-together.ts";
import { begin, commit, type Changed } from "./changing.ts";
import { longestSubject, ticketId } from "./inputs.ts";
import { teamAfter } from "./desk-choices.ts";

export const splitTicket = action({
  name: "tickets.split",
  description:
    "Makes a ticket of its own of a message, with those after it if wanted. The words stay where they were said, too.",
  input: z.object({ ticketId, messageId: id, subject: words(longestSubject), andFollowing: checkbox }),
  async run(tx, actor, { ticketId, messageId, subject, andFollowing }): Promise<Changed & { splitNumber: number }> {
    const old = await begin(tx, actor, "split", { ticketId });
    move(old, "split");
    const brought = await broughtFrom(tx, old, { messageId, andFollowing });
    const fresh = await openSplit(tx, actor, { old, subject, brought });
    await insertLink(tx, { ticketId: fresh.id, otherId: old.id, kind: "split" });
    const { changed } = await commit(tx, actor, old, {
      event: ticketSplit({ splitId: fresh.id, number: fresh.number, count: brought.length }),
      isHeld: true,
    });
    return { ...changed, splitNumber: fresh.number };
  },
});

/** Words on their way can still be taken back; they stay. */
const isSaid = ({ heldUntil, takenBackAt }: Message): boolean =>
  takenBackAt === null && (heldUntil === null || heldUntil <= now());

const broughtFrom = async (
  tx: Tx,
  old: Ticket,
  { messageId, andFollowing }: { messageId: number; andFollowing: boolean },
): Promise<[Message, ...Message[]]> => {
  const messages = await listMessages(tx, old.id);
  const at = messages.findIndex(({ id: each }) => each === messageId);
  const first = messages[at];
  if (!first) throw new NotFound();
  if (first.kind !== "public") throw new Invalid({ messageId: togetherPhrase("onlySaidIsSplit") });
  if (!isSaid(first)) throw new Conflict(togetherPhrase("splitTooEarly"));
  if (at === 0 && andFollowing) throw new Invalid({ andFollowing: togetherPhrase("nothingWouldStay") });
  return [first, ...(andFollowing ? messages.slice(at + 1).filter(isSaid) : [])];
};

interface Split {
  old: Ticket;
  subject: string;
  brought: [Message, ...Message[]];
}

/** Whose ticket it is: the customer's who wrote it, else the one's whose ticket it was said in. */
const ownerOf = async (tx: Tx, old: Ticket, { side, authorId }: Message) => {
  const person = side === "customer" && authorId !== null ? await getPerson(tx, authorId) : undefined;
  if (!person || person.id === old.requesterId)
    return { requesterId: old.requesterId, organisationId: old.organisationId };
  const memberships = await organisationsOf(tx, person.id);
  const isColleague = memberships.some(({ id: each }) => each === old.organisationId);
  return { requesterId: person.id, organisationId: isColleague ? old.organisationId : (memberships[0]?.id ?? null) };
};

const openSplit = async (tx: Tx, actor: Actor, { old, subject, brought }: Split): Promise<Ticket> => {
  const [first] = brought;
  const lastSaid = brought.findLast(({ isInternal }) => !isInternal) ?? first;
  const fresh = await insertTicket(tx, {
    type: old.type,
    subject,
    status: "open",
    priority: old.priority,
    visibility: old.visibility,
    channel: first.channel,
    ...(await ownerOf(tx, old, first)),
    teamId: await teamAfter(tx, old),
    assigneeIds: [],
    participantIds: [],
    tags: [],
    productId: old.productId,
    versionId: old.versionId,
    moduleId: old.moduleId,
    customFields: {},
    followUpOf: null,
    openedBy: personIdOf(actor),
    lastMessageBy: lastSaid.side,
  });
  const opened = ticketOpened({ channel: first.channel, followUpOf: null });
  const event = { ...opened, payload: { ...opened.payload, splitFrom: old.number } };
  await bring(tx, fresh, { message: first, eventId: await record(tx, actor, written(event, fresh)) });
  let ticket = fresh;
  for (const message of brought.slice(1)) {
    const { ticket: next, changed } = await commit(tx, actor, ticket, { event: wordsBrought(), isHeld: true });
    await bring(tx, next, { message, eventId: changed.eventId });
    ticket = next;
  }
  await keepDeadlines(tx, ticket);
  return ticket;
};

const written = (event: Parameters<typeof ticketEvent>[0], ticket: Ticket) =>
  ticketEvent(event, { ticket, changes: {}, isPublic: true });

const bring = async (
  tx: Tx,
  ticket: Ticket,
  { message, eventId }: { message: Message; eventId: number },
): Promise<void> => {
  const { id: originalId, at, kind, isInternal, side, authorId, authorName, channel, text, html, quoted } = message;
  await insertMessage(tx, {
    ticketId: ticket.id,
    eventId,
    ...{ kind, isInternal, side, authorId, authorName, channel, text, html, quoted },
    copyOf: { id: originalId, at },
    attachments: message.attachments.map(({ id: _id, ticketId: _ticket, messageId: _message, ...file }) => file),
  });
};
