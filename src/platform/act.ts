import { sql } from "kysely";
import type { z } from "zod";
import { personIdOf, type Actor } from "./actor.ts";
import type { Db, Tx } from "./db/db.ts";
import { Invalid } from "./errors.ts";
import type { Phrase } from "./i18n/index.ts";
import { phraseOfIssue } from "./input.ts";
import { after, days, now } from "./time.ts";

/**
 * A verb as a value. Web form, API, mail, job and command line all run it through `act`; its name, input and
 * description are also what the API and its documentation are made from.
 */
export interface Action<S extends z.ZodType, O> {
  /** `feature.verb`, e.g. `tickets.resolve`. */
  name: string;
  description: string;
  input: S;
  run(tx: Tx, actor: Actor, input: z.output<S>): Promise<O>;
}

export const action = <S extends z.ZodType, O>(verb: Action<S, O>): Action<S, O> => verb;

/** Checks the input of an action, for callers inside a transaction that compose actions. Throws `Invalid`. */
export const parseInput = <S extends z.ZodType>(input: S, raw: unknown): z.output<S> => {
  const parsed = input.safeParse(raw, { reportInput: true });
  if (parsed.success) return parsed.data;
  const fields: Record<string, Phrase> = {};
  for (const issue of parsed.error.issues) fields[issue.path.join(".")] ??= phraseOfIssue(issue);
  throw new Invalid(fields);
};

const retryable = new Set(["40001", "40P01"]);
const isRetryable = (error: unknown): boolean =>
  error instanceof Error && "code" in error && retryable.has(String(error.code));

/**
 * The one door: parses the input, opens the transaction, runs the verb. A deadlock or serialization failure is tried
 * again (5 times). With `once`, a second call by the same actor with the same key returns the first call's
 * output and changes nothing, also when both arrive at the same time.
 *
 * Throws a `Refusal` (see errors.ts) when it cannot be done; then nothing has changed.
 */
export const act = async <S extends z.ZodType, O>(
  db: Db,
  actor: Actor,
  verb: Action<S, O>,
  raw: unknown,
  { once }: { once?: string | undefined } = {},
): Promise<O> => {
  const input = parseInput(verb.input, raw);
  const run = (tx: Tx): Promise<O> => verb.run(tx, actor, input);
  const guarded = once
    ? (tx: Tx) => withReceipt(tx, { key: `${actorKey(actor)} ${verb.name} ${once}`, action: verb.name }, run)
    : run;
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().execute(guarded);
    } catch (error) {
      if (!isRetryable(error) || attempt === 5) throw error;
    }
  }
};

const actorKey = (actor: Actor): string => `${actor.kind} ${personIdOf(actor) ?? ""}`;

const withReceipt = async <O>(
  tx: Tx,
  { key, action: name }: { key: string; action: string },
  run: (tx: Tx) => Promise<O>,
): Promise<O> => {
  // The insert waits for a concurrent holder of the same key to commit, so exactly one of two runs the verb.
  const first = await tx
    .insertInto("receipts")
    .values({ key, action: name, output: null, at: now() })
    .onConflict((conflict) => conflict.column("key").doNothing())
    .returning("key")
    .executeTakeFirst();
  if (!first) {
    const receipt = await tx.selectFrom("receipts").select("output").where("key", "=", key).executeTakeFirstOrThrow();
    return receipt.output as O;
  }
  const output = await run(tx);
  await tx
    .updateTable("receipts")
    .set({ output: sql`${JSON.stringify(output ?? null)}::jsonb` })
    .where("key", "=", key)
    .execute();
  return output;
};

/** A key is remembered for two days; nobody sends the same form again later than that. */
export const deleteOldReceipts = async (db: Db): Promise<void> => {
  await db
    .deleteFrom("receipts")
    .where("at", "<", after(now(), -days(2)))
    .execute();
};
