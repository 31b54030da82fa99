import { system } from "../../platform/actor.ts";
import type { Context } from "../../platform/context.ts";
import { listLatestEvents, type StoredEvent } from "../../platform/events.ts";
import { after, now } from "../../platform/time.ts";
import { getDesk, type Desk } from "../desk-settings/index.ts";
import { senderOf } from "../mail-addresses/index.ts";
import { deskHeaders, queueMail, replyAddress, rootMessageId, type MailAttachment } from "../outgoing-mail/index.ts";
import { listAgents, listTeams, mayHaveAccess, organisationsByIds, peopleByIds, type Person } from "../people/index.ts";
import { undoableUntil } from "./events-undo.ts";
import type { Head, Letter } from "./emails/letter.tsx";
import type { Situation } from "./emails/to-agent.tsx";
import { isMessageForCustomers, type Message } from "./rules/sight.ts";
import type { Ticket } from "./rules/ticket.ts";
import { findMessageOfEvent, listPublicMessages } from "./store/messages.ts";
import { getTicket } from "./store/tickets.ts";
import { customerStatusName } from "./rules/status.ts";
import { leavePath } from "./leave-link.ts";
import { mailWords } from "./words.mails.ts";

/** Everything that the mails about one event are made from, as it stands now, which may be later. */
export interface Occasion {
  context: Context;
  event: StoredEvent;
  ticket: Ticket;
  desk: Desk;
  /** The words that came with the event. */
  message: Message | undefined;
  /** The answer that the event is, or that it went with: mails about both wait until it can no longer be taken back. */
  reply: Message | undefined;
  /** What customers and desk both know, oldest first. */
  said: readonly Message[];
  /** Until then mails to customers wait that tell of something before this: nobody is to hear of the end before the beginning. */
  othersWaitUntil: Date | undefined;
}

export const occasionOf = async (context: Context, event: StoredEvent): Promise<Occasion> => {
  const { db } = context;
  const ticket = await getTicket(db, system("tickets"), event.subject.id);
  const { replyEventId } = event.payload;
  const message = await findMessageOfEvent(db, event.id);
  return {
    context,
    event,
    ticket,
    desk: await getDesk(db),
    message,
    reply: typeof replyEventId === "number" ? await findMessageOfEvent(db, replyEventId) : message,
    said: await listPublicMessages(db, ticket.id),
    othersWaitUntil: await othersWaitUntil(context, event),
  };
};

/** More cannot be done to a ticket within the seconds for which something is held. */
const mostAtOnce = 10;

const othersWaitUntil = async ({ db }: Context, { id, subject }: StoredEvent): Promise<Date | undefined> => {
  const latest = await listLatestEvents(db, subject, mostAtOnce);
  const held = latest.filter((each) => each.id < id).flatMap(({ payload }) => heldUntil(payload) ?? []);
  const last = held.filter((until) => until > now()).toSorted((one, other) => other.getTime() - one.getTime())[0];
  // Those that are due at the same moment leave in any order.
  return last && after(last, 1_000);
};

const heldUntil = (payload: StoredEvent["payload"]): Date | undefined =>
  typeof payload["heldUntil"] === "string" ? new Date(payload["heldUntil"]) : undoableUntil(payload);

/** What was said before the event's own words, newest first, as customers may read it. */
export const saidBefore = ({ said, event }: Occasion, most = 3): Message[] =>
  said
    .filter((message) => message.eventId < event.id && isMessageForCustomers(message))
    .slice(-most)
    .reverse();

export interface Recipient {
  person: Person;
  /** Why this person gets mail about the ticket. */
  as: "requester" | "participant" | "assignee" | "team" | "everyone" | "called";
  team?: string;
}

/** Requester and CC; nobody where the ticket is none of the customers' business. */
export const customersOf = async ({ context, ticket }: Occasion): Promise<Recipient[]> => {
  if (ticket.visibility === "internal") return [];
  const people = await peopleByIds(context.db, [ticket.requesterId, ...ticket.participantIds]);
  return [...people.values()].map((person) => ({
    person,
    as: person.id === ticket.requesterId ? "requester" : "participant",
  }));
};

/** Whose ticket it is: those who are assigned, else the team, else everybody at the desk. */
export const deskOf = async ({ context: { db }, ticket }: Occasion): Promise<Recipient[]> => {
  const agents = await listAgents(db);
  const among = (ids: readonly number[]): Person[] => agents.filter(({ id }) => ids.includes(id));
  const assignees = among(ticket.assigneeIds);
  if (assignees.length > 0) return assignees.map((person) => ({ person, as: "assignee" }));
  const team = (await listTeams(db)).find(({ id }) => id === ticket.teamId);
  const members = among(team?.memberIds ?? []);
  if (team && members.length > 0) return members.map((person) => ({ person, as: "team", team: team.name }));
  return agents.map((person) => ({ person, as: "everyone" }));
};

