import { sql } from "kysely";
import type { Reader, Tx } from "../../../platform/db/db.ts";
import { Invalid, NotFound } from "../../../platform/errors.ts";
import { now } from "../../../platform/time.ts";
import { byName } from "./by-name.ts";
import type { TeamLevel } from "../rules/roles.ts";
import type { Team } from "../types.ts";
import { phrase } from "../words.ts";
import { saying } from "./saying.ts";

const selectTeams = (db: Reader) =>
  db
    .selectFrom("teams")
    .select(["id", "name", "level"])
    .select(
      sql<number[]>`(select coalesce(json_agg(person_id order by person_id), '[]')
        from team_members where team_id = teams.id)`.as("member_ids"),
    );

type TeamRow = Awaited<ReturnType<ReturnType<typeof selectTeams>["executeTakeFirstOrThrow"]>>;

const teamOf = (row: TeamRow): Team => ({ id: row.id, name: row.name, level: row.level, memberIds: row.member_ids });

/** All teams by level and name, each with its members. */
export const listTeams = async (db: Reader): Promise<Team[]> => {
  const rows = await selectTeams(db)
    .orderBy(sql`array_position(array['first', 'second', 'technical'], level)`)
    .orderBy(byName("name"))
    .execute();
  return rows.map(teamOf);
};

/** Throws `NotFound`. */
export const getTeam = async (db: Reader, id: number): Promise<Team> => {
  const row = await selectTeams(db).where("id", "=", id).executeTakeFirst();
  if (!row) throw new NotFound();
  return teamOf(row);
};

/** The same, and nobody else changes the team until the transaction ends. */
export const lockTeam = async (tx: Tx, id: number): Promise<Team> => {
  await tx.selectFrom("teams").select("id").where("id", "=", id).forUpdate().execute();
  return getTeam(tx, id);
};

interface TeamFacts {
  name: string;
  level: TeamLevel;
}

const nameTaken = () => saying("teams_name_key", () => new Invalid({ name: phrase("teamNameTaken") }));

/** Throws `Invalid` when there is a team of the name. */
export const insertTeam = async (tx: Tx, team: TeamFacts): Promise<number> => {
  const { id } = await tx
    .insertInto("teams")
    .values({ ...team, created_at: now() })
    .returning("id")
    .executeTakeFirstOrThrow()
    .catch(nameTaken());
  return id;
};

/** Throws `Invalid` when there is another team of the name. */
export const updateTeam = async (tx: Tx, id: number, team: TeamFacts): Promise<void> => {
  await tx.updateTable("teams").set(team).where("id", "=", id).execute().catch(nameTaken());
};

export const replaceTeamMembers = async (tx: Tx, teamId: number, personIds: readonly number[]): Promise<void> => {
  await tx.deleteFrom("team_members").where("team_id", "=", teamId).execute();
  const members = [...new Set(personIds)].map((personId) => ({ team_id: teamId, person_id: personId }));
  if (members.length > 0) await tx.insertInto("team_members").values(members).execute();
};

export const deleteTeamMemberships = async (tx: Tx, personId: number): Promise<void> => {
  await tx.deleteFrom("team_members").where("person_id", "=", personId).execute();
};
