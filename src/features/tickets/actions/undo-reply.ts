import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { isAgent } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db/db.ts";
import { Conflict, Forbidden, NotFound } from "../../../platform/errors.ts";
import { listEvents, type StoredEvent } from "../../../platform/events.ts";
import { id } from "../../../platform/input.ts";
import { cancelMails } from "../../outgoing-mail/index.ts";
import { replyTakenBack } from "../events.ts";
import { takingBack, type Changes } from "../rules/changes.ts";
import type { Message } from "../rules/sight.ts";
import { findDraft, writeDraft } from "../store/drafts.ts";
import { chainOf } from "../store/merges.ts";
import { findMessage, listPublicMessages, takeMessageBack } from "../store/messages.ts";
import { getTicket } from "../store/tickets.ts";
import { phrase } from "../words.ts";
import { commit, type Changed } from "./changing.ts";
import { lockTickets } from "./locking.ts";
import { letGo } from "./merging.ts";

export const undoReply = action({
  name: "tickets.undo-reply",
  description: "Takes one's own answer back while nobody has got it: its words become a draft again.",
  input: z.object({ messageId: id }),
  async run(tx, actor, { messageId }): Promise<Changed> {
    if (!isAgent(actor)) throw new Forbidden();
    const message = await findMessage(tx, messageId);
    if (!message) throw new NotFound();
    const chain = await chainOf(tx, message.ticketId);
    const locked = await lockTickets(tx, actor, [message.ticketId, ...chain]);
    const ticket = locked.get(message.ticketId);
    if (!ticket) throw new NotFound();
    if (message.authorId !== actor.personId || message.side !== "agent") throw new Forbidden();
    // Its mails wait for the same time; should one have left all the same, the answer stays.
    const isTakenBack = await takeMessageBack(tx, messageId);
    const events = await eventsWith(tx, message);
    let alreadySent = 0;
    for (const event of events) alreadySent += (await cancelMails(tx, event.id)).alreadySent;
    if (!isTakenBack || alreadySent > 0) throw new Conflict(phrase("undoTooLate"));
    // What is typed in a merged ticket is typed where it goes on.
    await restoreDraft(tx, actor.personId, { ...message, ticketId: chain.at(-1) ?? ticket.id });
    const said = await listPublicMessages(tx, ticket.id);
    const { changed } = await commit(tx, actor, ticket, {
      event: replyTakenBack({ eventId: message.eventId }),
      patch: takingBack(
        ticket,
        events.map(({ payload }) => (payload["changes"] ?? {}) as Changes),
      ),
      marks: {
        lastMessageBy: said.at(-1)?.side ?? "customer",
        ...(!said.some(({ side }) => side === "agent") && { firstAnsweredAt: null }),
      },
    });
    // Whom the answer had put into CC has come no further than the ticket itself.
    for (const id of chain)
      await letGo(tx, actor, { ticket: await getTicket(tx, actor, id), number: ticket.number, isDirect: false });
    return changed;
  },
});

/** What was typed since stands behind the words that come back. */
const restoreDraft = async (tx: Tx, personId: number, message: Message): Promise<void> => {
  const place = { ticketId: message.ticketId, kind: "public" } as const;
  const typed = await findDraft(tx, personId, place);
  const words = {
    text: typed ? `${message.text}\n\n${typed.text}` : message.text,
    html: typed ? null : message.html,
    fields: typed?.fields ?? {},
    attachments: [
      ...message.attachments.map(({ id: _id, ticketId: _ticket, messageId: _message, ...file }) => file),
      ...(typed?.attachments ?? []),
    ],
  };
  await writeDraft(tx, personId, { place, words, page: { formKey: "", version: typed?.version ?? 0 } });
};

/** The answer, and what it brought along: its move, and who joined or left CC. */
const eventsWith = async (tx: Tx, { ticketId, eventId }: Message): Promise<StoredEvent[]> =>
  (await listEvents(tx, { kind: "ticket", id: ticketId })).filter(
    (event) => event.id === eventId || event.payload["replyEventId"] === eventId,
  );
