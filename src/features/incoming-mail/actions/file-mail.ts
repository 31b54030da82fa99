import { z } from "zod";
import { action, parseInput } from "../../../platform/act.ts";
import type { Actor, Agent, Customer } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db/db.ts";
import { id } from "../../../platform/input.ts";
import { notify } from "../../../platform/live.ts";
import { verdicts } from "../../approvals/index.ts";
import { rememberAddress } from "../../mail-addresses/index.ts";
import { actorOfPerson, ensurePerson, findPersonByEmail, proveAddress } from "../../people/index.ts";
import {
  addNote,
  addParticipant,
  findTicketById,
  linkTickets,
  listWordsBySight,
  openTicket,
  openTicketRouted,
  replyToTicket,
} from "../../tickets/index.ts";
import { incomingTopic } from "../events.ts";
import { pointersOf } from "../pointers.ts";
import { repeatsSecret } from "../rules/repeats.ts";
import { placeOf, type Place } from "../rules/thread.ts";
import type { FiledBecause, IgnoredBecause } from "../rules/verdict.ts";
import { describeIncoming, lockStored, settleIncoming } from "../store.ts";
import { insertProposal } from "../store-proposals.ts";
import { words } from "../words.ts";
import {
  copiedCustomers,
  firstByCustomer,
  forwarded,
  mailSender,
  mailWords,
  openForwarded,
  text,
} from "./open-forwarded.ts";
import { decideByMail, explain, questionOf } from "./decide-by-mail.ts";
import { findCopy } from "./find-copy.ts";
import { isFlood } from "./flood.ts";
import { onlySystem } from "./only-system.ts";
import { described } from "./settle-mail.ts";

/** A message as the desk files it. */
export const fileInput = z.object({
  mailId: id,
  described,
  sender: mailSender,
  /** Another address stands in From, or the domain there disowns the message: then only proof brings him into a ticket. */
  needsProof: z.boolean().default(false),
  trace: z.object({
    signed: z
      .object({ ticketId: id, personId: id, isInternal: z.boolean().optional(), questionId: id.optional() })
      .optional(),
    messageIds: z.array(text),
    numbers: z.array(z.number()),
    desk: z.object({ mailAddress: z.string(), others: z.array(z.string()) }),
  }),
  /** The own address that it came in by, and what becomes of new requests there. */
  arrivedAt: z.object({ addressId: id, teamId: id.nullable(), typeId: id.nullable() }).optional(),
  /** All that readers would see of it, as text, and whether something in there looks like a repeated mail. */
  shown: z.object({ text, repeats: z.boolean() }),
  /** What it decides, if it answers a question. */
  decision: z.object({ verdict: z.enum(verdicts), reason: text }).optional(),
  /** Our own receiving server stands by the sender's address. */
  isAuthenticated: z.boolean(),
  /** As openTicket and replyToTicket take them. */
  words: mailWords,
  /** Whose messages it forwards, if it is an agent's. */
  forwarded,
  copied: copiedCustomers,
  /** To whom it went besides, in a line; empty where it went to nobody else. */
  addressed: text.default(""),
  /** The ticket has refused the answer: open a new one beside it. */
  besideTicket: z.boolean().default(false),
  filedAnyway: z.boolean().default(false),
});
export type FileInput = z.output<typeof fileInput>;
type Input = FileInput;

