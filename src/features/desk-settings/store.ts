import type { Reader, Tx } from "../../platform/db/db.ts";
import { NotFound } from "../../platform/errors.ts";
import type { Locale } from "../../platform/i18n/index.ts";
import { now } from "../../platform/time.ts";

/** The desk's own facts. There is one desk; before the set-up there is none. */
export interface Desk {
  name: string;
  /** The language for whoever has not said another. */
  locale: Locale;
  /** IANA name, e.g. `Europe/Berlin`. */
  timeZone: string;
  /** Mail leaves from here, and answers come in here. Lower case. */
  mailAddress: string;
  /** The shortest password that is taken, in characters; at least 5. */
  passwordMinimum: number;
  /** `#rrggbb`, lower case. */
  colour: string;
  /** At the foot of every mail; may be empty. */
  mailFooter: string;
}

const columns = ["name", "locale", "time_zone", "mail_address", "password_minimum", "colour", "mail_footer"] as const;

export const findDesk = async (db: Reader): Promise<Desk | undefined> => {
  const row = await db.selectFrom("desks").select(columns).executeTakeFirst();
  return (
    row && {
      name: row.name,
      locale: row.locale,
      timeZone: row.time_zone,
      mailAddress: row.mail_address,
      passwordMinimum: row.password_minimum,
      colour: row.colour,
      mailFooter: row.mail_footer,
    }
  );
};

/** Throws `NotFound` before the set-up. */
export const getDesk = async (db: Reader): Promise<Desk> => {
  const desk = await findDesk(db);
  if (!desk) throw new NotFound();
  return desk;
};

/** The same, and nobody else changes it until the transaction ends. */
export const lockDesk = async (tx: Tx): Promise<Desk> => {
  await tx.selectFrom("desks").select("id").forUpdate().execute();
  return getDesk(tx);
};

/** False when there is a desk already, also when both were made at the same time. */
export const insertDesk = async (
  tx: Tx,
  desk: Pick<Desk, "name" | "locale" | "timeZone" | "mailAddress">,
): Promise<boolean> => {
  const made = await tx
    .insertInto("desks")
    .values({
      name: desk.name,
      locale: desk.locale,
      time_zone: desk.timeZone,
      mail_address: desk.mailAddress,
      created_at: now(),
    })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .returning("id")
    .executeTakeFirst();
  return made !== undefined;
};

export const updateDesk = async (tx: Tx, desk: Desk): Promise<void> => {
  await tx
    .updateTable("desks")
    .set({
      name: desk.name,
      locale: desk.locale,
      time_zone: desk.timeZone,
      mail_address: desk.mailAddress,
      password_minimum: desk.passwordMinimum,
      colour: desk.colour,
      mail_footer: desk.mailFooter,
    })
    .execute();
};

/** Whether what is left to do after the set-up is still shown. */
export const areNextStepsShown = async (db: Reader): Promise<boolean> => {
  const row = await db.selectFrom("desks").select("next_steps_dismissed_at").executeTakeFirst();
  return row?.next_steps_dismissed_at === null;
};

/** False when it was dismissed before. */
export const setNextStepsDismissed = async (tx: Tx): Promise<boolean> => {
  const row = await tx
    .updateTable("desks")
    .set({ next_steps_dismissed_at: now() })
    .where("next_steps_dismissed_at", "is", null)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
};
