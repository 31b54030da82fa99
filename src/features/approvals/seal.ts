import { createHash } from "node:crypto";
import type { Decision } from "./types.ts";

const sha256 = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

/** SHA-256 of a canonical text in UTF-8, in hexadecimal. */
export const hashOfText = (canonical: string): string => sha256(canonical);

export type Sealed = Omit<Decision, "id" | "seal"> & { approvalId: number };

/**
 * SHA-256 over a decision and the hash of its text, as a JSON array without blanks: `["tresen approval 1", approval,
 * text's SHA-256, verdict, reason, person's id, person's name, time in ISO 8601 UTC, way]`. Anybody who has these can
 * compute it, with any program.
 */
export const sealOf = ({ approvalId, textHash, verdict, reason, personId, personName, at, via }: Sealed): string =>
  sha256(
    JSON.stringify([
      "tresen approval 1",
      approvalId,
      textHash,
      verdict,
      reason,
      personId,
      personName,
      at.toISOString(),
      via,
    ]),
  );

/** Whether text, decision and seal still belong together: nothing of them has changed since the decision. */
export const isIntact = (
  approval: { id: number; text: string; textHash: string },
  decision: Omit<Decision, "id">,
): boolean =>
  hashOfText(approval.text) === approval.textHash &&
  decision.textHash === approval.textHash &&
  sealOf({ ...decision, approvalId: approval.id }) === decision.seal;
