import { sql, type Selectable } from "kysely";
import type { Reader, Tx } from "../../platform/db/db.ts";
import type { ServiceLevelTargetsTable } from "../../platform/db/schema.ts";
import { Invalid, NotFound } from "../../platform/errors.ts";
import { now } from "../../platform/time.ts";
import { bySpecificity, type Target, type WarnBefore } from "./rules/targets.ts";
import { phrase } from "./words.ts";

/** Everything that is promised, and ever was: for computing deadlines. There is little of it. */
export const listTargets = async (db: Reader): Promise<Target[]> => {
  const rows = await db.selectFrom("service_level_targets").selectAll().orderBy("id").execute();
  return rows.map(targetOf);
};

/** What is promised now, the most specific first. */
export const listTargetsInForce = async (db: Reader): Promise<Target[]> => {
  const rows = await db
    .selectFrom("service_level_targets")
    .selectAll()
    .where("until", "is", null)
    .orderBy("id")
    .execute();
  return rows.map(targetOf).toSorted(bySpecificity);
};

/** Throws `NotFound` for what is not promised any longer. */
export const getTarget = async (db: Reader, id: number): Promise<Target> => {
  const target = (await listTargetsInForce(db)).find((each) => each.id === id);
  if (!target) throw new NotFound();
  return target;
};

/** The same, or what is promised instead of it by now. */
export const getLatestTarget = async (db: Reader, id: number): Promise<Target> => {
  const row = await db
    .selectFrom("service_level_targets")
    .select("replaced_by")
    .where("id", "=", id)
    .executeTakeFirst();
  return row?.replaced_by ? getLatestTarget(db, row.replaced_by) : getTarget(db, id);
};

/** The same, and nobody else changes what is promised until the transaction ends. */
export const lockTarget = async (tx: Tx, id: number): Promise<Target> => {
  await tx.selectFrom("service_level_targets").select("id").where("id", "=", id).forUpdate().execute();
  return getTarget(tx, id);
};

const targetOf = (row: Selectable<ServiceLevelTargetsTable>): Target => ({
  id: row.id,
  packageId: row.package_id,
  typeId: row.type_id,
  priority: row.priority,
  minutes: {
    first_response: row.first_response_minutes,
    next_response: row.next_response_minutes,
    resolution: row.resolution_minutes,
  },
  calendarId: row.calendar_id,
  warnBefore: warnBeforeOf(row),
  since: row.since,
  until: row.until,
});

const warnBeforeOf = (row: Selectable<ServiceLevelTargetsTable>): WarnBefore | null => {
  if (row.warn_minutes !== null) return { minutes: row.warn_minutes };
  return row.warn_percent === null ? null : { percent: row.warn_percent };
};

export type TargetFacts = Omit<Target, "id" | "since" | "until">;

/** Promises it from now on. Throws `Invalid` when there is a promise for the same tickets already. */
export const insertTarget = async (tx: Tx, { minutes, warnBefore, ...facts }: TargetFacts): Promise<number> => {
  const { id } = await tx
    .insertInto("service_level_targets")
    .values({
      package_id: facts.packageId,
      type_id: facts.typeId,
      priority: facts.priority,
      first_response_minutes: minutes.first_response,
      next_response_minutes: minutes.next_response,
      resolution_minutes: minutes.resolution,
      calendar_id: facts.calendarId,
      warn_minutes: warnBefore && "minutes" in warnBefore ? warnBefore.minutes : null,
      warn_percent: warnBefore && "percent" in warnBefore ? warnBefore.percent : null,
      since: now(),
    })
    .returning("id")
    .executeTakeFirstOrThrow()
    .catch((error: unknown) => {
      const isTaken =
        error instanceof Error && "constraint" in error && error.constraint === "service_level_targets_in_force";
      throw isTaken ? new Invalid({ packageId: phrase("alreadyPromised") }) : error;
    });
  return id;
};

/** Promises it no longer. */
export const endTarget = async (tx: Tx, id: number): Promise<void> => {
  await tx.updateTable("service_level_targets").set({ until: now() }).where("id", "=", id).execute();
};

/** Promises something else instead from now on. */
export const replaceTarget = async (tx: Tx, id: number, facts: TargetFacts): Promise<number> => {
  await endTarget(tx, id);
  const newId = await insertTarget(tx, facts);
  await tx.updateTable("service_level_targets").set({ replaced_by: newId }).where("id", "=", id).execute();
  return newId;
};

/** How many promises in force name it. */
export const countTargetsNaming = async (
  db: Reader,
  column: "calendar_id" | "package_id" | "type_id",
  id: number,
): Promise<number> => {
  const { count } = await db
    .selectFrom("service_level_targets")
    .select(sql<number>`count(*)`.as("count"))
    .where(column, "=", id)
    .where("until", "is", null)
    .executeTakeFirstOrThrow();
  return count;
};
