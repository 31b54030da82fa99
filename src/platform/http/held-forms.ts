import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import { z } from "zod";
import type { Db } from "../db/db.ts";
import { after, days, now } from "../time.ts";
import { formOf, type Form } from "./form.ts";
import type { Signer } from "../signer.ts";
import { keptField, notKeptField, readKept } from "./kept-files.ts";

/** Held forms are handed back for this long. */
const keptFor = days(1);
const heldFields = z.array(z.tuple([z.string(), z.array(z.string())]));

/** Fields that are typed again and never stored or shown again. */
export const isSecretField = (name: string): boolean => /password|secret|code/i.test(name);

/** Fields that pages fill in for themselves. */
const ownFields = new Set([
  "once",
  "kept",
  "dropped",
  "seen",
  "version",
  "draft",
  "draftId",
  "html",
  "basis",
  notKeptField,
]);

/** A choice, a number or an id: it says nothing to whoever chose it from words. */
const isToken = (value: string): boolean => /^[\da-z_-]*$/.test(value);

/** What a person wrote in a form, for showing that it is not lost: no ids, no choices, no secrets. */
export const wordsIn = (form: Form): string[] =>
  [...form.fields]
    .filter(([name]) => !ownFields.has(name) && !isSecretField(name))
    .flatMap(([, values]) => values)
    .filter((value) => !isToken(value.trim()));

/** What of a kept form could not be kept, in sentences. */
export const notKeptIn = (form: Form): readonly string[] => form.all(notKeptField);

/** The fields that go along when a kept form is sent again. */
export const fieldsToSend = (form: Form): { name: string; value: string }[] =>
  [...form.fields]
    .filter(([name]) => name !== notKeptField && !isSecretField(name))
    .flatMap(([name, values]) => values.map((value) => ({ name, value })));

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

/** The stored files of all forms that can still be asked for. */
export const listFilesOfHeldForms = async (db: Db, signer: Signer): Promise<string[]> => {
  const rows = await db.selectFrom("held_forms").select("fields").where("at", ">", after(now(), -keptFor)).execute();
  return rows
    .flatMap(({ fields }) => heldFields.parse(fields))
    .filter(([name]) => name === keptField)
    .flatMap(([, tokens]) => tokens.flatMap((token) => readKept(signer, token)?.file ?? []));
};

export const deleteOldHeldForms = async (db: Db): Promise<void> => {
  await db.deleteFrom("held_forms").where("at", "<", after(now(), -keptFor)).execute();
};
