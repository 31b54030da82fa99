import { sql } from "kysely";
import type { Reader } from "../../../platform/db/db.ts";
import { byName } from "./by-name.ts";

/** As many as a page can show; more than these have no seat anyway. */
const most = 100;

export interface Outsider {
  id: number;
  name: string;
  email: string | null;
}

/** Customers with a verified address at one of the organisation's domains who are no members, e.g. for want of a seat. */
export const listOutside = async (db: Reader, organisationId: number): Promise<Outsider[]> =>
  db
    .selectFrom("people")
    .innerJoin("organisation_domains", (join) =>
      join
        .on(sql<boolean>`organisation_domains.domain = split_part(people.email, '@', 2)`)
        .on("organisation_domains.organisation_id", "=", organisationId),
    )
    .leftJoin("organisation_members", (join) =>
      join
        .onRef("organisation_members.person_id", "=", "people.id")
        .onRef("organisation_members.organisation_id", "=", "organisation_domains.organisation_id"),
    )
    .select(["people.id", "people.name", "people.email"])
    .where("organisation_members.person_id", "is", null)
    .where("people.email_verified_at", "is not", null)
    .where("people.deactivated_at", "is", null)
    .where("people.role", "=", "customer")
    .orderBy(byName("people.name"))
    .orderBy("people.id")
    .limit(most)
    .execute();
