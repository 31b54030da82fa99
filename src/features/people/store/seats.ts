import { sql, type RawBuilder } from "kysely";
import type { Reader } from "../../../platform/db/db.ts";
import { now } from "../../../platform/time.ts";
import type { Seats } from "../rules/seats.ts";

/** Those who take a seat: customers who are members and may sign in, or hold an open invitation. */
const takesSeat = (organisationId: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  people.role = 'customer' and people.deactivated_at is null and (
    exists (select from organisation_members where organisation_id = ${organisationId} and person_id = people.id)
      and exists (select from accounts where accounts.person_id = people.id)
    or exists (select from organisation_invitations
      where organisation_id = ${organisationId} and person_id = people.id and expires_at > ${now()}))`;

/** How many seats the organisation has, and how many are taken, by others than `besides`. */
export const seatsOf = async (
  db: Reader,
  organisationId: number,
  { besides = 0 }: { besides?: number } = {},
): Promise<Seats> => {
  const row = await db
    .selectFrom("organisations")
    .leftJoin("care_packages", "care_packages.id", "organisations.package_id")
    .select([
      "care_packages.seats",
      sql<number>`(select count(*) from people where people.id <> ${besides} and ${takesSeat(sql`organisations.id`)})`.as(
        "used",
      ),
    ])
    .where("organisations.id", "=", organisationId)
    .executeTakeFirstOrThrow();
  return { seats: row.seats, used: row.used };
};

export interface PackageUse {
  /** Organisations that have the package. */
  organisations: number;
  /** Those of them with more members than seats. */
  overfull: number;
}

/** Where each package is used, by id; packages that nobody has are missing. */
export const packageUses = async (db: Reader): Promise<Map<number, PackageUse>> => {
  const { rows } = await sql<{ package_id: number; organisations: number; overfull: number }>`
    select package_id, count(*) as organisations, count(*) filter (where used > seats) as overfull
    from (
      select package_id, care_packages.seats,
        (select count(*) from people where ${takesSeat(sql`organisations.id`)}) as used
      from organisations join care_packages on care_packages.id = package_id
    ) as booked
    group by package_id`.execute(db);
  return new Map(rows.map(({ package_id: id, organisations, overfull }) => [id, { organisations, overfull }]));
};
