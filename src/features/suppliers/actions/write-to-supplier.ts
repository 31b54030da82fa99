import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { isAgent } from "../../../platform/actor.ts";
import { Conflict, Forbidden } from "../../../platform/errors.ts";
import { id, words } from "../../../platform/input.ts";
import { getDesk } from "../../desk-settings/index.ts";
import { newMessageId } from "../../outgoing-mail/index.ts";
import { endOf, recordOutside } from "../../tickets/index.ts";
import { getSupplier } from "../store.ts";
import { insertMessage, lockPassing } from "../store-passings.ts";
import { phrase } from "../words.ts";

export const writeToSupplier = action({
  name: "suppliers.write",
  description: "Writes to the supplier about a ticket that is there. Customers see nothing of it.",
  input: z.object({ passingId: id, text: words(100_000) }),
  async run(tx, actor, { passingId, text }): Promise<void> {
    if (!isAgent(actor)) throw new Forbidden();
    const passing = await lockPassing(tx, passingId);
    if (passing.endedAt) throw new Conflict(phrase("hasEnded"));
    const { name } = await getSupplier(tx, passing.supplierId);
    const ticketId = await endOf(tx, passing.ticketId);
    const { eventId } = await recordOutside(tx, actor, { ticketId, happened: "written-to-supplier", name, passingId });
    const mailMessageId = newMessageId(await getDesk(tx));
    await insertMessage(tx, { passingId, kind: "written", eventId, authorName: actor.name, text, mailMessageId });
  },
});
