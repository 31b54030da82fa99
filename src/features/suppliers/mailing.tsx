import { system } from "../../platform/actor.ts";
import type { Context } from "../../platform/context.ts";
import type { StoredEvent } from "../../platform/events.ts";
import { getDesk } from "../desk-settings/index.ts";
import { senderOf } from "../mail-addresses/index.ts";
import { deskHeaders, queueMail, type Limit } from "../outgoing-mail/index.ts";
import { customerStatusName, endOf, findTicketById, undoableUntil } from "../tickets/index.ts";
import { SupplierMail } from "./emails/supplier-mail.tsx";
import { passingAddress } from "./reply-address.ts";
import { getSupplier } from "./store.ts";
import { listMessages } from "./store-passings.ts";
import type { Passing, SupplierMessage } from "./types.ts";
import { mailWords } from "./words.mails.ts";

/** What follows by itself from what customers and clocks do: two desks that answer each other end here. */
const followLimits: readonly Limit[] = [
  { of: "about", most: 20, hours: 1 },
  { of: "about", most: 60, hours: 24 },
];

/** Some mail programs forget long lists of references. */
const mostReferences = 10;
const isPlain = (messageId: string): boolean => /^<[!-;=?-~]{1,500}>$/.test(messageId);

/** Mails the supplier what was kept for him with the event; he reads what was said with him, and nothing else. */
export const mailSupplier = async (context: Context, event: StoredEvent, passing: Passing): Promise<void> => {
  const { db, signer } = context;
  const all = await listMessages(db, [passing.id]);
  const message = all.find(({ eventId }) => eventId === event.id);
  const ticket = await findTicketById(db, system("suppliers"), await endOf(db, passing.ticketId));
  if (!message || !ticket) return;
  const before = all.filter(({ id }) => id < message.id);
  const supplier = await getSupplier(db, passing.supplierId);
  const desk = await getDesk(db);
  const { locale } = supplier;
  const sender = await senderOf(db, { about: { kind: "ticket", id: ticket.id }, teamId: ticket.teamId });
  const references = before
    .map(({ mailMessageId }) => mailMessageId)
    .filter(isPlain)
    .slice(-mostReferences);
  const inReplyTo = references.at(-1);
  const reading = { locale, timeZone: desk.timeZone };
  const props = { reading, desk, number: ticket.number, facts: passing, message, earlier: earlierOf(before) };
  const sendAfter = undoableUntil(event.payload);
  const isFollowing = message.kind === "told" || message.kind === "sent-on";
  await queueMail(context, {
    template: "suppliers.mail",
    to: { personId: null, name: supplier.name, address: supplier.mailAddress },
    locale,
    subject: mailWords[locale].subject({ number: ticket.number, subject: passing.subject }),
    body: <SupplierMail {...props} files={message.attachments.map(({ name }) => name)} />,
    sender,
    ...(event.actor.kind === "agent" && { authorName: event.actor.name }),
    about: { kind: "supplier_passing", id: passing.id },
    eventId: event.id,
    onceKey: `suppliers.mail ${event.id} ${passing.id}`,
    replyTo: passingAddress(signer, { desk: { mailAddress: sender.address }, passingId: passing.id }),
    messageId: message.mailMessageId,
    ...(inReplyTo !== undefined && { inReplyTo }),
    references,
    headers: deskHeaders({ number: ticket.number, status: customerStatusName(ticket)[locale] }),
    attachments: message.attachments,
    // Other desks drop what a program wrote. Somebody wrote this, or did what it tells of; only the clock did not.
    automatic: event.actor.kind === "system",
    ...(isFollowing && { limits: followLimits }),
    ...(sendAfter && { sendAfter }),
  });
};

/** As much as one reads. */
const mostEarlier = 3;

const earlierOf = (before: readonly SupplierMessage[]): readonly SupplierMessage[] =>
  before
    .filter(({ kind }) => kind !== "automatic")
    .slice(-mostEarlier)
    .reverse();
