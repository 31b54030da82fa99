import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { act } from "../../platform/act.ts";
import { system } from "../../platform/actor.ts";
import type { Context } from "../../platform/context.ts";
import { isDatabaseAway } from "../../platform/db/away.ts";
import { job, type Recurring } from "../../platform/jobs.ts";
import { MailRefused, MailUnanswered } from "../../platform/mail/transport.ts";
import { claimFor, claimMail, recordDelivery, renewMailClaim, reviveForgottenMails } from "./actions/deliver.ts";
import { bounceAddress } from "./bounce-address.ts";
import type { OutgoingMail } from "./mail.ts";
import { messageOf } from "./message.ts";
import { sendJobName } from "./send-later.ts";

const mailer = system("outgoing-mail");

/**
 * Sends one mail. Exactly one process has it at a time. If this one dies after the server took the mail and before
 * that is written down, the mail is sent a second time with the same Message-ID: better twice than never.
 */
export const sendMailJob = job({
  name: sendJobName,
  payload: z.object({ mailId: z.number() }),
  async run(context, { mailId }) {
    const mail = await act(context.db, mailer, claimMail, { mailId });
    if (!mail) return;
    const release = holdClaim(context, mailId);
    try {
      await recordSurely(context, { mailId, ...(await deliver(context, mail)) });
    } finally {
      release();
    }
  },
});

const holdClaim = (context: Context, mailId: number): (() => void) => {
  const timer = setInterval(() => {
    act(context.db, mailer, renewMailClaim, { mailId }).catch((error: unknown) => {
      context.log.warn({ err: error, mailId }, "could not say that a mail is still being sent");
    });
  }, claimFor / 3);
  return () => clearInterval(timer);
};

interface Outcome {
  outcome: "sent" | "kept" | "postponed" | "interrupted" | "refused";
  response: string;
}

const deliver = async (context: Context, mail: OutgoingMail): Promise<Outcome> => {
  const { mail: transport, files, log } = context;
  if (transport.kind === "mailbox") return { outcome: "kept", response: "" };
  try {
    return {
      outcome: "sent",
      response: await transport.send(messageOf(mail, { files, returnTo: returnTo(context, mail) })),
    };
  } catch (error) {
    const response = error instanceof Error ? error.message : String(error);
    log.warn({ mailId: mail.id, response }, "a mail could not be sent");
    if (error instanceof MailRefused) return { outcome: "refused", response };
    return { outcome: error instanceof MailUnanswered ? "interrupted" : "postponed", response };
  }
};

const returnTo = ({ config, signer }: Context, { id: mailId }: OutgoingMail): string | undefined =>
  config.bounceAddress && bounceAddress({ signer, home: config.bounceAddress, mailId });

/** The mail has left, so this must be written down even if the database is away just now (5 minutes at most). */
const recordSurely = async (context: Context, outcome: Outcome & { mailId: number }): Promise<void> => {
  for (let seconds = 0; ; seconds++) {
    try {
      await act(context.db, mailer, recordDelivery, outcome);
      return;
    } catch (error) {
      if (!isDatabaseAway(error) || seconds >= 300) throw error;
      await pause(1_000);
    }
  }
};

const reviveJob = job({
  name: "outgoing-mail.revive",
  payload: z.unknown(),
  async run({ db }) {
    await act(db, mailer, reviveForgottenMails, {});
  },
});

export const mailSchedule: readonly Recurring[] = [{ cron: "* * * * *", job: reviveJob }];
