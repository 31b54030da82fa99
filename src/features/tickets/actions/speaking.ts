import { system, type Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db/db.ts";
import { Invalid } from "../../../platform/errors.ts";
import { keepDeadlines } from "../deadlines.ts";
import type { Channel, MessageKind, Side, StoredFile } from "../rules/ticket.ts";
import { endDraft, type TypingPage } from "../store/drafts.ts";
import { insertMessage } from "../store/messages.ts";
import { getTicket } from "../store/tickets.ts";
import { phrase } from "../words.ts";
import { speakerOf, type Changed } from "./changing.ts";

/** What somebody said, with the files that go with it. */
export interface Said {
  text: string;
  html?: string | undefined;
  quoted: string;
  attachments: readonly StoredFile[];
  mailMessageId?: string | undefined;
  typedIn?: TypingPage | undefined;
}

export const mustSaySomething = ({ text, attachments }: Pick<Said, "text" | "attachments">): void => {
  if (text === "" && attachments.length === 0) throw new Invalid({ text: phrase("nothingWritten") });
};

interface Speech {
  said: Said;
  kind: MessageKind;
  isInternal: boolean;
  side: Side;
  channel: Channel;
  heldUntil?: Date;
}

/** Puts the words at the event that was just recorded; what was typed for them is sent now. Returns the message's id. */
export const say = async (tx: Tx, actor: Actor, changed: Changed, { said, ...speech }: Speech): Promise<number> => {
  const place = { ticketId: changed.ticketId, kind: speech.kind };
  if (said.typedIn) await endDraft(tx, actor, { place, page: said.typedIn, as: "sent" });
  const messageId = await insertMessage(tx, {
    ...speech,
    ...speakerOf(actor),
    ticketId: changed.ticketId,
    eventId: changed.eventId,
    text: said.text,
    html: said.html ?? null,
    quoted: said.quoted,
    attachments: said.attachments,
    mailMessageId: said.mailMessageId,
  });
  if (speech.kind === "public") await keepDeadlines(tx, await getTicket(tx, system("tickets"), changed.ticketId));
  return messageId;
};
