import { sql } from "kysely";
import type { Reader } from "../../../platform/db/db.ts";
import type { Organisation, Person } from "../types.ts";
import { containing } from "./containing.ts";
import { organisationsByIds } from "./organisations.ts";
import { peopleByIds, searchPeople } from "./people.ts";

export interface Named {
  people: Person[];
  organisations: Organisation[];
}

/**
 * People and organisations that are meant by what somebody typed into a search: whose name, address or number contains it, or,
 * where there is nobody, whose name reads like it ("Feldman", "Felmann").
 */
export const searchNamed = async (db: Reader, text: string, limit: number): Promise<Named> => {
  const [people, organisationIds] = await Promise.all([
    searchPeople(db, text, limit),
    idsOf(db, sql`name ilike ${containing(text)} or customer_number ilike ${containing(text)}`, { text, limit }),
  ]);
  if (people.length > 0 || organisationIds.length > 0)
    return { people, organisations: await inOrder(db, organisationIds) };
  const [likePeople, likeOrganisations] = await Promise.all([
    listLike(db, "people", { text, limit }),
    listLike(db, "organisations", { text, limit }),
  ]);
  const byId = await peopleByIds(db, likePeople);
  return {
    people: likePeople.flatMap((id) => byId.get(id) ?? []).filter(({ deactivatedAt }) => deactivatedAt === null),
    organisations: await inOrder(db, likeOrganisations),
  };
};

interface Wanted {
  text: string;
  limit: number;
}

const idsOf = async (db: Reader, condition: ReturnType<typeof sql>, { text, limit }: Wanted): Promise<number[]> => {
  const { rows } = await sql<{ id: number }>`
    select id from organisations where ${condition}
    order by name ilike ${containing(text).slice(1)} desc, name, id limit ${limit}`.execute(db);
  return rows.map(({ id }) => id);
};

/** Shorter words read like others by chance. */
const shortest = 4;

const listLike = async (db: Reader, table: "people" | "organisations", { text, limit }: Wanted): Promise<number[]> => {
  if (text.length < shortest) return [];
  // By the operator, because only that uses the index; its threshold is 0.6.
  const { rows } = await sql<{ id: number }>`
    select id from ${sql.table(table)} where ${text} <% name
    order by word_similarity(${text}, name) desc, name, id limit ${limit}`.execute(db);
  return rows.map(({ id }) => id);
};

const inOrder = async (db: Reader, ids: readonly number[]): Promise<Organisation[]> => {
  const byId = await organisationsByIds(db, ids);
  return ids.flatMap((id) => byId.get(id) ?? []);
};
