import { sql } from "kysely";
import type { Reader } from "../../../platform/db/db.ts";
import { hasChanged } from "../../../platform/events.ts";
import { unfinished, type Priority, type Status } from "../rules/ticket.ts";

interface Counted {
  /** By type and status; drafts count, too, whoever may see them. */
  statuses: readonly { typeId: number; status: Status; count: number }[];
  developmentStatuses: readonly { id: number; count: number }[];
  priorities: readonly { priority: Priority; count: number }[];
  /** Of those that are unfinished, by type and stage; null: in the first. */
  stages: readonly { typeId: number; stage: string | null; count: number }[];
  /** By type and key of the question. */
  answers: readonly { typeId: number; key: string; count: number }[];
}

/** How many tickets name what the settings list. */
export const countNamed = async (db: Reader): Promise<Counted> => {
  const statuses = await db
    .selectFrom("tickets")
    .select(({ fn }) => ["type_id as typeId", "status", fn.countAll<number>().as("count")])
    .groupBy(["type_id", "status"])
    .execute();
  const developmentStatuses = await db
    .selectFrom("tickets")
    .select(({ fn }) => ["development_status_id as id", fn.countAll<number>().as("count")])
    .where("development_status_id", "is not", null)
    .groupBy("development_status_id")
    .execute();
  const priorities = await db
    .selectFrom("tickets")
    .select(({ fn }) => ["priority", fn.countAll<number>().as("count")])
    .where("priority", "is not", null)
    .groupBy("priority")
    .execute();
  const stages = await db
    .selectFrom("tickets")
    .select(({ fn }) => ["type_id as typeId", "stage", fn.countAll<number>().as("count")])
    .where("status", "in", unfinished)
    .groupBy(["type_id", "stage"])
    .execute();
  const answers = await sql<{ typeId: number; key: string; count: number }>`
    select type_id as "typeId", key, count(*) as count
    from tickets, jsonb_object_keys(custom_fields) as key
    where custom_fields <> '{}'
    group by type_id, key`.execute(db);
  return {
    statuses,
    developmentStatuses: developmentStatuses.flatMap(({ id, count }) => (id === null ? [] : [{ id, count }])),
    priorities: priorities.flatMap(({ priority, count }) => (priority === null ? [] : [{ priority, count }])),
    stages,
    answers: answers.rows,
  };
};

/** The tickets of the type in this status, oldest first, whoever may see them. */
export const listIdsIn = async (
  db: Reader,
  { typeId, status }: { typeId: number; status: Status },
): Promise<number[]> => {
  const rows = await db
    .selectFrom("tickets")
    .select("id")
    .where("type_id", "=", typeId)
    .where("status", "=", status)
    .orderBy("id")
    .execute();
  return rows.map(({ id }) => id);
};

/** How many tickets of the type wait for a technical ticket, or are waited for. */
export const countTechnicalLinksOf = async (db: Reader, typeId: number): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from tickets
    where type_id = ${typeId}
      and exists (select from ticket_links where kind = 'technical' and tickets.id in (ticket_id, other_id))`.execute(
    db,
  );
  return rows[0]?.count ?? 0;
};

/** How many tickets belong to the team, whoever may see them. */
export const countTicketsOfTeam = async (db: Reader, teamId: number): Promise<number> => {
  const { count } = await db
    .selectFrom("tickets")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("team_id", "=", teamId)
    .executeTakeFirstOrThrow();
  return count;
};

/** Whether a ticket's history says that it came from the team, or went to it. Reads all events; for settings only. */
export const hadTickets = async (db: Reader, teamId: number): Promise<boolean> =>
  hasChanged(db, { kind: "ticket", setting: "teamId", value: teamId });
