import { z } from "zod";
import { action, parseInput } from "../../../platform/act.ts";
import { id } from "../../../platform/input.ts";
import { notify } from "../../../platform/live.ts";
import { hearSupplier } from "../../suppliers/index.ts";
import { incomingTopic } from "../events.ts";
import { ignoredBecause } from "../rules/verdict.ts";
import { describeIncoming, lockStored, settleIncoming } from "../store.ts";
import { findCopy } from "./find-copy.ts";
import { isFlood } from "./flood.ts";
import { onlySystem } from "./only-system.ts";
import { described } from "./settle-mail.ts";

const ignored = z.object({ verdict: z.literal("auto-reply"), reason: z.enum(ignoredBecause) });

export const fileFromSupplier = action({
  name: "incoming-mail.file-from-supplier",
  description: "Files what a supplier wrote at the ticket that was passed to him.",
  input: z.object({
    mailId: id,
    described,
    heard: hearSupplier.input,
    ignored: ignored.optional(),
    filedAnyway: z.boolean(),
  }),
  async run(tx, actor, { mailId, described, heard, ignored, filedAnyway }): Promise<void> {
    onlySystem(actor);
    if (!(await lockStored(tx, mailId))) return;
    await describeIncoming(tx, mailId, described);
    await notify(tx, [incomingTopic]);
    const copy = filedAnyway ? undefined : await findCopy(tx, mailId);
    if (copy) return settleIncoming(tx, mailId, { state: "filed", verdict: "ticket", reason: "copy", ...copy });
    const place = { kind: "open", relatedTo: undefined, reason: "new" } as const;
    if (!filedAnyway && (await isFlood(tx, described.from.address, place)))
      return settleIncoming(tx, mailId, { state: "ignored", verdict: "spam", reason: "too-many" });
    const filed = await hearSupplier.run(tx, actor, parseInput(hearSupplier.input, heard));
    // What answers by itself is kept at the passing, and is no answer.
    if (ignored) return settleIncoming(tx, mailId, { state: "ignored", ...ignored, ticketId: filed.ticketId });
    await settleIncoming(tx, mailId, { state: "filed", verdict: "ticket", reason: "from-supplier", ...filed });
  },
});
