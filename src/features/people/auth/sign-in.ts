import { z } from "zod";
import { act, parseInput } from "../../../platform/act.ts";
import { system } from "../../../platform/actor.ts";
import type { Context } from "../../../platform/context.ts";
import { Invalid } from "../../../platform/errors.ts";
import { address } from "../../../platform/input.ts";
import { blockSignIn } from "../actions/block-sign-in.ts";
import { startSession } from "../actions/start-session.ts";
import { takeAttempt } from "../actions/take-attempt.ts";
import { device, password } from "../input.ts";
import { findPassword } from "../store/accounts.ts";
import { phrase } from "../words.ts";
import { verifyNobody, verifyPassword } from "./hash.ts";
import type { SignedIn } from "./open-session.ts";

const signInInput = z.object({ email: address, password, device });

/**
 * Signs in by password. Three transactions, because a refused try has to stay counted, and none is open while the
 * password is computed. Throws `Invalid` or `TooMany`, in the same words and time whether or not the address is known.
 */
export const signInByPassword = async (context: Context, raw: unknown): Promise<SignedIn> => {
  const input = parseInput(signInInput, raw);
  const { email } = input;
  const us = system("sign-in");
  const { isLast } = await act(context.db, us, takeAttempt, { email, ip: input.device.ip });
  const personId = await personOf(context, input);
  if (personId !== undefined) return act(context.db, us, startSession, { personId, device: input.device });
  if (isLast) await act(context.db, us, blockSignIn, { email });
  throw new Invalid({ password: phrase("wrongPassword") });
};

const personOf = async (
  { db }: Context,
  { email, password: given }: { email: string; password: string },
): Promise<number | undefined> => {
  const found = await findPassword(db, email);
  const isRight = found ? await verifyPassword({ hash: found.hash, password: given }) : await verifyNobody(given);
  return isRight ? found?.personId : undefined;
};
