import { sql } from "kysely";
import type { Reader } from "../../../platform/db/db.ts";
import type { Team } from "../types.ts";

/** All teams by level and name, each with its members. */
export const listTeams = async (db: Reader): Promise<Team[]> => {
  const rows = await db
    .selectFrom("teams")
    .select(["id", "name", "level"])
    .select(
      sql<number[]>`(select coalesce(json_agg(person_id order by person_id), '[]')
        from team_members where team_id = teams.id)`.as("member_ids"),
    )
    .orderBy(sql`array_position(array['first', 'second', 'technical'], level)`)
    .orderBy(sql`lower(name)`)
    .execute();
  return rows.map((row) => ({ id: row.id, name: row.name, level: row.level, memberIds: row.member_ids }));
};
