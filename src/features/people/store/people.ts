import { sql, type ExpressionBuilder } from "kysely";
import type { Database } from "../../../platform/db/schema.ts";
import { readableAddress } from "../../../platform/address.ts";
import type { Reader, Tx } from "../../../platform/db/db.ts";
import { Invalid, NotFound } from "../../../platform/errors.ts";
import type { Locale } from "../../../platform/i18n/index.ts";
import { now } from "../../../platform/time.ts";
import { byName } from "./by-name.ts";
import type { Role } from "../rules/roles.ts";
import type { Person } from "../types.ts";
import { phrase } from "../words.ts";
import { containing } from "./containing.ts";
import { saying } from "./saying.ts";

const columns = [
  "people.id",
  "people.name",
  "people.email",
  "people.email_verified_at",
  "people.phone",
  "people.role",
  "people.locale",
  "people.time_zone",
  "people.deactivated_at",
] as const;

const hasAccount = (build: ExpressionBuilder<Database, "people">) =>
  build
    .exists(
      build
        .selectFrom("accounts")
        .select(sql`1`.as("one"))
        .whereRef("accounts.person_id", "=", "people.id"),
    )
    .$castTo<boolean>()
    .as("has_account");

const selectPeople = (db: Reader) => db.selectFrom("people").select(columns).select(hasAccount);

type PersonRow = Awaited<ReturnType<ReturnType<typeof selectPeople>["executeTakeFirstOrThrow"]>>;

const personOf = (row: PersonRow): Person => ({
  id: row.id,
  name: row.name,
  email: row.email,
  emailVerifiedAt: row.email_verified_at,
  phone: row.phone,
  role: row.role,
  locale: row.locale,
  timeZone: row.time_zone,
  hasAccount: row.has_account,
  deactivatedAt: row.deactivated_at,
});

export const findPerson = async (db: Reader, id: number): Promise<Person | undefined> => {
  const row = await selectPeople(db).where("people.id", "=", id).executeTakeFirst();
  return row && personOf(row);
};

export const getPerson = async (db: Reader, id: number): Promise<Person> => {
  const person = await findPerson(db, id);
  if (!person) throw new NotFound();
  return person;
};

/** The same, and nobody else changes the person until the transaction ends. */
export const lockPerson = async (tx: Tx, id: number): Promise<Person> => {
  await tx.selectFrom("people").select("id").where("id", "=", id).forUpdate().execute();
  return getPerson(tx, id);
};

export const findPersonByEmail = async (db: Reader, email: string): Promise<Person | undefined> => {
  const row = await selectPeople(db)
    .where("people.email", "=", readableAddress(email.trim().toLowerCase()))
    .executeTakeFirst();
  return row && personOf(row);
};

/** Ids that nobody has are missing in the map. */
export const peopleByIds = async (db: Reader, ids: readonly number[]): Promise<Map<number, Person>> => {
  if (ids.length === 0) return new Map();
  const rows = await selectPeople(db)
    .where("people.id", "in", [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, personOf(row)]));
};

/** Everybody who works at the desk now, by name. */
export const listAgents = async (db: Reader): Promise<Person[]> => {
  const rows = await selectPeople(db)
    .where("people.role", "<>", "customer")
    .where("people.deactivated_at", "is", null)
    .orderBy(byName("people.name"))
    .orderBy("people.id")
    .execute();
  return rows.map(personOf);
};

/**
 * Active people whose name, address or telephone number contains the text; names that begin with it come first. Numbers
 * are the same however they are written.
 */
export const searchPeople = async (db: Reader, text: string, limit: number): Promise<Person[]> => {
  const pattern = containing(text);
  const digits = digitsOf(text);
  const rows = await selectPeople(db)
    .where("people.deactivated_at", "is", null)
    .where((row) =>
      row.or([
        row("people.name", "ilike", pattern),
        row("people.email", "ilike", pattern),
        row("people.phone", "ilike", pattern),
        ...(digits === "" ? [] : [sql<boolean>`${phoneDigits} like ${`%${digits}%`}`]),
      ]),
    )
    .orderBy(sql`people.name ilike ${pattern.slice(1)}`, "desc")
    .orderBy(byName("people.name"))
    .orderBy("people.id")
    .limit(limit)
    .execute();
  return rows.map(personOf);
};

const phoneDigits = sql`regexp_replace(people.phone, '\\(0\\)|\\D', '', 'g')`;
const fewestDigits = 4;
const mostDigits = 7;

/**
 * The end of a telephone number, because one writes +49 40 where another writes 040 or (0)40; empty for what is none.
 */
const digitsOf = (text: string): string => {
  if (!/^[\d\s()+/.-]+$/.test(text)) return "";
  const digits = text.replaceAll(/\(0\)|\D/g, "").replace(/^0+/, "");
  return digits.length < fewestDigits ? "" : digits.slice(-mostDigits);
};

export interface NewPerson {
  name: string;
  email: string | null;
  phone?: string | null;
  role?: Role;
  locale: Locale;
  timeZone: string;
}

/** Undefined when somebody has the address already, also when both are written at the same time. */
export const insertPerson = async (tx: Tx, person: NewPerson): Promise<number | undefined> => {
  const row = await tx
    .insertInto("people")
    .values({
      name: person.name,
      email: person.email,
      phone: person.phone ?? null,
      role: person.role ?? "customer",
      locale: person.locale,
      time_zone: person.timeZone,
      created_at: now(),
    })
    .onConflict((conflict) => conflict.column("email").doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id;
};

export interface PersonPatch {
  name?: string;
  email?: string | null;
  phone?: string | null;
  role?: Role;
  locale?: Locale;
  timeZone?: string;
  emailVerifiedAt?: Date | null;
  deactivatedAt?: Date | null;
}

/** Throws `Invalid` when somebody else has the address. */
export const updatePerson = async (tx: Tx, id: number, patch: PersonPatch): Promise<void> => {
  await tx
    .updateTable("people")
    .set({
      ...(patch.name !== undefined && { name: patch.name }),
      ...(patch.email !== undefined && { email: patch.email }),
      ...(patch.phone !== undefined && { phone: patch.phone }),
      ...(patch.role !== undefined && { role: patch.role }),
      ...(patch.locale !== undefined && { locale: patch.locale }),
      ...(patch.timeZone !== undefined && { time_zone: patch.timeZone }),
      ...(patch.emailVerifiedAt !== undefined && { email_verified_at: patch.emailVerifiedAt }),
      ...(patch.deactivatedAt !== undefined && { deactivated_at: patch.deactivatedAt }),
    })
    .where("id", "=", id)
    .execute()
    .catch(saying({ people_email_key: () => new Invalid({ email: phrase("addressTaken") }) }));
};

/** Ids of the active administrators; until the transaction ends nobody else changes who they are. */
export const lockAdministrators = async (tx: Tx): Promise<number[]> => {
  const rows = await tx
    .selectFrom("people")
    .select("id")
    .where("role", "=", "administrator")
    .where("deactivated_at", "is", null)
    .orderBy("id")
    .forUpdate()
    .execute();
  return rows.map((row) => row.id);
};

/** Ids of active people whose verified address is at this domain. */
export const listVerifiedAt = async (db: Reader, domain: string): Promise<number[]> => {
  const rows = await db
    .selectFrom("people")
    .select("id")
    .where("email_verified_at", "is not", null)
    .where("deactivated_at", "is", null)
    .where(sql`split_part(email, '@', 2)`, "=", domain)
    .execute();
  return rows.map((row) => row.id);
};
