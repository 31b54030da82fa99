import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { hasRole } from "../../../platform/actor.ts";
import { Conflict, Forbidden } from "../../../platform/errors.ts";
import { record } from "../../../platform/events.ts";
import { id } from "../../../platform/input.ts";
import { now } from "../../../platform/time.ts";
import { mailResent } from "../events.ts";
import { isResendable } from "../rules/resend.ts";
import { sendLater } from "../send-later.ts";
import { getMail } from "../store/mails.ts";
import { moveMail } from "../store/outbox.ts";
import { phrase } from "../words.ts";

export const resendMail = action({
  name: "outgoing-mail.resend",
  description: "Sends a mail again that failed, came back, or was only kept.",
  input: z.object({ mailId: id }),
  async run(tx, actor, { mailId }) {
    if (!hasRole(actor, "administrator")) throw new Forbidden();
    const at = now();
    const mail = await getMail(tx, mailId);
    const moved = isResendable(mail, at)
      ? await moveMail(tx, mailId, { from: [mail.state], state: "queued", attempts: 0, nextAttemptAt: at })
      : undefined;
    if (!moved) throw new Conflict(phrase("notResendable"));
    await sendLater(tx, mailId, at);
    await record(tx, actor, mailResent(moved));
  },
});
