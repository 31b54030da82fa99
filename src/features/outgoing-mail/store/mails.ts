import { type Selectable, sql } from "kysely";
import { z } from "zod";
import type { Reader } from "../../../platform/db/db.ts";
import type { OutgoingMailsTable } from "../../../platform/db/schema.ts";
import { NotFound } from "../../../platform/errors.ts";
import { now } from "../../../platform/time.ts";
import {
  mailAttachment,
  type DeliveryAttempt,
  type MailLine,
  type MailState,
  type OutgoingMail,
  type WithheldBecause,
} from "../mail.ts";
import { isResendable } from "../rules/resend.ts";

// The driver reads bigint[] as text.
export const mailOf = (row: Selectable<OutgoingMailsTable>): OutgoingMail => ({
  id: row.id,
  template: row.template,
  to: { personId: row.recipient_id, name: row.to_name, address: row.to_address },
  from: { name: row.from_name, address: row.from_address },
  locale: row.locale,
  about: row.subject_kind === null || row.subject_id === null ? null : { kind: row.subject_kind, id: row.subject_id },
  eventId: row.event_id,
  also: row.also_subject_ids.map(Number).map((id, at) => ({ id, eventId: Number(row.also_event_ids[at]) })),
  replyTo: row.reply_to,
  subject: row.subject,
  text: row.text,
  html: row.html,
  messageId: row.message_id,
  inReplyTo: row.in_reply_to,
  references: row.reference_ids,
  automatic: row.automatic,
  headers: z.record(z.string(), z.string()).parse(row.headers),
  attachments: z.array(mailAttachment).parse(row.attachments),
  unsubscribeUrl: row.unsubscribe_url,
  state: row.state,
  withheldBecause: row.withheld_because,
  attempts: row.attempts,
  response: row.response,
  createdAt: row.created_at,
  nextAttemptAt: row.next_attempt_at,
  expiresAt: row.expires_at,
  sentAt: row.sent_at,
});

export const getMail = async (db: Reader, id: number): Promise<OutgoingMail> => {
  const row = await db.selectFrom("outgoing_mails").selectAll().where("id", "=", id).executeTakeFirst();
  if (!row) throw new NotFound();
  return mailOf(row);
};

export const listAttempts = async (db: Reader, mailId: number): Promise<DeliveryAttempt[]> =>
  db
    .selectFrom("delivery_attempts")
    .select(["id", "at", "outcome", "response"])
    .where("mail_id", "=", mailId)
    .orderBy("id", "desc")
    .execute();

export interface MailFilter {
  state?: MailState | undefined;
  /** Part of the recipient's name or address, or of the subject. */
  text?: string | undefined;
}

const filtered = (db: Reader, { state, text }: MailFilter) => {
  const pattern = text ? `%${text.replace(/[\\%_]/g, String.raw`\$&`)}%` : undefined;
  return db
    .selectFrom("outgoing_mails")
    .$if(state !== undefined, (query) => query.where("state", "=", state ?? "queued"))
    .$if(pattern !== undefined, (query) =>
      query.where((is) =>
        is.or([
          is("to_address", "ilike", pattern ?? ""),
          is("to_name", "ilike", pattern ?? ""),
          is("subject", "ilike", pattern ?? ""),
        ]),
      ),
    );
};

/** Newest first. */
export const listMails = async (
  db: Reader,
  filter: MailFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<MailLine[]> => {
  const rows = await filtered(db, filter)
    .select([
      "id",
      "template",
      "recipient_id",
      "to_name",
      "to_address",
      "subject",
      "state",
      "created_at",
      "sent_at",
      "next_attempt_at",
    ])
    .orderBy("id", "desc")
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    template: row.template,
    to: { personId: row.recipient_id, name: row.to_name, address: row.to_address },
    subject: row.subject,
    state: row.state,
    createdAt: row.created_at,
    sentAt: row.sent_at,
    nextAttemptAt: row.next_attempt_at,
  }));
};

export const countMails = async (db: Reader, filter: MailFilter): Promise<number> =>
  (
    await filtered(db, filter)
      .select(sql<number>`count(*)`.as("many"))
      .executeTakeFirstOrThrow()
  ).many;

/** How far the mail to one recipient of an event is. */
export interface Delivery {
  mailId: number;
  to: OutgoingMail["to"];
  state: MailState;
  withheldBecause: WithheldBecause | null;
  /** Whether sending it again makes sense now. */
  isResendable: boolean;
  /** When that was said: sent, or next tried. */
  sentAt: Date | null;
  nextAttemptAt: Date | null;
  response: string | null;
}

export const listDeliveries = async (
  db: Reader,
  eventIds: readonly number[],
): Promise<(Delivery & { eventId: number })[]> => {
  if (eventIds.length === 0) return [];
  const rows = await db
    .selectFrom("outgoing_mails")
    .select([
      "id",
      "event_id",
      "also_event_ids",
      "recipient_id",
      "to_name",
      "to_address",
      "state",
      "withheld_because",
      "sent_at",
      "next_attempt_at",
      "expires_at",
      "response",
    ])
    .where((is) =>
      is.or([is("event_id", "in", eventIds), is("also_event_ids", "&&", sql<number[]>`${[...eventIds]}::bigint[]`)]),
    )
    .orderBy("id")
    .execute();
  return rows.flatMap(({ event_id: own, also_event_ids: others, ...row }) =>
    [...(own === null ? [] : [own]), ...others.map(Number)]
      .filter((eventId) => eventIds.includes(eventId))
      .map((eventId) => ({
        eventId,
        mailId: row.id,
        to: { personId: row.recipient_id, name: row.to_name, address: row.to_address },
        state: row.state,
        withheldBecause: row.withheld_because,
        isResendable: isResendable({ state: row.state, expiresAt: row.expires_at }, now()),
        sentAt: row.sent_at,
        nextAttemptAt: row.next_attempt_at,
        response: row.response,
      })),
  );
};

/** Mails of ours with these Message-IDs: to whom they went, about what, and at which event. */
export const listMailsByMessageId = async (
  db: Reader,
  messageIds: readonly string[],
): Promise<
  { id: number; messageId: string; personId: number | null; eventId: number | null; about: OutgoingMail["about"] }[]
> => {
  if (messageIds.length === 0) return [];
  const rows = await db
    .selectFrom("outgoing_mails")
    .select(["id", "message_id", "recipient_id", "event_id", "subject_kind", "subject_id"])
    .where("message_id", "in", messageIds)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    messageId: row.message_id,
    personId: row.recipient_id,
    eventId: row.event_id,
    about: row.subject_kind === null || row.subject_id === null ? null : { kind: row.subject_kind, id: row.subject_id },
  }));
};