/** What an agent wants to know before he opens the ticket. */
export const situationOf = async ({ context: { db }, ticket }: Occasion): Promise<Situation> => {
  const { requesterId, organisationId, type, priority } = ticket;
  const organisations = await organisationsByIds(db, organisationId === null ? [] : [organisationId]);
  return {
    requester: (await peopleByIds(db, [requesterId])).get(requesterId)?.name ?? "",
    organisation: organisationId === null ? undefined : organisations.get(organisationId)?.name,
    type,
    priority,
  };
};

/** Who did it, as others are told: what the program does by itself is done by the desk. */
export const doerOf = ({ event: { actor }, desk }: Occasion): string =>
  actor.kind === "system" ? desk.name : actor.name;

interface Sending {
  attachments?: readonly MailAttachment[];
  /** Also to whoever did it: a confirmation. */
  evenToActor?: boolean;
  /** Not before: as long as what it tells of can be undone. */
  sendAfter?: Date;
  /** Events of other tickets that it brings the same news of. */
  also?: readonly StoredEvent[];
}

/** Mails each of them what `write` says to him; nobody hears of what he did himself. */
export const mailEach = async (
  occasion: Occasion,
  recipients: readonly Recipient[],
  write: (head: Head, recipient: Recipient) => Letter | undefined | Promise<Letter | undefined>,
  sending: Sending = {},
): Promise<void> => {
  for (const recipient of recipients) {
    const { person } = recipient;
    const isActor = person.id === occasion.event.actor.id && sending.evenToActor !== true;
    if (isActor || person.email === null || person.deactivatedAt !== null) continue;
    const letter = await write(headFor(occasion, recipient), recipient);
    if (letter) await send(occasion, { person, address: person.email }, letter, sending);
  }
};

const isAgent = ({ role }: Person): boolean => role !== "customer";

const headFor = ({ context, desk, ticket }: Occasion, { person, as, team = "" }: Recipient): Head => {
  const { because } = mailWords[person.locale];
  const isTrusted = person.emailVerifiedAt !== null || isAgent(person);
  const reason = as === "team" ? because.team({ team }) : because[as];
  return {
    reading: { locale: person.locale, timeZone: person.timeZone },
    desk,
    ticket: { number: ticket.number, subject: ticket.subject },
    href: `${context.baseUrl}/${isAgent(person) ? "desk/tickets" : "requests"}/${ticket.number}`,
    reason: isTrusted || as !== "requester" ? reason : because.unverified,
    isTrusted,
    ...(as === "participant" && {
      leaveHref: context.baseUrl + leavePath(context.signer, { ticketId: ticket.id, personId: person.id }),
    }),
    canOpen: person.hasAccount || isAgent(person) || mayHaveAccess(person),
  };
};

const send = async (
  { context, event, ticket, desk, message, reply, said, othersWaitUntil: others }: Occasion,
  { person, address }: { person: Person; address: string },
  letter: Letter,
  { attachments = [], also = [], sendAfter: wanted = reply?.heldUntil ?? undoableUntil(event.payload) }: Sending,
): Promise<void> => {
  const references = [rootMessageId({ desk, ticketId: ticket.id }), ...ownMailIds(said, person)];
  const inReplyTo = references.at(-1);
  const sender = await senderOf(context.db, { about: event.subject, teamId: ticket.teamId });
  const sendAfter = isAgent(person) ? wanted : later(wanted, others);
  await queueMail(context, {
    ...letter,
    // Where a customer's mail comes from a desk, that one keeps in step.
    ...(!isAgent(person) && {
      headers: deskHeaders({ number: ticket.number, status: customerStatusName(ticket)[person.locale] }),
    }),
    to: { personId: person.id, name: person.name, address },
    locale: person.locale,
    about: event.subject,
    eventId: event.id,
    also: also.map(({ id, subject }) => ({ id: subject.id, eventId: id })),
    inThread: true,
    isColleague: isAgent(person),
    onceKey: `${letter.template} ${event.id} to ${person.id}`,
    sender,
    replyTo: replyAddress({
      signer: context.signer,
      desk: { mailAddress: sender.address },
      ticketId: ticket.id,
      personId: person.id,
      isInternal: isAgent(person) && message?.isInternal === true,
    }),
    ...(inReplyTo !== undefined && { inReplyTo }),
    references,
    attachments,
    ...(sendAfter && { sendAfter }),
  });
};

const later = (one: Date | undefined, other: Date | undefined): Date | undefined =>
  one && other ? (one > other ? one : other) : (one ?? other);

/** Some mail programs forget long lists of references, and then show no thread at all. */
const mostReferences = 10;

/** Some programs make ids that no header may hold; a mail that names one could be refused for it. */
const isPlain = (messageId: string): boolean => /^<[!-;=?-~]{1,500}>$/.test(messageId);

// A mail program finds the thread only by Message-IDs that it has seen: those of the person's own mails.
const ownMailIds = (said: readonly Message[], person: Person): string[] =>
  said
    .flatMap(({ authorId, mailMessageId }) => (authorId === person.id && mailMessageId ? [mailMessageId] : []))
    .filter(isPlain)
    .slice(-mostReferences);
