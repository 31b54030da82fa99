import { sql } from "kysely";
import { z } from "zod";
import type { Reader, Tx } from "../../platform/db/db.ts";
import { NotFound } from "../../platform/errors.ts";
import { after, hours, now } from "../../platform/time.ts";
import { messageKinds, type Passing, type SupplierMessage } from "./types.ts";

const select = (db: Reader) => db.selectFrom("supplier_passings").selectAll().orderBy("id");
type Row = Awaited<ReturnType<ReturnType<typeof select>["executeTakeFirstOrThrow"]>>;

const passingOf = (row: Row): Passing => ({
  id: row.id,
  supplierId: row.supplier_id,
  ticketId: row.ticket_id,
  subject: row.subject,
  customerNumber: row.customer_number,
  domain: row.domain,
  errorPicture: row.error_picture,
  mayContact: row.may_contact,
  contactName: row.contact_name,
  contactEmail: row.contact_email,
  contactPhone: row.contact_phone,
  sendsAnswers: row.sends_answers,
  theirNumber: row.their_number,
  theirStatus: row.their_status,
  passedBy: row.passed_by,
  passedAt: row.passed_at,
  endedAt: row.ended_at,
});

/** Of these tickets, oldest first. */
export const listPassings = async (db: Reader, ticketIds: readonly number[]): Promise<Passing[]> =>
  ticketIds.length === 0
    ? []
    : (
        await select(db)
          .where("ticket_id", "in", [...ticketIds])
          .execute()
      ).map(passingOf);

export const findPassing = async (db: Reader, id: number): Promise<Passing | undefined> => {
  const row = await select(db).where("id", "=", id).executeTakeFirst();
  return row && passingOf(row);
};

/** Whoever writes there waits for others who do. */
export const lockPassing = async (tx: Tx, id: number): Promise<Passing> => {
  const row = await select(tx).where("id", "=", id).forUpdate().executeTakeFirst();
  if (!row) throw new NotFound();
  return passingOf(row);
};

type NewPassing = Omit<Passing, "id" | "theirNumber" | "theirStatus" | "endedAt">;

export const insertPassing = async (tx: Tx, passing: NewPassing): Promise<number> => {
  const { id } = await tx
    .insertInto("supplier_passings")
    .values({
      supplier_id: passing.supplierId,
      ticket_id: passing.ticketId,
      subject: passing.subject,
      customer_number: passing.customerNumber,
      domain: passing.domain,
      error_picture: passing.errorPicture,
      may_contact: passing.mayContact,
      contact_name: passing.contactName,
      contact_email: passing.contactEmail,
      contact_phone: passing.contactPhone,
      sends_answers: passing.sendsAnswers,
      passed_by: passing.passedBy,
      passed_at: passing.passedAt,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
};

export const endPassingRow = async (tx: Tx, id: number): Promise<void> => {
  await tx.updateTable("supplier_passings").set({ ended_at: now() }).where("id", "=", id).execute();
};

/** What their desk calls it and how it stands there; undefined: nothing new. */
export const keepTheirs = async (
  tx: Tx,
  id: number,
  { number, status }: { number: string | undefined; status: string | undefined },
): Promise<void> => {
  if (number === undefined && status === undefined) return;
  await tx
    .updateTable("supplier_passings")
    .set({
      ...(number !== undefined && { their_number: number }),
      ...(status !== undefined && { their_status: status }),
    })
    .where("id", "=", id)
    .execute();
};

/** How many tickets were ever passed to each, and how many of them are there now. */
export const countPassings = async (db: Reader): Promise<Map<number, { all: number; open: number }>> => {
  const rows = await db
    .selectFrom("supplier_passings")
    .select((row) => [
      "supplier_id",
      row.fn.countAll<number>().as("all"),
      row.fn.countAll<number>().filterWhere("ended_at", "is", null).as("open"),
    ])
    .groupBy("supplier_id")
    .execute();
  return new Map(rows.map(({ supplier_id: id, all, open }) => [id, { all, open }]));
};

const attachmentsOf = z.array(z.object({ name: z.string(), type: z.string(), file: z.string() }));

const messageOf = (row: MessageRow): SupplierMessage => ({
  id: row.id,
  passingId: row.passing_id,
  kind: messageKinds.find((kind) => kind === row.kind) ?? "automatic",
  eventId: row.event_id,
  authorName: row.author_name,
  text: row.text,
  mailMessageId: row.mail_message_id,
  noteId: row.note_id,
  attachments: attachmentsOf.parse(row.attachments),
  at: row.at,
});
const selectMessages = (db: Reader) => db.selectFrom("supplier_messages").selectAll().orderBy("id");
type MessageRow = Awaited<ReturnType<ReturnType<typeof selectMessages>["executeTakeFirstOrThrow"]>>;

/** What went there and came from there, oldest first. */
export const listMessages = async (db: Reader, passingIds: readonly number[]): Promise<SupplierMessage[]> =>
  passingIds.length === 0
    ? []
    : (
        await selectMessages(db)
          .where("passing_id", "in", [...passingIds])
          .execute()
      ).map(messageOf);

/** Undefined where they have heard of the event already. */
export const insertMessage = async (
  tx: Tx,
  message: Omit<SupplierMessage, "id" | "at" | "noteId" | "attachments"> &
    Partial<Pick<SupplierMessage, "noteId" | "attachments">>,
): Promise<number | undefined> => {
  const row = await tx
    .insertInto("supplier_messages")
    .values({
      passing_id: message.passingId,
      kind: message.kind,
      event_id: message.eventId,
      author_name: message.authorName,
      text: message.text,
      mail_message_id: message.mailMessageId,
      note_id: message.noteId ?? null,
      attachments: sql`${JSON.stringify(message.attachments ?? [])}::jsonb`,
      at: now(),
    })
    .onConflict((conflict) => conflict.columns(["passing_id", "event_id"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id;
};

/** The passings that mails of ours with these Message-IDs were about. */
export const passingsByMailIds = async (db: Reader, messageIds: readonly string[]): Promise<number[]> => {
  if (messageIds.length === 0) return [];
  const rows = await db
    .selectFrom("supplier_messages")
    .select("passing_id")
    .distinct()
    .where("mail_message_id", "in", [...messageIds])
    .where("kind", "not in", ["heard", "automatic"])
    .orderBy("passing_id")
    .execute();
  return rows.map(({ passing_id: id }) => id);
};

/** What came from there by itself within the last hour. */
export const countAutomatic = async (db: Reader, passingId: number): Promise<number> =>
  (
    await db
      .selectFrom("supplier_messages")
      .select((row) => row.fn.countAll<number>().as("many"))
      .where("passing_id", "=", passingId)
      .where("kind", "=", "automatic")
      .where("at", ">", after(now(), -hours(1)))
      .executeTakeFirstOrThrow()
  ).many;
