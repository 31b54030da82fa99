import { z } from "zod";
import { action, parseInput } from "../../../platform/act.ts";
import { system } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db/db.ts";
import { Forbidden } from "../../../platform/errors.ts";
import { id } from "../../../platform/input.ts";
import { getDesk } from "../../desk-settings/index.ts";
import { addNote, endOf, findTicketById, offers, recordOutside, releaseTicket } from "../../tickets/index.ts";
import { theirNumberIn } from "../rules/theirs.ts";
import { getSupplier } from "../store.ts";
import { countAutomatic, insertMessage, keepTheirs, lockPassing } from "../store-passings.ts";
import type { Passing } from "../types.ts";
import { words } from "../words.ts";

const input = z.object({
  passingId: id,
  from: z.string(),
  subject: z.string(),
  /** A program wrote it: it is kept, and moves nothing. */
  isAutomatic: z.boolean(),
  /** From header lines of ours. */
  theirs: z.object({ number: z.string().optional(), status: z.string().optional() }),
  text: z.string(),
  html: z.string().optional(),
  quoted: z.string(),
  attachments: z.array(z.unknown()),
  mailMessageId: z.string().optional(),
});
type Input = z.output<typeof input>;

/** Within an hour; more is a program gone wrong. */
const mostAutomatic = 5;

/** What a supplier's desk wrote about a passing; whoever calls has seen the proof. */
export const hearSupplier = action({
  name: "suppliers.hear",
  description: "Keeps what a supplier wrote as an internal note at the ticket, and takes the ticket up again.",
  input,
  async run(tx, actor, heard): Promise<{ ticketId: number; messageId?: number }> {
    if (actor.kind !== "system") throw new Forbidden();
    const passing = await lockPassing(tx, heard.passingId);
    const ticketId = await endOf(tx, passing.ticketId);
    const { number = 0 } = (await findTicketById(tx, actor, ticketId)) ?? {};
    const theirs = { ...heard.theirs, number: heard.theirs.number ?? theirNumberIn(heard.subject, number) };
    await keepTheirs(tx, passing.id, { number: theirs.number, status: heard.theirs.status });
    if (heard.isAutomatic) return { ticketId, ...(await keepAutomatic(tx, heard)) };
    return { ticketId, messageId: await note(tx, heard, { passing, ticketId }) };
  },
});

const keepAutomatic = async (tx: Tx, { passingId, from, text, mailMessageId = "" }: Input): Promise<object> => {
  if ((await countAutomatic(tx, passingId)) < mostAutomatic)
    await insertMessage(tx, { passingId, kind: "automatic", eventId: null, authorName: from, text, mailMessageId });
  return {};
};

const note = async (
  tx: Tx,
  { from, text, html, quoted, attachments, mailMessageId }: Input,
  { passing, ticketId }: { passing: Passing; ticketId: number },
): Promise<number> => {
  const supplier = await getSupplier(tx, passing.supplierId);
  const { locale } = await getDesk(tx);
  const speaker = system(words[locale].from({ supplier: supplier.name, name: from }), locale);
  const said = { ticketId, text, quoted, attachments, channel: "mail", ...(html !== undefined && { html }) };
  const { messageId } = await addNote.run(tx, speaker, parseInput(addNote.input, said));
  await insertMessage(tx, {
    ...{ passingId: passing.id, kind: "heard", eventId: null, authorName: from, text },
    ...{ mailMessageId: mailMessageId ?? "", noteId: messageId },
  });
  const ticket = await findTicketById(tx, speaker, ticketId);
  if (ticket?.status === "on_hold" && offers(speaker, ticket).has("release"))
    await releaseTicket.run(tx, speaker, parseInput(releaseTicket.input, { ticketId }));
  await recordOutside(tx, speaker, {
    ...{ ticketId, happened: "supplier-answered", name: supplier.name, passingId: passing.id, noteId: messageId },
  });
  return messageId;
};
