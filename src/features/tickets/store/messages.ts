import type { Reader, Tx } from "../../../platform/db/db.ts";
import { now } from "../../../platform/time.ts";
import type { Attachment, Message } from "../rules/sight.ts";
import type { StoredFile } from "../rules/ticket.ts";
import { addWords } from "./search.ts";

export type NewMessage = Pick<
  Message,
  | "ticketId"
  | "eventId"
  | "kind"
  | "isInternal"
  | "side"
  | "authorId"
  | "authorName"
  | "channel"
  | "text"
  | "html"
  | "quoted"
> & {
  mailMessageId?: string | undefined;
  heldUntil?: Date | undefined;
  /** Words that were said before, in another ticket: which, and when. */
  copyOf?: Pick<Message, "id" | "at">;
  attachments: readonly StoredFile[];
};

/** Puts words and files into the timeline, at their event. */
export const insertMessage = async (tx: Tx, message: NewMessage): Promise<number> => {
  const { id } = await tx
    .insertInto("messages")
    .values({
      ticket_id: message.ticketId,
      event_id: message.eventId,
      kind: message.kind,
      internal: message.isInternal,
      side: message.side,
      author_id: message.authorId,
      author_name: message.authorName,
      channel: message.channel,
      text: message.text,
      html: message.html,
      quoted: message.quoted,
      mail_message_id: message.mailMessageId ?? null,
      at: message.copyOf?.at ?? now(),
      held_until: message.heldUntil ?? null,
      copy_of: message.copyOf?.id ?? null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await insertAttachments(tx, { ticketId: message.ticketId, messageId: id, attachments: message.attachments });
  await addWords(tx, {
    ticketId: message.ticketId,
    text: [message.text, ...message.attachments.map(({ name }) => name)].join("\n"),
    isForCustomers: !message.isInternal && !message.heldUntil,
  });
  return id;
};

interface NewAttachments {
  ticketId: number;
  messageId: number;
  attachments: readonly StoredFile[];
}

const insertAttachments = async (tx: Tx, { ticketId, messageId, attachments }: NewAttachments): Promise<void> => {
  if (attachments.length === 0) return;
  await tx
    .insertInto("attachments")
    .values(
      attachments.map((file) => ({
        ticket_id: ticketId,
        message_id: messageId,
        file: file.file,
        name: file.name,
        type: file.type,
        size: file.size,
        content_id: file.contentId ?? null,
      })),
    )
    .execute();
};

const selectMessages = (db: Reader) =>
  db
    .selectFrom("messages")
    .select([
      "messages.id",
      "messages.ticket_id",
      "messages.event_id",
      "messages.kind",
      "messages.internal",
      "messages.side",
      "messages.author_id",
      "messages.author_name",
      "messages.channel",
      "messages.text",
      "messages.html",
      "messages.quoted",
      "messages.mail_message_id",
      "messages.at",
      "messages.held_until",
      "messages.taken_back_at",
      "messages.copy_of",
    ]);

type MessageRow = Awaited<ReturnType<ReturnType<typeof selectMessages>["executeTakeFirstOrThrow"]>>;

const messageOf = (row: MessageRow, attachments: readonly Attachment[]): Message => ({
  id: row.id,
  ticketId: row.ticket_id,
  eventId: row.event_id,
  kind: row.kind,
  isInternal: row.internal,
  side: row.side,
  authorId: row.author_id,
  authorName: row.author_name,
  channel: row.channel,
  text: row.text,
  html: row.html,
  quoted: row.quoted,
  mailMessageId: row.mail_message_id,
  at: row.at,
  heldUntil: row.held_until,
  takenBackAt: row.taken_back_at,
  copyOf: row.copy_of,
  attachments,
});

const withAttachments = async (db: Reader, rows: readonly MessageRow[]): Promise<Message[]> => {
  const files = await listAttachments(
    db,
    rows.map((row) => row.id),
  );
  const byMessage = Map.groupBy(files, (file) => file.messageId);
  return rows.map((row) => messageOf(row, byMessage.get(row.id) ?? []));
};

const listAttachments = async (db: Reader, messageIds: readonly number[]): Promise<Attachment[]> => {
  if (messageIds.length === 0) return [];
  const rows = await db
    .selectFrom("attachments")
    .selectAll()
    .where("message_id", "in", messageIds)
    .orderBy("id")
    .execute();
  return rows.map(attachmentOf);
};

const attachmentOf = (row: {
  id: number;
  ticket_id: number;
  message_id: number;
  file: string;
  name: string;
  type: string;
  size: number;
  content_id: string | null;
}): Attachment => ({
  id: row.id,
  ticketId: row.ticket_id,
  messageId: row.message_id,
  file: row.file,
  name: row.name,
  type: row.type,
  size: row.size,
  ...(row.content_id !== null && { contentId: row.content_id }),
});

/** All words of the ticket, oldest first, whoever may read them: ask `timelineFor` what a reader gets. */
export const listMessages = async (db: Reader, ticketId: number): Promise<Message[]> =>
  withAttachments(db, await selectMessages(db).where("ticket_id", "=", ticketId).orderBy("id").execute());

/** Who said something when and whether it holds, by ticket, oldest first: what deadlines are computed from. */
export const listSaid = async (
  db: Reader,
  ticketIds: readonly number[],
): Promise<
  ReadonlyMap<number, Pick<Message, "ticketId" | "eventId" | "kind" | "side" | "takenBackAt" | "copyOf">[]>
> => {
  if (ticketIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("messages")
    .select([
      "ticket_id as ticketId",
      "event_id as eventId",
      "kind",
      "side",
      "taken_back_at as takenBackAt",
      "copy_of as copyOf",
    ])
    .where("ticket_id", "in", [...ticketIds])
    .orderBy("id")
    .execute();
  return Map.groupBy(rows, ({ ticketId }) => ticketId);
};

/** The words that customers and desk both know, oldest first; what was taken back was never said. */
export const listPublicMessages = async (db: Reader, ticketId: number): Promise<Message[]> =>
  (await listMessages(db, ticketId)).filter(({ isInternal, takenBackAt }) => !isInternal && takenBackAt === null);

export const findMessage = async (db: Reader, id: number): Promise<Message | undefined> => {
  const rows = await selectMessages(db).where("messages.id", "=", id).execute();
  return (await withAttachments(db, rows))[0];
};

/** For each of these messages that was split off the ticket in which it went on, the newest where there are several. */
export const findCopies = async (db: Reader, messageIds: readonly number[]): Promise<ReadonlyMap<number, number>> => {
  if (messageIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("messages")
    .select(["copy_of", "ticket_id"])
    .where("copy_of", "in", [...messageIds])
    .orderBy("id")
    .execute();
  return new Map(
    rows.flatMap((row): [number, number][] => (row.copy_of === null ? [] : [[row.copy_of, row.ticket_id]])),
  );
};

/** The words and files that the ticket began with, written anew; only while nobody else has seen them. */
export const replaceFirstWords = async (
  tx: Tx,
  ticketId: number,
  { text, attachments }: { text: string; attachments: readonly StoredFile[] },
): Promise<void> => {
  const { id } = await tx
    .selectFrom("messages")
    .select("id")
    .where("ticket_id", "=", ticketId)
    .orderBy("id")
    .limit(1)
    .executeTakeFirstOrThrow();
  await tx.updateTable("messages").set({ text, html: null, at: now() }).where("id", "=", id).execute();
  await tx.deleteFrom("attachments").where("message_id", "=", id).execute();
  await insertAttachments(tx, { ticketId, messageId: id, attachments });
  await addWords(tx, { ticketId, text, isForCustomers: true });
};

/** When something was last said that customers read; undefined when nothing was. */
export const findLastSaidAt = async (db: Reader, ticketId: number): Promise<Date | undefined> => {
  const last = await db
    .selectFrom("messages")
    .select("at")
    .where("ticket_id", "=", ticketId)
    .where("kind", "=", "public")
    .where("taken_back_at", "is", null)
    .orderBy("at", "desc")
    .limit(1)
    .executeTakeFirst();
  return last?.at;
};

export const findMessageOfEvent = async (db: Reader, eventId: number): Promise<Message | undefined> => {
  const rows = await selectMessages(db).where("event_id", "=", eventId).execute();
  return (await withAttachments(db, rows))[0];
};

/** The file with the message it hangs on, and the ticket: ask the policy and `isMessageForCustomers` before it is given out. */
export const findAttachment = async (
  db: Reader,
  id: number,
): Promise<{ attachment: Attachment; message: Message } | undefined> => {
  const row = await db.selectFrom("attachments").selectAll().where("id", "=", id).executeTakeFirst();
  if (!row) return undefined;
  const message = await findMessage(db, row.message_id);
  return message && { attachment: attachmentOf(row), message };
};

/** The tickets in which words with one of these Message-IDs stand, newest words first: programs use some ids again. */
export const listTicketIdsByMailIds = async (db: Reader, messageIds: readonly string[]): Promise<number[]> => {
  if (messageIds.length === 0) return [];
  const rows = await db
    .selectFrom("messages")
    .select("ticket_id")
    .where("mail_message_id", "in", [...messageIds])
    .orderBy("id", "desc")
    .limit(50)
    .execute();
  return [...new Set(rows.map((row) => row.ticket_id))];
};

/** The events of answers that can still be taken back, for each ticket that has any. */
export const listHeldReplies = async (
  db: Reader,
  ticketIds: readonly number[],
): Promise<ReadonlyMap<number, readonly number[]>> => {
  if (ticketIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("messages")
    .select(["ticket_id", "event_id"])
    .where("ticket_id", "in", [...ticketIds])
    .where("held_until", ">", now())
    .where("taken_back_at", "is", null)
    .execute();
  const byTicket = Map.groupBy(rows, (row) => row.ticket_id);
  return new Map([...byTicket].map(([id, held]) => [id, held.map((row) => row.event_id)]));
};

/** Takes held words out of sight. False when their time is up, or somebody has done it already. */
export const takeMessageBack = async (tx: Tx, id: number): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable("messages")
    .set({ taken_back_at: now() })
    .where("id", "=", id)
    .where("taken_back_at", "is", null)
    .where("held_until", ">", now())
    .executeTakeFirst();
  return numUpdatedRows === 1n;
};
