import { z } from "zod";
import { action, parseInput } from "../../../platform/act.ts";
import type { Context } from "../../../platform/context.ts";
import { id } from "../../../platform/input.ts";
import { notify } from "../../../platform/live.ts";
import type { MailDesk } from "../../mail-addresses/index.ts";
import { findSpeakingSupplier, hearSupplier } from "../../suppliers/index.ts";
import { incomingTopic } from "../events.ts";
import type { Examined } from "../examine.ts";
import { recipientsOf } from "../filing.ts";
import type { IncomingMail } from "../mail.ts";
import { isDisowned } from "../rules/authentication.ts";
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
  input: z.object({ mailId: id, described, heard: hearSupplier.input, ignored: ignored.optional() }),
  async run(tx, actor, { mailId, described, heard, ignored }): Promise<void> {
    onlySystem(actor);
    if (!(await lockStored(tx, mailId))) return;
    await describeIncoming(tx, mailId, described);
    await notify(tx, [incomingTopic]);
    const copy = await findCopy(tx, mailId);
    if (copy) return settleIncoming(tx, mailId, { state: "filed", verdict: "ticket", reason: "copy", ...copy });
    const place = { kind: "open", relatedTo: undefined, reason: "new" } as const;
    if (await isFlood(tx, described.from.address, place))
      return settleIncoming(tx, mailId, { state: "ignored", verdict: "spam", reason: "too-many" });
    const filed = await hearSupplier.run(tx, actor, parseInput(hearSupplier.input, heard));
    // What answers by itself is kept at the passing, and is no answer.
    if (ignored) return settleIncoming(tx, mailId, { state: "ignored", ...ignored, ticketId: filed.ticketId });
    await settleIncoming(tx, mailId, { state: "filed", verdict: "ticket", reason: "from-supplier", ...filed });
  },
});

interface Given {
  mail: Pick<IncomingMail, "envelope" | "filedAnyway">;
  desk: MailDesk;
  examined: Examined;
}

/** What is no word of anybody, or our own, is judged as everywhere. */
const isSpeech = ({ ignored }: Examined): boolean =>
  ignored === undefined || (ignored.reason !== "receipt" && ["auto-reply", "list", "spam"].includes(ignored.verdict));

/**
 * The passing that a supplier speaks of: he shows what only our mail to him says, and writes from his desk's address or
 * domain, which nobody disowns.
 */
export const supplierSpeaking = async (context: Context, given: Given): Promise<number | undefined> => {
  const { examined, desk } = given;
  const [sender] = examined.from;
  if (!sender || examined.isStandIn || !isSpeech(examined) || isDisowned(examined.parsed)) return undefined;
  const { inReplyTo, references } = examined.parsed;
  return findSpeakingSupplier(context, {
    desk,
    sender: sender.address,
    recipients: recipientsOf(given),
    messageIds: [...inReplyTo, ...references.toReversed()].slice(0, 200),
  });
};
