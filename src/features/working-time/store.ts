import { sql, type Selectable } from "kysely";
import { z } from "zod";
import type { Reader, Tx } from "../../platform/db/db.ts";
import type { CalendarsTable, CalendarVersionsTable, JsonValue } from "../../platform/db/schema.ts";
import { Invalid, NotFound } from "../../platform/errors.ts";
import { now } from "../../platform/time.ts";
import type { RegionId } from "./rules/regions.ts";
import type { WorkingTime, WorkingTimeVersion } from "./rules/working-time.ts";
import type { Calendar } from "./types.ts";
import { phrase } from "./words.ts";

/** All calendars by name, the default one first and retired ones last, each with all its versions. There are few. */
export const listCalendars = async (db: Reader): Promise<Calendar[]> => {
  const rows = await db
    .selectFrom("calendars")
    .selectAll()
    .orderBy(sql`retired_at is not null`)
    .orderBy("is_default", "desc")
    .orderBy(sql`lower(name)`)
    .execute();
  const versions = await db.selectFrom("calendar_versions").selectAll().orderBy("since").execute();
  return rows.map((row) =>
    calendarOf(
      row,
      versions.filter(({ calendar_id }) => calendar_id === row.id),
    ),
  );
};

/** Throws `NotFound`. */
export const getCalendar = async (db: Reader, id: number): Promise<Calendar> => {
  const calendar = (await listCalendars(db)).find((each) => each.id === id);
  if (!calendar) throw new NotFound();
  return calendar;
};

/** All calendars, and nobody else changes one until the transaction ends. */
export const lockCalendars = async (tx: Tx): Promise<Calendar[]> => {
  await tx.selectFrom("calendars").select("id").orderBy("id").forUpdate().execute();
  return listCalendars(tx);
};

const calendarOf = (row: Selectable<CalendarsTable>, rows: readonly Selectable<CalendarVersionsTable>[]): Calendar => {
  const versions = rows.map(versionOf);
  const last = versions.at(-1);
  if (!last) throw new Error(`calendar ${row.id} has no version`);
  return {
    id: row.id,
    name: row.name,
    isDefault: row.is_default,
    retiredAt: row.retired_at,
    time: last.time,
    versions,
  };
};

const hours = z.array(z.object({ starts: z.number(), ends: z.number() }));
const week = z.array(hours).length(7);
const specialDays = z.array(z.object({ on: z.string(), name: z.string(), hours }));

const versionOf = (row: Selectable<CalendarVersionsTable>): WorkingTimeVersion => ({
  since: row.since,
  time: {
    timeZone: row.time_zone,
    region: row.region as RegionId | null,
    week: week.parse(row.week),
    specialDays: specialDays.parse(row.special_days),
  },
});

/** For `.catch`: the database knows best whether the name is taken. */
const nameTaken = (error: unknown): never => {
  const isTaken = error instanceof Error && "constraint" in error && error.constraint === "calendars_name_key";
  throw isTaken ? new Invalid({ name: phrase("nameTaken") }) : error;
};

/** Throws `Invalid` when there is a calendar of the name. */
export const insertCalendar = async (tx: Tx, { name, time }: { name: string; time: WorkingTime }): Promise<number> => {
  const { id } = await tx
    .insertInto("calendars")
    .values({ name, created_at: now() })
    .returning("id")
    .executeTakeFirstOrThrow()
    .catch(nameTaken);
  await insertVersion(tx, id, time);
  return id;
};

/** Holds from now on. */
export const insertVersion = async (tx: Tx, calendarId: number, time: WorkingTime): Promise<void> => {
  const values = {
    time_zone: time.timeZone,
    region: time.region,
    week: jsonb(time.week),
    special_days: jsonb(time.specialDays),
  };
  await tx
    .insertInto("calendar_versions")
    .values({ calendar_id: calendarId, since: now(), ...values })
    .onConflict((conflict) => conflict.columns(["calendar_id", "since"]).doUpdateSet(values))
    .execute();
};

const jsonb = (value: unknown) => sql<JsonValue>`${JSON.stringify(value)}::jsonb`;

/** Throws `Invalid` when there is another calendar of the name. */
export const renameCalendar = async (tx: Tx, id: number, name: string): Promise<void> => {
  await tx.updateTable("calendars").set({ name }).where("id", "=", id).execute().catch(nameTaken);
};

export const updateRetired = async (tx: Tx, id: number, retiredAt: Date | null): Promise<void> => {
  await tx.updateTable("calendars").set({ retired_at: retiredAt }).where("id", "=", id).execute();
};

export const updateDefault = async (tx: Tx, id: number): Promise<void> => {
  await tx.updateTable("calendars").set({ is_default: false }).where("is_default", "=", true).execute();
  await tx.updateTable("calendars").set({ is_default: true }).where("id", "=", id).execute();
};
