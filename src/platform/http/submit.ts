import type { z } from "zod";
import { act, type Action } from "../act.ts";
import { Conflict, Forbidden, Invalid, TooMany } from "../errors.ts";
import type { Phrase } from "../i18n/index.ts";
import type { FormState } from "./form.ts";
import type { Answer, Ask, Page } from "./route.ts";

/** The hidden field that makes a form act once however often it is sent. Its value is a random UUID. */
export const onceField = "once";

interface Outcome<O> {
  done(output: O): Answer | Promise<Answer>;
  /** The same page again, with what was typed and what is the matter. */
  again(state: FormState): Page | Promise<Page>;
}

interface Submission<S extends z.ZodType, O> extends Outcome<O> {
  action: Action<S, O>;
  input: unknown;
}

/**
 * Runs an action from a form. When it is refused, the form comes back with everything typed and the reasons at
 * their fields: 422 for input, 409 when somebody was first, 403 when it may not be done.
 */
export const submit = <S extends z.ZodType, O>(
  ask: Ask,
  { action, input, ...outcome }: Submission<S, O>,
): Promise<Answer> =>
  answerForm(ask, {
    run: () => act(ask.context.db, ask.actor, action, input, { once: ask.form.text(onceField) || undefined }),
    ...outcome,
  });

/** The same for what takes more than one action, e.g. because a refused try has to stay counted. */
export const answerForm = async <O>(
  ask: Ask,
  { run, done, again }: Outcome<O> & { run(): Promise<O> },
): Promise<Answer> => {
  const { changedMeanwhile } = ask.form;
  if (Object.keys(changedMeanwhile).length > 0) return { ...(await again(formAgain(ask, {}))), status: 409 };
  try {
    if (Object.keys(ask.form.refusedFiles).length > 0) throw new Invalid({ ...ask.form.refusedFiles });
    return await done(await run());
  } catch (error) {
    const refused = refusalOf(ask, error);
    if (!refused) throw error;
    return { ...(await again(refused.state)), status: refused.status };
  }
};

const statuses = [
  { type: Invalid, status: 422 },
  { type: Conflict, status: 409 },
  { type: Forbidden, status: 403 },
  { type: TooMany, status: 429 },
] as const;

const refusalOf = (ask: Ask, error: unknown): { status: number; state: FormState } | undefined => {
  const known = statuses.find(({ type }) => error instanceof type);
  if (!known || !(error instanceof known.type)) return undefined;
  const fields = error instanceof Invalid ? error.fields : {};
  return { status: known.status, state: formAgain(ask, fields, error instanceof Invalid ? undefined : error.phrase) };
};

/** The state of the form that was just sent, with phrases said in the actor's language. */
export const formAgain = (ask: Ask, fields: Readonly<Record<string, Phrase>>, problem?: Phrase): FormState => {
  const { locale } = ask.actor;
  return {
    // With those that were emptied, which would come back with what is saved otherwise.
    values: Object.fromEntries(
      [...ask.form.fields].flatMap(([name, [value]]) => (value === undefined ? [] : [[name, value]])),
    ),
    lists: Object.fromEntries(ask.form.fields),
    // Whatever else is the matter, nobody may think that a file has arrived which has not.
    errors: Object.fromEntries(
      Object.entries({ ...fields, ...ask.form.refusedFiles, ...ask.form.changedMeanwhile }).map(([name, phrase]) => [
        name,
        phrase.say(locale),
      ]),
    ),
    ...(problem && { problem: problem.say(locale) }),
  };
};
