import { sql } from "kysely";
import type { Reader, Tx } from "../../platform/db/db.ts";
import { NotFound } from "../../platform/errors.ts";
import { stuckBefore, type IncomingMail, type IncomingState } from "./mail.ts";
import { filedBecause, ignoredBecause, verdicts } from "./rules/verdict.ts";

export interface NewIncoming {
  source: string;
  envelopeFrom: string;
  envelopeTo: readonly string[];
  raw: Uint8Array;
  onceKey: string;
  messageId: string | null;
  receivedAt: Date;
}

/** Keeps a message; undefined when it is kept already. */
export const insertIncoming = async (tx: Tx, mail: NewIncoming): Promise<number | undefined> => {
  const row = await tx
    .insertInto("incoming_mails")
    .values({
      source: mail.source,
      envelope_from: mail.envelopeFrom,
      envelope_to: [...mail.envelopeTo],
      raw: Buffer.from(mail.raw.buffer, mail.raw.byteOffset, mail.raw.byteLength),
      once_key: mail.onceKey,
      message_id: mail.messageId,
      received_at: mail.receivedAt,
    })
    .onConflict((conflict) => conflict.column("once_key").doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id;
};

/** What came before then under this key is another message than what comes now. */
export const forgetKeyBefore = async (tx: Tx, onceKey: string, before: Date): Promise<void> => {
  await tx
    .updateTable("incoming_mails")
    .set({ once_key: sql`once_key || ' ' || id` })
    .where("once_key", "=", onceKey)
    .where("received_at", "<", before)
    .execute();
};

export const getIncomingIdByKey = async (db: Reader, onceKey: string): Promise<number> =>
  (await db.selectFrom("incoming_mails").select("id").where("once_key", "=", onceKey).executeTakeFirstOrThrow()).id;

// Not the raw message, which may have 50 MB: `getRaw` gives that alone.
const selectIncoming = (db: Reader) =>
  db
    .selectFrom("incoming_mails")
    .select([
      "id",
      "source",
      "envelope_from",
      "envelope_to",
      "received_at",
      "state",
      "verdict",
      "reason",
      "error",
      "filed_anyway",
      "subject",
      "from_name",
      "from_address",
      "message_id",
      "ticket_id",
      sql<number>`length(raw)`.as("size"),
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof selectIncoming>["executeTakeFirstOrThrow"]>>;

const incomingOf = (row: Row): IncomingMail => ({
  id: row.id,
  source: row.source,
  envelope: { from: row.envelope_from, to: row.envelope_to },
  receivedAt: row.received_at,
  state: row.state,
  verdict: verdicts.find((each) => each === row.verdict) ?? null,
  reason: [...filedBecause, ...ignoredBecause].find((each) => each === row.reason) ?? null,
  error: row.error,
  filedAnyway: row.filed_anyway,
  subject: row.subject,
  from: { name: row.from_name, address: row.from_address },
  messageId: row.message_id,
  ticketId: row.ticket_id,
  size: row.size,
});

export const findIncoming = async (db: Reader, id: number): Promise<IncomingMail | undefined> => {
  const row = await selectIncoming(db).where("id", "=", id).executeTakeFirst();
  return row && incomingOf(row);
};

export const getIncoming = async (db: Reader, id: number): Promise<IncomingMail> => {
  const mail = await findIncoming(db, id);
  if (!mail) throw new NotFound();
  return mail;
};

/** PostgreSQL sends bytes as text of twice the length, so a whole message of 50 MB would take 200 MB to read. */
const sliceLength = 8_000_000;

/** The message, byte for byte. */
export const getRaw = async (db: Reader, id: number): Promise<Buffer> => {
  const slices: Buffer[] = [];
  for (let from = 1; ; from += sliceLength) {
    const { slice } = await db
      .selectFrom("incoming_mails")
      .select(sql<Buffer>`substring(raw from ${from}::integer for ${sliceLength}::integer)`.as("slice"))
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    slices.push(slice);
    if (slice.length < sliceLength) return slices.length === 1 ? slice : Buffer.concat(slices);
  }
};

/** Whether the message still waits to be filed; nobody else files it until the transaction ends. */
export const lockStored = async (tx: Tx, id: number): Promise<boolean> =>
  (await tx
    .selectFrom("incoming_mails")
    .select("id")
    .where("id", "=", id)
    .where("state", "=", "stored")
    .forUpdate()
    .executeTakeFirst()) !== undefined;

/** What is known of a message once somebody has looked at it. */
export interface Settled {
  state: IncomingState;
  verdict: string | null;
  reason: string | null;
  error?: string | null;
  ticketId?: number;
  messageId?: number;
}

export const settleIncoming = async (tx: Tx, id: number, settled: Settled): Promise<void> => {
  await tx
    .updateTable("incoming_mails")
    .set({
      state: settled.state,
      verdict: settled.verdict,
      reason: settled.reason,
      error: settled.error ?? null,
      ...(settled.ticketId !== undefined && { ticket_id: settled.ticketId }),
      ...(settled.messageId !== undefined && { filed_message_id: settled.messageId }),
    })
    .where("id", "=", id)
    .execute();
};

/** Who and what, for lists; known before it is decided what becomes of the message. */
export const describeIncoming = async (
  tx: Tx,
  id: number,
  { subject, from }: Pick<IncomingMail, "subject" | "from">,
): Promise<void> => {
  await tx
    .updateTable("incoming_mails")
    .set({ subject, from_name: from.name, from_address: from.address })
    .where("id", "=", id)
    .execute();
};

/** Back to the beginning; false when it is filed, or waits as it should. */
export const reopenIncoming = async (tx: Tx, id: number, { anyway }: { anyway: boolean }): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable("incoming_mails")
    .set({ state: "stored", verdict: null, reason: null, error: null, ...(anyway && { filed_anyway: true }) })
    .where("id", "=", id)
    .where((is) =>
      is.or([
        is("state", "in", ["failed", "ignored"]),
        is.and([is("state", "=", "stored"), is("received_at", "<", stuckBefore())]),
      ]),
    )
    .executeTakeFirst();
  return numUpdatedRows === 1n;
};

/** As if nobody had looked at it yet; only for a rehearsal, which takes it back. */
export const setAside = async (tx: Tx, id: number): Promise<void> => {
  await tx
    .updateTable("incoming_mails")
    .set({ state: "stored", verdict: null, reason: null, error: null, ticket_id: null, filed_message_id: null })
    .where("id", "=", id)
    .execute();
};

/** How many from the address were filed (or ignored) since then; with `ticketId`, in that ticket. */
export const countFrom = async (
  db: Reader,
  address: string,
  { since, ticketId, state = "filed" }: { since: Date; ticketId?: number | undefined; state?: IncomingState },
): Promise<number> =>
  (
    await db
      .selectFrom("incoming_mails")
      .select((row) => row.fn.countAll<number>().as("many"))
      .where("from_address", "=", address)
      .where("received_at", ">", since)
      .where("state", "=", state)
      .$if(ticketId !== undefined, (query) => query.where("ticket_id", "=", ticketId ?? 0))
      .executeTakeFirstOrThrow()
  ).many;

/** Messages with the same Message-ID that are filed; whoever files another one now waits until the transaction ends. */
export const listFiledTwins = async (tx: Tx, id: number): Promise<{ id: number; ticketId: number }[]> => {
  const { message_id: messageId } = await tx
    .selectFrom("incoming_mails")
    .select("message_id")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  if (messageId === null) return [];
  await sql`select pg_advisory_xact_lock(hashtextextended('incoming-mail ' || ${messageId}::text, 0))`.execute(tx);
  const rows = await tx
    .selectFrom("incoming_mails")
    .select(["id", "ticket_id"])
    .where("message_id", "=", messageId)
    .where("id", "<>", id)
    .where("state", "=", "filed")
    .orderBy("id")
    .limit(5)
    .execute();
  return rows.flatMap((row) => (row.ticket_id === null ? [] : { id: row.id, ticketId: row.ticket_id }));
};

export const listWaitingSince = async (db: Reader, before: Date): Promise<number[]> =>
  (
    await db
      .selectFrom("incoming_mails")
      .select("id")
      .where("state", "=", "stored")
      .where("received_at", "<", before)
      .orderBy("received_at")
      .limit(500)
      .execute()
  ).map(({ id }) => id);

export interface IncomingFilter {
  state?: IncomingState | undefined;
  /** Part of the sender's name or address, or of the subject. */
  text?: string | undefined;
}

const matching = <Q extends { where(condition: ReturnType<typeof sql<boolean>>): Q }>(
  query: Q,
  { state, text }: IncomingFilter,
): Q => {
  const pattern = text && `%${text.replace(/[\\%_]/g, String.raw`\$&`)}%`;
  const byState = state ? query.where(sql<boolean>`state = ${state}`) : query;
  return pattern
    ? byState.where(
        sql<boolean>`(subject ilike ${pattern} or from_address ilike ${pattern} or from_name ilike ${pattern})`,
      )
    : byState;
};

/** Newest first. */
export const listIncoming = async (
  db: Reader,
  filter: IncomingFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<IncomingMail[]> =>
  (await matching(selectIncoming(db), filter).orderBy("id", "desc").limit(limit).offset(offset).execute()).map(
    incomingOf,
  );

export const countIncoming = async (db: Reader, filter: IncomingFilter): Promise<number> =>
  (
    await matching(
      db.selectFrom("incoming_mails").select((row) => row.fn.countAll<number>().as("many")),
      filter,
    ).executeTakeFirstOrThrow()
  ).many;
