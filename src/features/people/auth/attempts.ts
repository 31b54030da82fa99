import type { Tx } from "../../../platform/db/db.ts";
import { TooMany } from "../../../platform/errors.ts";
import { after, minutes, now } from "../../../platform/time.ts";
import { limits, type AttemptKind } from "../rules/limits.ts";
import { countAttempt } from "../store/attempts.ts";
import { phrase } from "../words.ts";

interface Attempt {
  kind: AttemptKind;
  email: string;
  ip: string;
}

/**
 * Counts an attempt before it is made, so that many at once are not all let through. Unknown addresses count as known
 * ones do. Throws `TooMany`; a refused attempt is not counted. `isLast`: the next one will be refused.
 */
export const noteAttempt = async (tx: Tx, { kind, email, ip }: Attempt): Promise<{ isLast: boolean }> => {
  const limit = limits[kind];
  const at = now();
  const times = { at, since: after(at, -limit.within) };
  const byPlace = await countAttempt(tx, { kind, source: `ip:${ip}` }, times);
  const byAddress = await countAttempt(tx, { kind, source: `address:${email}` }, times);
  if (byPlace > limit.perPlace || byAddress > limit.perAddress)
    throw new TooMany(
      phrase(kind === "password" ? "tooManySignIns" : "tooManyLinks", { minutes: limit.within / minutes(1) }),
    );
  return { isLast: byAddress === limit.perAddress };
};
