import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { hasRole } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db/db.ts";
import type { Actor } from "../../../platform/actor.ts";
import { Forbidden } from "../../../platform/errors.ts";
import { record } from "../../../platform/events.ts";
import { address } from "../../../platform/input.ts";
import { addressCleared } from "../events.ts";
import { deleteUndeliverable } from "../store/undeliverable.ts";

export const clearAddress = action({
  name: "outgoing-mail.clear-address",
  description: "Lets mail go again to an address from which mails came back.",
  input: z.object({ address }),
  async run(tx, actor, { address }) {
    if (!hasRole(actor, "member")) throw new Forbidden();
    await tryAddressAgain(tx, actor, address);
  },
});

/** Nothing to clear is fine: somebody else was first. */
export const tryAddressAgain = async (tx: Tx, actor: Actor, address: string): Promise<void> => {
  const marked = await deleteUndeliverable(tx, address);
  if (marked) await record(tx, actor, addressCleared(marked.mailId, address));
};
