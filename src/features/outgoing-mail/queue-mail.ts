import type { VNode } from "preact";
import { act } from "../../platform/act.ts";
import { system } from "../../platform/actor.ts";
import type { Context } from "../../platform/context.ts";
import type { Locale } from "../../platform/i18n/index.ts";
import { renderMail } from "../../platform/mail/render.ts";
import { getDesk } from "../desk-settings/index.ts";
import { senderOf, type Sender } from "../mail-addresses/index.ts";
import { queueOutgoingMail } from "./actions/queue-mail.ts";
import type { MailAttachment } from "./mail.ts";
import { newMessageId } from "./message-ids.ts";
import { automaticLimits, colleagueLimits, type Limit } from "./rules/limits.ts";

/** A mail to one person, as the feature that wants it sent describes it. */
export interface NewMail {
  /** `feature.what`, e.g. `tickets.answered`. */
  template: string;
  to: { personId: number | null; name: string; address: string };
  locale: Locale;
  subject: string;
  /** The whole document, made of the blocks in ui/mail. */
  body: VNode;
  /** From where it leaves; without it from where what it is about came in. */
  sender?: Sender;
  /** Whose name stands before the desk's: the agent who wrote the words. */
  authorName?: string;
  /** What the mail is about, e.g. `{ kind: "ticket", id: 17 }`. */
  about?: { kind: string; id: number };
  /** The event that caused it: the mail's state is shown there, and `cancelMails` finds it by it. */
  eventId?: number;
  /** What else of the same kind it brings the same news of, with the event of each: its state is shown there, too. */
  also?: readonly { id: number; eventId: number }[];
  /** A second mail with the same key is not sent, e.g. `ticket.answered 712 to 5`. */
  onceKey?: string;
  /**
   * One conversation in the recipient's mail program: the mail carries the subject of the first one about the same to
   * the same person. Mail programs begin a new one where the subject changes, e.g. because the ticket has another now.
   */
  inThread?: boolean;
  replyTo?: string;
  inReplyTo?: string;
  /** Message-IDs in angle brackets, the root first. */
  references?: readonly string[];
  messageId?: string;
  attachments?: readonly MailAttachment[];
  /** False when somebody wrote the words for this recipient; then programs may answer it. Default true. */
  automatic?: boolean;
  /** Header lines of our own, e.g. for another desk that reads them. */
  headers?: Readonly<Record<string, string>>;
  /** Beside the usual ones of automatic mail: more are withheld, visibly. */
  limits?: readonly Limit[];
  /** Works at the desk, which may be a busy one: only mails about one and the same are limited. */
  isColleague?: boolean;
  /**
   * Where the recipient gets no more mails of this kind by one POST without signing in (RFC 8058). For what people can
   * do without: not for answers, and not for what they asked for themselves.
   */
  unsubscribeUrl?: string;
  /** Not before this time: as long as the sender may take it back. */
  sendAfter?: Date;
  /** Not after this time, because what it says is over by then. */
  expiresAt?: Date;
}

/**
 * Puts a mail into the outbox; from then on it is sent, or visibly failed. Call it from effects and jobs, after the
 * change it tells of is committed. Returns the mail's id, the first one's when the key was used before.
 */
export const queueMail = async (context: Context, mail: NewMail): Promise<number> => {
  const desk = await getDesk(context.db);
  const sender = mail.sender ?? (await senderOf(context.db, { about: mail.about }));
  const { html, text } = renderMail(mail.body);
  const { mailId } = await act(context.db, system("outgoing-mail"), queueOutgoingMail, {
    template: mail.template,
    onceKey: mail.onceKey ?? null,
    to: mail.to,
    from: { name: mail.authorName ? `${mail.authorName} (${sender.name})` : sender.name, address: sender.address },
    locale: mail.locale,
    about: mail.about ?? null,
    eventId: mail.eventId ?? null,
    also: mail.also ?? [],
    replyTo: mail.replyTo ?? null,
    subject: mail.subject,
    inThread: mail.inThread ?? false,
    // A colleague's answer names all that its References name, also mails with internal words: it would be one, too.
    isChained: mail.isColleague !== true,
    text,
    html,
    messageId: mail.messageId ?? newMessageId(desk),
    inReplyTo: mail.inReplyTo ?? null,
    references: mail.references ?? [],
    automatic: mail.automatic ?? true,
    headers: { ...mail.headers },
    attachments: mail.attachments ?? [],
    unsubscribeUrl: mail.unsubscribeUrl ?? null,
    limits: limitsOf(mail),
    sendAfter: mail.sendAfter ?? null,
    expiresAt: mail.expiresAt ?? null,
  });
  return mailId;
};

/** What somebody wrote for the recipient goes out in any case. */
const limitsOf = ({ automatic = true, isColleague = false, limits = [] }: NewMail): Limit[] =>
  automatic ? [...limits, ...(isColleague ? colleagueLimits : automaticLimits)] : [...limits];
