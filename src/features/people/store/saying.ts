import type { Refusal } from "../../../platform/errors.ts";

/**
 * For `.catch`: says in a person's words which unique constraint refused a row. Asking first would not do, because
 * somebody else may write between the question and the answer.
 */
export const saying =
  (refusals: Readonly<Record<string, () => Refusal>>) =>
  (error: unknown): never => {
    const constraint = error instanceof Error && "constraint" in error ? String(error.constraint) : "";
    throw refusals[constraint]?.() ?? error;
  };
