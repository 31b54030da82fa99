import type { Context } from "../../platform/context.ts";
import type { MailHome } from "../outgoing-mail/index.ts";
import { isPublicDomain } from "../people/index.ts";
import { readPassingAddress } from "./reply-address.ts";
import { isOfSupplier } from "./rules/theirs.ts";
import { getSupplier } from "./store.ts";
import { findPassing, passingsByMailIds } from "./store-passings.ts";

interface Spoken {
  desk: MailHome;
  sender: string;
  recipients: readonly string[];
  /** In-Reply-To first, then References from the newest to the oldest. */
  messageIds: readonly string[];
}

/** The passing that a mail proves to answer, if its sender may speak for that supplier. */
export const findSpeakingSupplier = async (
  { db, signer }: Pick<Context, "db" | "signer">,
  { desk, sender, recipients, messageIds }: Spoken,
): Promise<number | undefined> => {
  const signed = recipients.map((address) => readPassingAddress(signer, { desk, address }));
  const proven = [...signed, ...(await passingsByMailIds(db, messageIds))].filter((each) => each !== undefined);
  for (const id of new Set(proven)) {
    const passing = await findPassing(db, id);
    if (!passing) continue;
    const { mailAddress } = await getSupplier(db, passing.supplierId);
    if (isOfSupplier(sender, { mailAddress, isPublicDomain })) return id;
  }
  return undefined;
};
