import { sql } from "kysely";
import type { Agent, Customer } from "../../../platform/actor.ts";
import type { Reader } from "../../../platform/db/db.ts";
import { NotFound } from "../../../platform/errors.ts";
import { isAgentRole } from "../rules/roles.ts";

const idsOf = (query: ReturnType<typeof sql>) =>
  sql<number[]>`(select coalesce(json_agg(id order by id), '[]') from (${query}) ids (id))`;

/** Who the person is when acting, in one query with organisations and teams. Only people who are active. */
const selectActors = (db: Reader) =>
  db
    .selectFrom("people")
    .where("people.deactivated_at", "is", null)
    .select(["people.id", "people.name", "people.email", "people.role", "people.locale", "people.time_zone"])
    .select([
      idsOf(sql`select organisation_id from organisation_members where person_id = people.id`).as("organisation_ids"),
      idsOf(sql`select organisation_id from organisation_members where person_id = people.id and is_manager`).as(
        "managed_organisation_ids",
      ),
      idsOf(sql`select team_id from team_members where person_id = people.id`).as("team_ids"),
    ]);

type ActorRow = Awaited<ReturnType<ReturnType<typeof selectActors>["executeTakeFirstOrThrow"]>>;

const actorOf = (row: ActorRow): Customer | Agent => {
  const self = {
    personId: row.id,
    name: row.name,
    email: row.email,
    locale: row.locale,
    timeZone: row.time_zone,
  };
  return isAgentRole(row.role)
    ? { kind: "agent", ...self, role: row.role, teamIds: row.team_ids }
    : {
        kind: "customer",
        ...self,
        organisationIds: row.organisation_ids,
        managedOrganisationIds: row.managed_organisation_ids,
      };
};

/** The person as one who acts, e.g. because a mail came from the address. Throws `NotFound` when deactivated. */
export const actorOfPerson = async (db: Reader, personId: number): Promise<Customer | Agent> => {
  const row = await selectActors(db).where("people.id", "=", personId).executeTakeFirst();
  if (!row) throw new NotFound();
  return actorOf(row);
};

export interface FoundSession {
  actor: Customer | Agent;
  sessionId: number;
  seenAt: Date;
}

/** Who holds the session, in one query; undefined when it has ended or the person is deactivated. */
export const findSessionActor = async (
  db: Reader,
  { tokenHash, at }: { tokenHash: string; at: Date },
): Promise<FoundSession | undefined> => {
  const row = await selectActors(db)
    .innerJoin("sessions", "sessions.person_id", "people.id")
    .select(["sessions.id as session_id", "sessions.seen_at"])
    .where("sessions.token", "=", tokenHash)
    .where("sessions.expires_at", ">", at)
    .executeTakeFirst();
  return row && { actor: actorOf(row), sessionId: row.session_id, seenAt: row.seen_at };
};
