import { sql } from "kysely";
import type { Reader, Tx } from "../../../platform/db/db.ts";
import type { AttemptOutcome, MailState, OutgoingMail, WithheldBecause } from "../mail.ts";
import type { Limit } from "../rules/limits.ts";
import { mailOf } from "./mails.ts";

export type NewMailRow = Omit<OutgoingMail, "id" | "attempts" | "response" | "sentAt"> & { onceKey: string | null };

/** Writes a mail; undefined when there is one with the same key already. */
export const insertMail = async (tx: Tx, mail: NewMailRow): Promise<number | undefined> => {
  const row = await tx
    .insertInto("outgoing_mails")
    .values({
      template: mail.template,
      once_key: mail.onceKey,
      recipient_id: mail.to.personId,
      to_name: mail.to.name,
      to_address: mail.to.address,
      locale: mail.locale,
      subject_kind: mail.about?.kind ?? null,
      subject_id: mail.about?.id ?? null,
      event_id: mail.eventId,
      also_subject_ids: mail.also.map(({ id }) => id),
      also_event_ids: mail.also.map(({ eventId }) => eventId),
      from_name: mail.from.name,
      from_address: mail.from.address,
      reply_to: mail.replyTo,
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      message_id: mail.messageId,
      in_reply_to: mail.inReplyTo,
      reference_ids: [...mail.references],
      automatic: mail.automatic,
      headers: sql`${JSON.stringify(mail.headers)}::jsonb`,
      attachments: sql`${JSON.stringify(mail.attachments)}::jsonb`,
      unsubscribe_url: mail.unsubscribeUrl,
      state: mail.state,
      withheld_because: mail.withheldBecause,
      created_at: mail.createdAt,
      next_attempt_at: mail.nextAttemptAt,
      expires_at: mail.expiresAt,
    })
    .onConflict((conflict) => conflict.column("once_key").doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id;
};

/** The subject of the thread that the mail belongs to: the first mail's, which this one may be. */
export const keepSubject = async (tx: Tx, { about, to, subject }: Thread): Promise<string> => {
  if (about === null || to.personId === null) return subject;
  const kept = await tx
    .insertInto("mail_threads")
    .values({ subject_kind: about.kind, subject_id: about.id, recipient_id: to.personId, subject })
    .onConflict((conflict) =>
      conflict
        .columns(["subject_kind", "subject_id", "recipient_id"])
        // Changes nothing, but waits for whoever is writing the first one just now, and returns it.
        .doUpdateSet((row) => ({ subject: row.ref("mail_threads.subject") })),
    )
    .returning("subject")
    .executeTakeFirstOrThrow();
  return kept.subject;
};

/** The last mail of the thread that its recipient has got, or is about to get. */
export const findPrevious = async (
  db: Reader,
  { about, to, subject }: Thread,
): Promise<{ messageId: string; references: readonly string[] } | undefined> => {
  if (about === null || to.personId === null) return undefined;
  const row = await db
    .selectFrom("outgoing_mails")
    .select(["message_id", "reference_ids"])
    .where("subject_kind", "=", about.kind)
    .where("subject_id", "=", about.id)
    .where("recipient_id", "=", to.personId)
    .where("subject", "=", subject)
    .where("state", "not in", ["cancelled", "withheld", "failed"])
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row && { messageId: row.message_id, references: row.reference_ids };
};

type Thread = Pick<OutgoingMail, "about" | "to" | "subject">;

export const getMailIdByKey = async (db: Reader, onceKey: string): Promise<number> =>
  (await db.selectFrom("outgoing_mails").select("id").where("once_key", "=", onceKey).executeTakeFirstOrThrow()).id;

/** How many mails of the kind that the limit counts went out since then, or are about to. */
export const countAlike = async (
  db: Reader,
  { to, template, about }: Pick<OutgoingMail, "to" | "template" | "about">,
  { of, since }: { of: Limit["of"]; since: Date },
): Promise<number> =>
  (
    await db
      .selectFrom("outgoing_mails")
      .select((row) => row.fn.countAll<number>().as("many"))
      .where("to_address", "=", to.address)
      .where("created_at", ">", since)
      .where("state", "not in", ["cancelled", "withheld"])
      .$if(of === "template", (query) => query.where("template", "=", template))
      .$if(of === "about", (query) =>
        query.where("subject_kind", "=", about?.kind ?? null).where("subject_id", "=", about?.id ?? null),
      )
      .executeTakeFirstOrThrow()
  ).many;

/** queued → sending, for exactly one caller; `until` is when the caller counts as dead unless it renews. */
export const takeMail = async (
  tx: Tx,
  id: number,
  { at, until }: { at: Date; until: Date },
): Promise<OutgoingMail | undefined> => {
  const row = await tx
    .updateTable("outgoing_mails")
    .set({ state: "sending", next_attempt_at: until })
    .where("id", "=", id)
    .where("state", "=", "queued")
    .where((is) => is.or([is("next_attempt_at", "is", null), is("next_attempt_at", "<=", at)]))
    .returningAll()
    .executeTakeFirst();
  return row && mailOf(row);
};

/** Says that whoever took the mail is still at it. */
export const renewClaim = async (tx: Tx, id: number, until: Date): Promise<void> => {
  await tx
    .updateTable("outgoing_mails")
    .set({ next_attempt_at: until })
    .where("id", "=", id)
    .where("state", "=", "sending")
    .execute();
};

export interface StateChange {
  state: MailState;
  withheldBecause?: WithheldBecause;
  attempts?: number;
  response?: string | null;
  nextAttemptAt?: Date | null;
  sentAt?: Date;
}

/** Moves a mail on from one of the states `from`; undefined when it is in none of them (any more). */
export const moveMail = async (
  tx: Tx,
  id: number,
  { from, ...to }: StateChange & { from: readonly MailState[] },
): Promise<OutgoingMail | undefined> => {
  const row = await tx
    .updateTable("outgoing_mails")
    .set({
      state: to.state,
      next_attempt_at: to.nextAttemptAt ?? null,
      withheld_because: to.withheldBecause ?? null,
      ...(to.attempts !== undefined && { attempts: to.attempts }),
      ...(to.response !== undefined && { response: to.response }),
      ...(to.sentAt && { sent_at: to.sentAt }),
    })
    .where("id", "=", id)
    .where("state", "in", from)
    .returningAll()
    .executeTakeFirst();
  return row && mailOf(row);
};

export const insertAttempt = async (
  tx: Tx,
  mailId: number,
  attempt: { at: Date; outcome: AttemptOutcome; response: string },
): Promise<void> => {
  await tx
    .insertInto("delivery_attempts")
    .values({ mail_id: mailId, ...attempt })
    .execute();
};

export const lockSendingMail = async (tx: Tx, id: number): Promise<OutgoingMail | undefined> => {
  const row = await tx
    .selectFrom("outgoing_mails")
    .selectAll()
    .where("id", "=", id)
    .where("state", "=", "sending")
    .forUpdate()
    .executeTakeFirst();
  return row && mailOf(row);
};

/** Mails of which nobody takes care: their time has come (or their sender has died) before `before`. */
export const lockForgottenMails = async (tx: Tx, before: Date): Promise<{ id: number; state: MailState }[]> =>
  tx
    .selectFrom("outgoing_mails")
    .select(["id", "state"])
    .where("state", "in", ["queued", "sending"])
    .where("next_attempt_at", "<", before)
    .orderBy("next_attempt_at")
    .limit(500)
    .forUpdate()
    .skipLocked()
    .execute();

/** Whoever queues for an event and whoever withdraws it wait for each other. */
export const lockEvent = async (tx: Tx, eventId: number): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended('outgoing-mail event', ${eventId}::bigint))`.execute(tx);
};

export const withdrawEvent = async (tx: Tx, eventId: number, at: Date): Promise<void> => {
  await tx
    .insertInto("withdrawn_mail_events")
    .values({ event_id: eventId, at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

export const isEventWithdrawn = async (db: Reader, eventId: number): Promise<boolean> =>
  (await db
    .selectFrom("withdrawn_mail_events")
    .select("event_id")
    .where("event_id", "=", eventId)
    .executeTakeFirst()) !== undefined;

export const listMailsOfEvent = async (db: Reader, eventId: number): Promise<{ id: number; state: MailState }[]> =>
  db.selectFrom("outgoing_mails").select(["id", "state"]).where("event_id", "=", eventId).forUpdate().execute();
