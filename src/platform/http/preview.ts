import { createHash } from "node:crypto";
import type { ComponentChildren } from "preact";
import type { z } from "zod";
import type { Action } from "../act.ts";
import type { FormState } from "./form.ts";
import type { Answer, Ask, Page } from "./route.ts";
import { answerForm, formAgain, submit } from "./submit.ts";

/** The button that only shows what saving would mean. */
export const previewButton = { name: "step", value: "preview" } as const;
/** The hidden field that says for which change somebody has read what it would mean. */
export const previewedField = "previewed";

/** What a change would mean, for the page on which it is made. */
export interface Meaning {
  body: ComponentChildren;
  /** It would have changed nothing, so that nobody has to read it first. */
  isHarmless: boolean;
}

export interface Previewed {
  /** The id of the form that saves it. */
  form: string;
  body: ComponentChildren;
  /** For `previewedField`. */
  key: string;
}

interface Submission<S extends z.ZodType, O, P> {
  action: Action<S, O>;
  input: unknown;
  /** The form's id on the page. */
  form: string;
  /** What would be saved; refuses what the action would refuse. */
  propose(): Promise<P>;
  meaningOf(proposal: P): Promise<Meaning>;
  done(output: O): Answer | Promise<Answer>;
  /** The same page again, with what was typed and what is the matter, or what it would mean. */
  again(state: FormState, previewed?: Previewed): Page | Promise<Page>;
}

/**
 * Like `submit`, for changes whose weight nobody sees in the form: before it is saved, the page says what it would mean, when asked
 * to, and once in any case unless it means nothing.
 */
export const submitPreviewed = <S extends z.ZodType, O, P>(
  ask: Ask,
  { form, propose, meaningOf, ...submission }: Submission<S, O, P>,
): Promise<Answer> =>
  answerForm(ask, {
    run: propose,
    async done(proposal) {
      const isAsked = ask.form.text(previewButton.name) === previewButton.value;
      const key = fingerprintOf(proposal);
      if (!isAsked && ask.form.text(previewedField) === key) return submit(ask, submission);
      const { body, isHarmless } = await meaningOf(proposal);
      if (!isAsked && isHarmless) return submit(ask, submission);
      // Not 200, which Turbo shows as the answer to a form only after a redirect, and what was typed stands in no address.
      return { ...(await submission.again(formAgain(ask, {}), { form, body, key })), status: 422 };
    },
    again: submission.again,
  });

const fingerprintOf = (proposal: unknown): string =>
  createHash("sha256").update(JSON.stringify(proposal)).digest("hex").slice(0, 32);
