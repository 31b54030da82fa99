import type { Reader } from "../../../platform/db/db.ts";
import { byName } from "./by-name.ts";
import type { Role } from "../rules/roles.ts";
import { containing } from "./containing.ts";

export interface PeopleFilter {
  text?: string | undefined;
  role?: Role | undefined;
  state?: "active" | "deactivated" | undefined;
}

const matching = (db: Reader, { text, role, state }: PeopleFilter) => {
  let query = db.selectFrom("people");
  if (role) query = query.where("people.role", "=", role);
  if (state) query = query.where("people.deactivated_at", state === "active" ? "is" : "is not", null);
  if (!text) return query;
  const pattern = containing(text);
  return query.where((row) =>
    row.or([
      row("people.name", "ilike", pattern),
      row("people.email", "ilike", pattern),
      row("people.phone", "ilike", pattern),
    ]),
  );
};

/** Ids of a page of people, by name; `peopleByIds` gives the rest. */
export const listPeopleIds = async (
  db: Reader,
  filter: PeopleFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<number[]> => {
  const rows = await matching(db, filter)
    .select("people.id")
    .orderBy(byName("people.name"))
    .orderBy("people.id")
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map((row) => row.id);
};

export const countPeople = async (db: Reader, filter: PeopleFilter): Promise<number> => {
  const { many } = await matching(db, filter)
    .select((row) => row.fn.countAll<number>().as("many"))
    .executeTakeFirstOrThrow();
  return many;
};

/** Names of the organisations of each of the people, by name. */
export const organisationNamesOf = async (
  db: Reader,
  personIds: readonly number[],
): Promise<Map<number, readonly string[]>> => {
  if (personIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("organisation_members")
    .innerJoin("organisations", "organisations.id", "organisation_members.organisation_id")
    .select(["organisation_members.person_id", "organisations.name"])
    .where("organisation_members.person_id", "in", [...personIds])
    .orderBy(byName("organisations.name"))
    .execute();
  const grouped = Map.groupBy(rows, (row) => row.person_id);
  return new Map([...grouped].map(([personId, each]) => [personId, each.map((row) => row.name)]));
};
