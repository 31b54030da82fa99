import { sql, type Selectable } from "kysely";
import type { Reader, Tx } from "../../../platform/db/db.ts";
import type { TicketClocksTable } from "../../../platform/db/schema.ts";
import { now } from "../../../platform/time.ts";
import type { Clock, ClockKind, Outcome } from "../../service-levels/index.ts";
import { unfinished, type Due } from "../rules/ticket.ts";

/** What is kept of a ticket's clock, and whether those responsible were told. */
export interface KeptClock {
  kind: ClockKind;
  round: number;
  dueAt: Date | null;
  warnAt: Date | null;
  endedAt: Date | null;
  outcome: Outcome | null;
  targetMinutes: number;
  /** Of a clock that counts: up to the ticket's last change. */
  usedMinutes: number;
  warnedAt: Date | null;
  breachedAt: Date | null;
}

export const listKeptClocks = async (db: Reader, ticketId: number): Promise<KeptClock[]> => {
  const rows = await db
    .selectFrom("ticket_clocks")
    .selectAll()
    .where("ticket_id", "=", ticketId)
    .orderBy(sql`array_position(array['first_response', 'next_response', 'resolution'], kind)`)
    .orderBy("round")
    .execute();
  return rows.map(keptOf);
};

const keptOf = (row: Selectable<TicketClocksTable>): KeptClock => ({
  kind: row.kind,
  round: row.round,
  dueAt: row.due_at,
  warnAt: row.warn_at,
  endedAt: row.ended_at,
  outcome: row.outcome,
  targetMinutes: row.target_minutes,
  usedMinutes: row.used_minutes,
  warnedAt: row.warned_at,
  breachedAt: row.breached_at,
});

interface Kept {
  clocks: readonly Clock[];
  due: Due | null;
  /** Nobody is told of what is late or near already: it became so by a setting, not by the ticket. */
  isQuiet: boolean;
}

/** Replaces what was kept; who was told of a deadline is not told again unless it has moved into the future. */
export const keepClocks = async (tx: Tx, ticketId: number, { clocks, due, isQuiet }: Kept): Promise<void> => {
  const before = new Map((await listKeptClocks(tx, ticketId)).map((clock) => [nameOf(clock), clock]));
  await tx.deleteFrom("ticket_clocks").where("ticket_id", "=", ticketId).execute();
  const rows = clocks.map((clock) => rowOf(ticketId, clock, { before: before.get(nameOf(clock)), isQuiet }));
  if (rows.length > 0) await tx.insertInto("ticket_clocks").values(rows).execute();
  await tx
    .updateTable("tickets")
    .set({ due_kind: due?.kind ?? null, due_at: due?.at ?? null, due_warn_at: due?.warnAt ?? null })
    .where("id", "=", ticketId)
    .execute();
};

const nameOf = ({ kind, round }: Pick<Clock, "kind" | "round">): string => `${kind} ${round}`;

const rowOf = (
  ticketId: number,
  clock: Clock,
  { before, isQuiet }: { before: KeptClock | undefined; isQuiet: boolean },
) => {
  const toldOf = (at: Date | null, told: Date | null | undefined): Date | null =>
    at !== null && at <= now() ? (told ?? (isQuiet ? now() : null)) : null;
  return {
    ticket_id: ticketId,
    kind: clock.kind,
    round: clock.round,
    target_id: clock.target.id,
    target_minutes: clock.targetMinutes,
    started_at: clock.startedAt,
    pace: clock.pace,
    due_at: clock.dueAt,
    warn_at: clock.warnAt,
    ended_at: clock.endedAt,
    outcome: clock.outcome,
    used_minutes: clock.usedMinutes,
    warned_at: toldOf(clock.warnAt, before?.warnedAt),
    breached_at: toldOf(clock.dueAt, before?.breachedAt),
  };
};

/** Nobody needs to be told of it any more. */
export const markTold = async (
  tx: Tx,
  { ticketId, kind, round }: { ticketId: number; kind: ClockKind; round: number },
  of: "warning" | "breach",
): Promise<void> => {
  await tx
    .updateTable("ticket_clocks")
    .set(of === "breach" ? { breached_at: now(), warned_at: now() } : { warned_at: now() })
    .where("ticket_id", "=", ticketId)
    .where("kind", "=", kind)
    .where("round", "=", round)
    .execute();
};

/** Tickets with a deadline that is near or over and of which nobody was told. */
export const listUntoldTicketIds = async (db: Reader): Promise<number[]> => {
  const { rows } = await sql<{ ticket_id: number }>`
    select ticket_id from ticket_clocks where ended_at is null and warned_at is null and warn_at <= ${now()}
    union
    select ticket_id from ticket_clocks where ended_at is null and breached_at is null and due_at <= ${now()}
    order by ticket_id`.execute(db);
  return rows.map(({ ticket_id }) => ticket_id);
};

interface Concerned {
  organisationId?: number | undefined;
  teamId?: number | undefined;
}

/** Tickets whose deadlines a setting can still change, from an id on. */
export const listUnfinishedIds = async (
  db: Reader,
  { organisationId, teamId }: Concerned,
  { after, limit }: { after: number; limit: number },
): Promise<number[]> => {
  let query = db
    .selectFrom("tickets")
    .select("id")
    .where("status", "in", unfinished)
    .where("id", ">", after)
    .orderBy("id")
    .limit(limit);
  if (organisationId !== undefined) query = query.where("organisation_id", "=", organisationId);
  if (teamId !== undefined) query = query.where("team_id", "=", teamId);
  return (await query.execute()).map(({ id }) => id);
};

/** The newest tickets that the desk has learned of since then. */
export const listSubmittedIds = async (
  db: Reader,
  { since, limit }: { since: Date; limit: number },
): Promise<number[]> => {
  const rows = await db
    .selectFrom("tickets")
    .select("id")
    .where("submitted_at", ">=", since)
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
};

/** How many open tickets have a clock that runs by this promise. */
export const countTicketsWithTarget = async (db: Reader, targetId: number): Promise<number> => {
  const { count } = await db
    .selectFrom("ticket_clocks")
    .select(sql<number>`count(distinct ticket_id)`.as("count"))
    .where("target_id", "=", targetId)
    .where("ended_at", "is", null)
    .executeTakeFirstOrThrow();
  return count;
};
