import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { hasRole, type Actor } from "../../../platform/actor.ts";
import { Conflict, Forbidden } from "../../../platform/errors.ts";
import { record } from "../../../platform/events.ts";
import { id } from "../../../platform/input.ts";
import { now } from "../../../platform/time.ts";
import { mailResent } from "../events.ts";
import type { OutgoingMail } from "../mail.ts";
import { isResendable } from "../rules/resend.ts";
import { sendLater } from "../send-later.ts";
import { getMail } from "../store/mails.ts";
import { moveMail } from "../store/outbox.ts";
import { phrase } from "../words.ts";
import { tryAddressAgain } from "./clear-address.ts";

export const resendMail = action({
  name: "outgoing-mail.resend",
  description:
    "Sends a mail again that failed, came back, was withheld or only kept; also to an address that is marked.",
  input: z.object({ mailId: id }),
  async run(tx, actor, { mailId }) {
    const at = now();
    const mail = await getMail(tx, mailId);
    if (!mayResend(actor, mail)) throw new Forbidden();
    const moved = isResendable(mail, at)
      ? await moveMail(tx, mailId, { from: [mail.state], state: "queued", attempts: 0, nextAttemptAt: at })
      : undefined;
    if (!moved) throw new Conflict(phrase("notResendable"));
    await tryAddressAgain(tx, actor, mail.to.address);
    await sendLater(tx, mailId, at);
    await record(tx, actor, mailResent(moved));
  },
});

/** Mails about tickets by everybody at the desk; others, such as links that sign people in, by administrators. */
const mayResend = (actor: Actor, { about }: OutgoingMail): boolean =>
  hasRole(actor, about?.kind === "ticket" ? "member" : "administrator");
