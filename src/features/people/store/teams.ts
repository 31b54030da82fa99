import { sql } from "kysely";
import type { Reader, Tx } from "../../../platform/db/db.ts";
import { Conflict, Invalid, NotFound } from "../../../platform/errors.ts";
import { now } from "../../../platform/time.ts";
import { byName } from "./by-name.ts";
import type { Team } from "../types.ts";
import { phrase } from "../words.ts";
import { saying } from "./saying.ts";

const selectTeams = (db: Reader) =>
  db
    .selectFrom("teams")
    .select(["id", "name", "level", "calendar_id", "assignee_rule", "assignee_id", "retired_at"])
    .select(
      sql<number[]>`(select coalesce(json_agg(person_id order by person_id), '[]')
        from team_members where team_id = teams.id)`.as("member_ids"),
    );

type TeamRow = Awaited<ReturnType<ReturnType<typeof selectTeams>["executeTakeFirstOrThrow"]>>;

const teamOf = (row: TeamRow): Team => ({
  id: row.id,
  name: row.name,
  level: row.level,
  memberIds: row.member_ids,
  calendarId: row.calendar_id,
  assigneeRule: row.assignee_rule,
  assigneeId: row.assignee_id,
  isRetired: row.retired_at !== null,
});

/** All teams by level and name, each with its members; the retired ones among them. */
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

type TeamFacts = Omit<Team, "id" | "memberIds" | "isRetired">;

const rowOf = ({ name, level, calendarId, assigneeRule, assigneeId }: TeamFacts) => ({
  name,
  level,
  calendar_id: calendarId,
  assignee_rule: assigneeRule,
  assignee_id: assigneeId,
});

const taken = saying({
  teams_name_key: () => new Invalid({ name: phrase("teamNameTaken") }),
});

/** Throws `Invalid` when there is a team of the name. */
export const insertTeam = async (tx: Tx, team: TeamFacts): Promise<number> => {
  const { id } = await tx
    .insertInto("teams")
    .values({ ...rowOf(team), created_at: now() })
    .returning("id")
    .executeTakeFirstOrThrow()
    .catch(taken);
  return id;
};

/** Throws `Invalid` when there is another team of the name. */
export const updateTeam = async (tx: Tx, id: number, team: TeamFacts): Promise<void> => {
  await tx.updateTable("teams").set(rowOf(team)).where("id", "=", id).execute().catch(taken);
};

export const setTeamRetired = async (tx: Tx, id: number, isRetired: boolean): Promise<void> => {
  await tx
    .updateTable("teams")
    .set({ retired_at: isRetired ? now() : null })
    .where("id", "=", id)
    .execute();
};

// Whoever comes to name the team while it is deleted is seen by the database alone.
const named = saying(
  Object.fromEntries(
    ["tickets_team_id_fkey", "ticket_types_team_id_fkey", "mail_addresses_team"].map((constraint) => [
      constraint,
      () => new Conflict(phrase("teamInUse")),
    ]),
  ),
);

/** Throws `Conflict` when something names the team. */
export const deleteTeam = async (tx: Tx, id: number): Promise<void> => {
  await tx.deleteFrom("teams").where("id", "=", id).execute().catch(named);
};

/** Who was chosen last by the team's rule; until the transaction ends nobody else chooses. */
export const lockLastAssignee = async (tx: Tx, id: number): Promise<number | null> => {
  const row = await tx
    .selectFrom("teams")
    .select("last_assignee_id")
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return row.last_assignee_id;
};

export const setLastAssignee = async (tx: Tx, id: number, personId: number): Promise<void> => {
  await tx.updateTable("teams").set({ last_assignee_id: personId }).where("id", "=", id).execute();
};

export const replaceTeamMembers = async (tx: Tx, teamId: number, personIds: readonly number[]): Promise<void> => {
  await tx.deleteFrom("team_members").where("team_id", "=", teamId).execute();
  const members = [...new Set(personIds)].map((personId) => ({ team_id: teamId, person_id: personId }));
  if (members.length > 0) await tx.insertInto("team_members").values(members).execute();
};

export const deleteTeamMemberships = async (tx: Tx, personId: number): Promise<void> => {
  await tx.deleteFrom("team_members").where("person_id", "=", personId).execute();
};