export const fileMail = action({
  name: "incoming-mail.file",
  description: "Files a message as what its sender says: as an answer, or as a new ticket.",
  input: fileInput,
  async run(tx, actor, input): Promise<{ ticketId: number } | undefined> {
    onlySystem(actor);
    const { mailId } = input;
    if (!(await lockStored(tx, mailId))) return undefined;
    await describeIncoming(tx, mailId, input.described);
    await notify(tx, [incomingTopic]);
    const { person } = await ensurePerson(tx, actor, input.sender);
    const ignore = async (reason: IgnoredBecause): Promise<undefined> => {
      await settleIncoming(tx, mailId, { state: "ignored", verdict: "spam", reason });
    };
    if (person.deactivatedAt !== null) return ignore("deactivated");
    const copy = input.filedAnyway ? undefined : await findCopy(tx, mailId);
    if (copy) {
      await settleIncoming(tx, mailId, { state: "filed", verdict: "ticket", reason: "copy", ...copy });
      return copy;
    }
    const speaker = await actorOfPerson(tx, person.id);
    const place = await placeIn(tx, speaker, input);
    if (!input.filedAnyway && (await isFlood(tx, input.described.from.address, place))) return ignore("too-many");
    // Only mail to this address says where the answer went, and the answer comes from this address.
    if (speaker.kind === "customer" && place.kind === "reply" && place.isProven)
      await proveAddress(tx, speaker, speaker.personId);
    const filed = await filedAt(tx, speaker, { actor, input: withAddressed(input, place), place });
    const isNew = place.kind === "open" || filed.ticketId !== place.ticketId;
    if (isNew && input.arrivedAt)
      await rememberAddress(tx, { kind: "ticket", id: filed.ticketId }, { id: input.arrivedAt.addressId });
    await settleIncoming(tx, mailId, { state: "filed", verdict: "ticket", reason: place.reason, ...filed });
    return { ticketId: filed.ticketId };
  },
});

/** Who does not join stands below the words, so that somebody can write to them. */
const withAddressed = (input: FileInput, place: Place): FileInput => {
  const { words: said, copied, addressed } = input;
  const areHeard = copied.length > 0 && (place.kind === "open" || place.isProven);
  if (addressed === "" || areHeard) return input;
  return { ...input, words: { ...said, quoted: [said.quoted, addressed].filter(Boolean).join("\n\n") } };
};

/** Where the message belongs if this is who speaks. */
export const placeIn = async (tx: Tx, speaker: Customer | Agent, given: Input): Promise<Place> => {
  const { trace, besideTicket, needsProof } = given;
  const sender = { personId: speaker.personId, isAgent: speaker.kind === "agent", needsProof };
  const place = placeOf(sender, await pointersOf(tx, speaker, { ...trace, signed: trace.signed }));
  return besideTicket && place.kind === "reply"
    ? { kind: "open", relatedTo: place.ticketId, reason: "reply-refused" }
    : place;
};

interface Filing<P extends Place["kind"]> {
  actor: Actor;
  input: Input;
  place: Extract<Place, { kind: P }>;
}

const filedAt = async (tx: Tx, speaker: Customer | Agent, filing: Filing<Place["kind"]>): Promise<Filed> => {
  const { actor, input, place } = filing;
  if (place.kind === "open")
    return (await forward(tx, speaker, { actor, input, place })) ?? open(tx, speaker, { actor, input, place });
  // What is filed by hand was written by a program, for all that anybody knows.
  const question = input.filedAnyway
    ? undefined
    : questionOf(place, { signed: input.trace.signed, decision: input.decision });
  if (question && (await decideByMail(tx, speaker, question))) return { ticketId: place.ticketId, reason: "decided" };
  const filed = await reply(tx, speaker, { actor, input, place });
  if (question) await explain(tx, actor, { speaker, question });
  return filed;
};

interface Filed {
  ticketId: number;
  /** None where it is a decision, which the approval keeps. */
  messageId?: number;
  /** Where it says more than the place does. */
  reason?: FiledBecause;
}

const reply = async (tx: Tx, speaker: Customer | Agent, filing: Filing<"reply">): Promise<Filed> => {
  const { input, place } = filing;
  const { subject: _, ...words } = input.words;
  const secret = await secrecyOf(tx, speaker, filing);
  if (secret) return { ...(await note(tx, speaker, { filing, reason: secret })), reason: secret };
  const { ticketId, messageId } = await replyToTicket.run(
    tx,
    speaker,
    parseInput(replyToTicket.input, { ...words, ticketId: place.ticketId, channel: "mail" }),
  );
  // Whoever only made up a sender's address must not put himself in CC and read along.
  if (place.isProven) await join(tx, filing.actor, { ticketId, copied: input.copied });
  return { ticketId, messageId };
};

type Secrecy = "answers-note" | "repeats-old-words";

