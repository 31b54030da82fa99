import { act } from "../../platform/act.ts";
import { system } from "../../platform/actor.ts";
import type { Context } from "../../platform/context.ts";
import { storeMail } from "./actions/store-mail.ts";

/** A message as whoever takes it in hands it over. */
export interface ArrivedMail {
  /** How it arrived; the same message from the same source is kept once. */
  source: string;
  /** Empty for messages without a sender to answer to. */
  envelopeFrom: string;
  envelopeTo: readonly string[];
  raw: Uint8Array;
}

/**
 * Keeps the message; once this resolves it is safe, and its server may be told so. What is in it is looked at
 * afterwards, by a job. Throws when the database is away: then nothing is kept, and the server has to come back.
 */
export const receiveMail = (
  context: Pick<Context, "db">,
  mail: ArrivedMail,
): Promise<{ mailId: number; isNew: boolean }> => act(context.db, system("incoming-mail"), storeMail, mail);
