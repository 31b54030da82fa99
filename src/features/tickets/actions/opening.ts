import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db/db.ts";
import { Forbidden, Invalid } from "../../../platform/errors.ts";
import { record } from "../../../platform/events.ts";
import { ensurePerson, getPerson, organisationsOf, type Person } from "../../people/index.ts";
import { keepDeadlines } from "../deadlines.ts";
import { ticketEvent, type TicketEvent } from "../events.ts";
import type { Side, Ticket } from "../rules/ticket.ts";
import { insertMessage } from "../store/messages.ts";
import { insertTicket, type NewTicket } from "../store/ticket-rows.ts";
import { phrase } from "../words.ts";
import { speakerOf, type Changed } from "./changing.ts";
import { mostParticipants } from "./inputs.ts";
import type { Said } from "./speaking.ts";

export interface Opened extends Changed {
  messageId: number;
}

/** Writes the ticket, its first event and its first words. Whether the actor may is settled by then. */
export const writeTicket = async (
  tx: Tx,
  actor: Actor,
  { ticket: fresh, event, first }: { ticket: NewTicket; event: TicketEvent; first: Said },
): Promise<Opened> => {
  const speaker = await firstSpeaker(tx, actor, fresh);
  const ticket = await insertTicket(tx, fresh);
  const eventId = await record(tx, actor, ticketEvent(event, { ticket, changes: {}, isPublic: true }));
  const messageId = await insertMessage(tx, {
    ...speaker,
    ticketId: ticket.id,
    eventId,
    kind: "public",
    isInternal: false,
    side: ticket.lastMessageBy,
    channel: ticket.channel,
    text: first.text,
    html: first.html ?? null,
    quoted: first.quoted,
    mailMessageId: first.mailMessageId,
    attachments: first.attachments,
  });
  await keepDeadlines(tx, ticket);
  return { ticketId: ticket.id, number: ticket.number, version: ticket.version, eventId, messageId };
};

/** Who takes a call writes down the caller's words; otherwise whoever acts speaks. */
const firstSpeaker = async (
  tx: Tx,
  actor: Actor,
  { lastMessageBy, requesterId }: Pick<NewTicket, "lastMessageBy" | "requesterId">,
): Promise<ReturnType<typeof speakerOf>> => {
  if (lastMessageBy === "agent" || actor.kind === "customer") return speakerOf(actor);
  const requester = await getPerson(tx, requesterId);
  return { authorId: requester.id, authorName: requester.name };
};

/** On whose side the first words are spoken: ours only when an agent writes to a customer of his own accord. */
export const sideOf = (actor: Actor, { channel, requesterId }: Pick<Ticket, "channel" | "requesterId">): Side =>
  actor.kind === "agent" && actor.personId !== requesterId && (channel === "portal" || channel === "mail")
    ? "agent"
    : "customer";

interface Asked {
  requesterId?: number | undefined;
  requester?: { name: string; email: string } | undefined;
}

/** Who asks: the actor, or, for customers, a colleague, or, for the desk, anybody. */
export const requesterOf = async (tx: Tx, actor: Actor, { requesterId, requester }: Asked): Promise<Person> => {
  if (actor.kind === "visitor") throw new Forbidden();
  if (actor.kind === "customer") {
    const person = await getPerson(tx, requesterId ?? actor.personId);
    if (person.id !== actor.personId && !(await areColleagues(tx, actor.organisationIds, person.id)))
      throw new Invalid({ requesterId: phrase("notAColleague") });
    return person;
  }
  if (requesterId !== undefined) return getPerson(tx, requesterId);
  if (requester) return (await ensurePerson(tx, actor, requester)).person;
  if (actor.kind === "system") throw new Invalid({ requesterId: phrase("noSuchPerson") });
  return getPerson(tx, actor.personId);
};

const areColleagues = async (tx: Tx, organisationIds: readonly number[], personId: number): Promise<boolean> =>
  (await organisationsOf(tx, personId)).some(({ id }) => organisationIds.includes(id));

/** The chosen organisation if the requester belongs to it, else his only one, else none. */
export const organisationOf = async (
  tx: Tx,
  requesterId: number,
  chosen: number | undefined,
): Promise<number | null> => {
  const memberships = await organisationsOf(tx, requesterId);
  if (chosen !== undefined) {
    if (!memberships.some(({ id }) => id === chosen)) throw new Invalid({ organisationId: phrase("notAMember") });
    return chosen;
  }
  const [only] = memberships;
  return only && memberships.length === 1 ? only.id : null;
};

/** People in CC, made on first sight; whoever asks is not in CC of his own request. */
export const participantsOf = async (
  tx: Tx,
  actor: Actor,
  { cc, requesterId }: { cc: readonly { name: string; email: string }[]; requesterId: number },
): Promise<number[]> => {
  if (cc.length > mostParticipants) throw new Invalid({ cc: phrase("tooManyPeople", { most: mostParticipants }) });
  const personIds: number[] = [];
  for (const each of cc) personIds.push((await ensurePerson(tx, actor, each)).person.id);
  return [...new Set(personIds)].filter((personId) => personId !== requesterId);
};
