import type { Refusal } from "../../../platform/errors.ts";

/** Throws in a person's words when it was this unique constraint that refused a row; else does nothing. */
export const saying = (constraint: string, refusal: () => Refusal, error: unknown): void => {
  if (error instanceof Error && "constraint" in error && error.constraint === constraint) throw refusal();
};
