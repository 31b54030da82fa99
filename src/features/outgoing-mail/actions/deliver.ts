import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { Forbidden } from "../../../platform/errors.ts";
import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db/db.ts";
import { record } from "../../../platform/events.ts";
import { id } from "../../../platform/input.ts";
import { notify } from "../../../platform/live.ts";
import { after, minutes, now } from "../../../platform/time.ts";
import { mailFailed, topicsOf } from "../events.ts";
import type { OutgoingMail } from "../mail.ts";
import { nextTry } from "../rules/retry.ts";
import { sendLater } from "../send-later.ts";
import { refusesAddress } from "../rules/dead-address.ts";
import {
  insertAttempt,
  lockForgottenMails,
  lockSendingMail,
  moveMail,
  renewClaim,
  takeMail,
  type StateChange,
} from "../store/outbox.ts";
import { insertUndeliverable, isUndeliverable } from "../store/undeliverable.ts";

/** Whoever sends says at least this often that it is still at it; then a mail is not held up by a dead process. */
export const claimFor = minutes(1);

const onlySystem = (actor: Actor): void => {
  if (actor.kind !== "system") throw new Forbidden();
};

const mailInput = z.object({ mailId: id });

/** Takes a queued mail for sending. Undefined: it is sent, cancelled, not due yet, or somebody else has it. */
export const claimMail = action({
  name: "outgoing-mail.claim",
  description: "Takes a queued mail for sending.",
  input: mailInput,
  async run(tx, actor, { mailId }): Promise<OutgoingMail | undefined> {
    onlySystem(actor);
    const at = now();
    const mail = await takeMail(tx, mailId, { at, until: after(at, claimFor) });
    if (!mail) return undefined;
    const change = await changedMeanwhile(tx, mail, at);
    if (!change) return mail;
    await moveMail(tx, mailId, { from: ["sending"], ...change });
    await notify(tx, topicsOf(mail));
    return undefined;
  },
});

/** What became of the mail while it waited, so that it is not sent any more. */
const changedMeanwhile = async (
  tx: Tx,
  { expiresAt, to }: OutgoingMail,
  at: Date,
): Promise<Pick<StateChange, "state" | "withheldBecause"> | undefined> => {
  if (expiresAt && expiresAt < at) return { state: "cancelled" };
  return (await isUndeliverable(tx, to.address)) ? { state: "withheld", withheldBecause: "undeliverable" } : undefined;
};

export const renewMailClaim = action({
  name: "outgoing-mail.renew-claim",
  description: "Says that a mail is still being sent.",
  input: mailInput,
  async run(tx, actor, { mailId }) {
    onlySystem(actor);
    await renewClaim(tx, mailId, after(now(), claimFor));
  },
});

const longestAnswer = 2_000;

export const recordDelivery = action({
  name: "outgoing-mail.record-delivery",
  description: "Writes down what came of trying to send a mail.",
  input: mailInput.extend({
    /** `interrupted`: the connection was lost after the last line of the mail, so it may have arrived. */
    outcome: z.enum(["sent", "kept", "postponed", "interrupted", "refused"]),
    response: z.string().transform((text) => text.slice(0, longestAnswer)),
  }),
  async run(tx, actor, { mailId, outcome, response }) {
    onlySystem(actor);
    const at = now();
    const sending = { from: ["sending"], response } as const;
    if (outcome === "postponed" || outcome === "interrupted") {
      await postpone(tx, actor, { mailId, outcome, response });
      return;
    }
    const mail = await moveMail(
      tx,
      mailId,
      outcome === "refused" ? { ...sending, state: "failed" } : { ...sending, state: outcome, sentAt: at },
    );
    if (!mail) return;
    await insertAttempt(tx, mailId, { at, outcome, response });
    if (outcome === "refused" && refusesAddress(response))
      await insertUndeliverable(tx, { address: mail.to.address, since: at, reason: response, mailId });
    if (outcome === "refused") await record(tx, actor, mailFailed(mail, response));
    else await notify(tx, topicsOf(mail));
  },
});

/** Back to the queue after a pause, or, when a day of tries is over, failed. */
const postpone = async (
  tx: Tx,
  actor: Actor,
  { mailId, outcome, response }: { mailId: number; outcome: "postponed" | "interrupted"; response: string },
): Promise<void> => {
  const sending = await lockSendingMail(tx, mailId);
  if (!sending) return;
  const at = now();
  const attempts = sending.attempts + 1;
  // Of a sender that died nothing is known that would happen again.
  const again = nextTry(attempts, at, { isInDoubt: outcome === "interrupted" && response !== "" });
  await insertAttempt(tx, mailId, { at, outcome, response });
  await moveMail(tx, mailId, {
    from: ["sending"],
    state: again ? "queued" : "failed",
    attempts,
    response,
    nextAttemptAt: again ?? null,
  });
  if (again) {
    await sendLater(tx, mailId, again);
    await notify(tx, topicsOf(sending));
  } else await record(tx, actor, mailFailed(sending, response));
};

export const reviveForgottenMails = action({
  name: "outgoing-mail.revive",
  description: "Takes up mails whose sender died while sending, or whose job was lost.",
  input: z.object({}),
  async run(tx, actor) {
    onlySystem(actor);
    for (const { id: mailId, state } of await lockForgottenMails(tx, after(now(), -minutes(1)))) {
      // It may have arrived: a mail server that got the last line takes the mail, whether or not we heard its answer.
      if (state === "sending") await postpone(tx, actor, { mailId, outcome: "interrupted", response: "" });
      else await sendLater(tx, mailId, now());
    }
  },
});
