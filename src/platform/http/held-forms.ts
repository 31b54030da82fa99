import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import { z } from "zod";
import type { Db } from "../db/db.ts";
import { after, days, now } from "../time.ts";
import { formOf, type Form } from "./form.ts";

/** Held forms are handed back for this long. */
const keptFor = days(1);
const heldFields = z.array(z.tuple([z.string(), z.array(z.string())]));

/** Fields that are typed again and never stored or shown again. */
export const isSecretField = (name: string): boolean => /password|secret|code/i.test(name);

/** Fields that pages fill in for themselves. */
const ownFields = new Set(["once", "kept", "dropped", "seen", "version", "draft", "html"]);

/** A choice, a number or an id: it says nothing to whoever chose it from words. */
const isToken = (value: string): boolean => /^[\da-z_-]*$/.test(value);

/** What a person wrote in a form, for showing that it is not lost: no ids, no choices, no secrets. */
export const wordsIn = (form: Form): string[] =>
  [...form.fields]
    .filter(([name]) => !ownFields.has(name) && !isSecretField(name))
    .flatMap(([, values]) => values)
    .filter((value) => !isToken(value.trim()));

/** Keeps what somebody sent without a session, until after signing in. Returns the token that asks for it back. */
export const holdForm = async (db: Db, path: string, form: Form): Promise<string> => {
  const token = randomBytes(24).toString("base64url");
  await db
    .insertInto("held_forms")
    .values({
      token,
      path,
      fields: sql`${JSON.stringify([...form.fields].filter(([name]) => !isSecretField(name)))}::jsonb`,
      at: now(),
    })
    .execute();
  return token;
};

export const findHeldForm = async (db: Db, token: string): Promise<{ path: string; form: Form } | undefined> => {
  const row = await db
    .selectFrom("held_forms")
    .select(["path", "fields"])
    .where("token", "=", token)
    .where("at", ">", after(now(), -keptFor))
    .executeTakeFirst();
  return row && { path: row.path, form: formOf({ fields: new Map(heldFields.parse(row.fields)) }) };
};

export const deleteOldHeldForms = async (db: Db): Promise<void> => {
  await db.deleteFrom("held_forms").where("at", "<", after(now(), -keptFor)).execute();
};
