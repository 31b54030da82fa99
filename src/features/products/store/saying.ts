import type { Refusal } from "../../../platform/errors.ts";

/**
 * For `.catch`: says in a person's words that a constraint refused a row. Asking first would not do, because
 * somebody else may write between the question and the answer.
 */
export const saying =
  (constraint: string, refusal: () => Refusal) =>
  (error: unknown): never => {
    const isViolation = error instanceof Error && "constraint" in error && error.constraint === constraint;
    throw isViolation ? refusal() : error;
  };
