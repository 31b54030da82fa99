import { z } from "zod";
import { parseInput } from "../../../platform/act.ts";
import type { Actor, Agent } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db/db.ts";
import { clean } from "../../../platform/http/clean.ts";
import { locales } from "../../../platform/i18n/index.ts";
import { address } from "../../../platform/input.ts";
import { actorOfPerson, ensurePerson, findPersonByEmail } from "../../people/index.ts";
import { addNote, listTicketsByMailIds, openTicket, openTicketRouted } from "../../tickets/index.ts";

/** Text of a mail: whatever its writer put in, the database takes it. */
export const text = z.string().transform(clean);

const said = {
  text,
  html: text.optional(),
  quoted: text,
  attachments: z.array(
    z.object({ file: z.string(), name: text, type: text, size: z.number(), contentId: text.optional() }),
  ),
  mailMessageId: text.optional(),
};

/** A message as openTicket and replyToTicket take it. */
export const mailWords = z.object({ subject: text, ...said });
export const mailSender = z.object({ name: text, email: address, locale: z.enum(locales) });

/** Messages that a mail forwards, each inside of the one before, and what is noted when that one is filed. */
export const forwarded = z.array(
  z.object({
    sender: mailSender,
    words: mailWords,
    note: z.object({ text, quoted: text, attachments: said.attachments }),
  }),
);
type Forwarded = z.output<typeof forwarded>[number];

/** People in CC of a mail. */
export const copiedCustomers = z.array(z.object({ name: text, email: text }));

interface Forwarding {
  actor: Actor;
  forwards: readonly Forwarded[];
  /** People in CC of the mail that forwards. */
  copied: readonly { name: string; email: string }[];
  route: { teamId: number | null | undefined; typeId: number | null | undefined };
}

export type OpenedForwarded =
  | { kind: "opened"; ticketId: number; messageId: number }
  /** The desk has got the message itself before. */
  | { kind: "known"; ticketId: number };

/**
 * Opens the ticket of whoever wrote what an agent forwards, as if it had come from there; the agent's words above are a
 * note. Undefined when nobody but agents has written it. Somebody must stand by the agent's mail before: a server of ours that
 * has looked at it, or an agent who decides.
 */
export const openForwarded = async (
  tx: Tx,
  agent: Agent,
  { actor, forwards, copied, route }: Forwarding,
): Promise<OpenedForwarded | undefined> => {
  const forward = await firstByCustomer(tx, forwards);
  if (!forward) return undefined;
  const { person } = await ensurePerson(tx, actor, forward.sender);
  const customer = await actorOfPerson(tx, person.id);
  if (customer.kind !== "customer") return undefined;
  const { mailMessageId } = forward.words;
  const [known] = mailMessageId === undefined ? [] : await listTicketsByMailIds(tx, [mailMessageId]);
  if (known) return { kind: "known", ticketId: known.id };
  const cc = copied.filter(({ email }) => email !== forward.sender.email);
  const { ticketId, messageId } = await openTicketRouted(
    tx,
    customer,
    parseInput(openTicket.input, { ...forward.words, channel: "mail", cc }),
    route,
  );
  await addNote.run(tx, agent, parseInput(addNote.input, { ...forward.note, ticketId, channel: "mail" }));
  return { kind: "opened", ticketId, messageId };
};

/** The first that a customer wrote: agents may have passed it on among themselves before. */
export const firstByCustomer = async (tx: Tx, forwards: readonly Forwarded[]): Promise<Forwarded | undefined> => {
  for (const forward of forwards) {
    const known = await findPersonByEmail(tx, forward.sender.email);
    if (known && known.role !== "customer") continue;
    return known && known.deactivatedAt !== null ? undefined : forward;
  }
  return undefined;
};
