import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { Forbidden } from "../../../platform/errors.ts";
import { record } from "../../../platform/events.ts";
import { id } from "../../../platform/input.ts";
import { now } from "../../../platform/time.ts";
import { mailBounced } from "../events.ts";
import { saysAddressIsDead } from "../rules/dead-address.ts";
import { insertUndeliverable } from "../store/undeliverable.ts";
import { insertAttempt, moveMail } from "../store/outbox.ts";

export const recordBounce = action({
  name: "outgoing-mail.record-bounce",
  description:
    "Writes down that another server could not deliver a mail of ours, and keeps more from going to that address.",
  input: z.object({ mailId: id, diagnostic: z.string().transform((text) => text.slice(0, 2_000)) }),
  async run(tx, actor, { mailId, diagnostic }) {
    if (actor.kind !== "system") throw new Forbidden();
    const mail = await moveMail(tx, mailId, { from: ["sent"], state: "bounced", response: diagnostic });
    if (!mail) return;
    await insertAttempt(tx, mailId, { at: now(), outcome: "bounced", response: diagnostic });
    if (saysAddressIsDead(diagnostic))
      await insertUndeliverable(tx, { address: mail.to.address, since: now(), reason: diagnostic, mailId });
    await record(tx, actor, mailBounced(mail, diagnostic));
  },
});