/** Why an agent's words stay at the desk. A mail repeats what it answers, and nobody can be sure to see all of that. */
const secrecyOf = async (
  tx: Tx,
  speaker: Customer | Agent,
  { input: { shown }, place }: Filing<"reply">,
): Promise<Secrecy | undefined> => {
  if (speaker.kind !== "agent") return undefined;
  if (place.isInternal) return "answers-note";
  const isOld = shown.repeats || repeatsSecret(shown.text, await listWordsBySight(tx, place.ticketId));
  return isOld ? "repeats-old-words" : undefined;
};

const note = async (
  tx: Tx,
  speaker: Customer | Agent,
  { filing: { input, place }, reason }: { filing: Filing<"reply">; reason: Secrecy },
): Promise<Filed> => {
  const { subject: _, html, ...said } = input.words;
  // Whoever meant to answer the customer must see that he has not.
  const kept =
    reason === "repeats-old-words"
      ? { ...said, text: `${words[speaker.locale].keptAsNote}\n\n${said.text}` }
      : { ...said, ...(html !== undefined && { html }) };
  const { ticketId, messageId } = await addNote.run(
    tx,
    speaker,
    parseInput(addNote.input, { ...kept, ticketId: place.ticketId, channel: "mail" }),
  );
  return { ticketId, messageId };
};

/** An agent who forwards a customer's mail opens the ticket for the customer. */
const forward = async (
  tx: Tx,
  speaker: Customer | Agent,
  { actor, input, place }: Filing<"open">,
): Promise<Filed | undefined> => {
  // What points to a ticket may repeat what is internal there.
  if (speaker.kind !== "agent" || place.relatedTo !== undefined) return undefined;
  if (!input.isAuthenticated) return propose(tx, speaker, { actor, input, place });
  const copied = await customersAmong(tx, input.copied);
  const route = { teamId: input.arrivedAt?.teamId, typeId: input.arrivedAt?.typeId };
  const found = await openForwarded(tx, speaker, { actor, forwards: input.forwarded, copied, route });
  if (found?.kind === "known")
    return open(tx, speaker, { actor, input, place: { ...place, relatedTo: found.ticketId } });
  return found && { ticketId: found.ticketId, messageId: found.messageId, reason: "forwarded" };
};

/** Anybody can write an agent's address into From: it is the agent's own request, until somebody looks at it. */
const propose = async (tx: Tx, agent: Agent, filing: Filing<"open">): Promise<Filed | undefined> => {
  const { forwarded: forwards, mailId } = filing.input;
  const forward = await firstByCustomer(tx, forwards);
  if (!forward) return undefined;
  const filed = await open(tx, agent, filing);
  await insertProposal(tx, mailId, forward.sender);
  return { ...filed, reason: "forward-proposed" };
};

const open = async (tx: Tx, speaker: Customer | Agent, { actor, input, place }: Filing<"open">): Promise<Filed> => {
  const { arrivedAt } = input;
  const { ticketId, messageId } = await openTicketRouted(
    tx,
    speaker,
    parseInput(openTicket.input, {
      ...input.words,
      channel: "mail",
      // An agent's mail that points to a ticket may repeat what customers must not read.
      cc: speaker.kind === "agent" && place.relatedTo !== undefined ? [] : await customersAmong(tx, input.copied),
    }),
    { teamId: arrivedAt?.teamId, typeId: arrivedAt?.typeId },
  );
  const related = place.relatedTo === undefined ? undefined : await findTicketById(tx, actor, place.relatedTo);
  if (related) await linkTickets.run(tx, actor, parseInput(linkTickets.input, { ticketId, number: related.number }));
  return { ticketId, messageId };
};

type Copied = Input["copied"];

const join = async (
  tx: Tx,
  actor: Actor,
  { ticketId, copied }: { ticketId: number; copied: Copied },
): Promise<void> => {
  for (const each of await customersAmong(tx, copied))
    await addParticipant.run(tx, actor, parseInput(addParticipant.input, { ticketId, ...each }));
};

/** Agents read along at the desk; in CC they would get every mail twice. */
const customersAmong = async (tx: Tx, copied: Copied): Promise<Copied> => {
  const customers: Copied = [];
  for (const each of copied) {
    const person = await findPersonByEmail(tx, each.email);
    if (!person || person.role === "customer") customers.push(each);
  }
  return customers;
};
