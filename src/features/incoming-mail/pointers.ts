import { system, type Agent, type Customer } from "../../platform/actor.ts";
import type { Tx } from "../../platform/db/db.ts";
import { listMailsByMessageId, readRootMessageId, type MailHome } from "../outgoing-mail/index.ts";
import {
  areWordsInternal,
  can,
  findTicketById,
  findTicketByNumber,
  listTicketsByMailIds,
  type Ticket,
} from "../tickets/index.ts";
import type { Pointer, Pointers } from "./rules/thread.ts";

/** All tickets are looked at; whether the sender may be in one is decided afterwards. */
const looker = system("incoming-mail");

export interface Trace {
  /** Of a signed reply address among the recipients. */
  signed: { ticketId: number; personId: number; isInternal?: boolean | undefined } | undefined;
  /** In-Reply-To first, then References from the newest to the oldest. */
  messageIds: readonly string[];
  /** In the subject. */
  numbers: readonly number[];
  desk: MailHome;
}

/** What the message points to, and what the sender is there. */
export const pointersOf = async (tx: Tx, speaker: Customer | Agent, trace: Trace): Promise<Pointers> => ({
  signed: await pointerTo(tx, speaker, {
    ticketId: trace.signed?.ticketId,
    isProven: trace.signed?.personId === speaker.personId,
    isInternal: trace.signed?.isInternal === true,
  }),
  referenced: await pointerTo(tx, speaker, await referencedBy(tx, speaker, trace)),
  numbered: await numberedBy(tx, speaker, trace.numbers),
});

/** The one of them in which the sender takes part; else whichever there is. */
const numberedBy = async (
  tx: Tx,
  speaker: Customer | Agent,
  numbers: readonly number[],
): Promise<Pointer | undefined> => {
  const pointers: Pointer[] = [];
  for (const number of numbers) {
    const ticketId = (await findTicketByNumber(tx, looker, number))?.id;
    const pointer = await pointerTo(tx, speaker, { ticketId, isProven: false, isInternal: false });
    if (pointer) pointers.push(pointer);
  }
  return pointers.find(({ isKnownThere }) => isKnownThere) ?? pointers[0];
};

interface Found {
  ticketId: number | undefined;
  isProven: boolean;
  /** It answers words that are for the desk only. */
  isInternal: boolean;
}

const pointerTo = async (
  tx: Tx,
  speaker: Customer | Agent,
  { ticketId, isProven, isInternal }: Found,
): Promise<Pointer | undefined> => {
  const ticket = ticketId === undefined ? undefined : await findTicketById(tx, looker, ticketId);
  return ticket && { ticketId: ticket.id, isProven, isInternal, isKnownThere: can(speaker, "answer", ticket) };
};

/** A mail of ours to this very person before all others; then whatever knows one of the ids. */
const referencedBy = async (tx: Tx, speaker: Customer | Agent, { messageIds, desk }: Trace): Promise<Found> => {
  const ours = new Map(
    (await listMailsByMessageId(tx, messageIds))
      .filter(({ about }) => about?.kind === "ticket")
      .map((mail) => [mail.messageId, mail]),
  );
  const sent = messageIds.flatMap((messageId) => ours.get(messageId) ?? []);
  const isInternal = await isAnyInternal(tx, sent);
  const proof = sent.find(({ personId }) => personId === speaker.personId);
  if (proof) return { ticketId: proof.about?.id, isProven: true, isInternal };
  const root = messageIds
    .map((messageId) => readRootMessageId({ desk, messageId }))
    .find((ticketId) => ticketId !== undefined);
  const ticketId = sent[0]?.about?.id ?? root ?? (await ticketOfMails(tx, speaker, messageIds))?.id;
  return { ticketId, isProven: false, isInternal };
};

/** Of tickets whose mails have one id, because a program has used it again, the one in which the sender takes part. */
const ticketOfMails = async (
  tx: Tx,
  speaker: Customer | Agent,
  messageIds: readonly string[],
): Promise<Ticket | undefined> => {
  const tickets = await listTicketsByMailIds(tx, messageIds);
  return tickets.find((ticket) => can(speaker, "answer", ticket)) ?? tickets[0];
};

const isAnyInternal = async (tx: Tx, mails: readonly { eventId: number | null }[]): Promise<boolean> => {
  for (const { eventId } of mails) if (eventId !== null && (await areWordsInternal(tx, eventId))) return true;
  return false;
};
