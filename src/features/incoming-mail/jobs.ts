import { z } from "zod";
import { act } from "../../platform/act.ts";
import { system } from "../../platform/actor.ts";
import type { Context } from "../../platform/context.ts";
import { Refusal } from "../../platform/errors.ts";
import { isDatabaseAway } from "../../platform/db/away.ts";
import { job, type Recurring } from "../../platform/jobs.ts";
import { after, minutes, now } from "../../platform/time.ts";
import { getMailDesk, type MailDesk } from "../mail-addresses/index.ts";
import { isOwnMessageId, listMailsByMessageId, readBounceAddress, recordBounce } from "../outgoing-mail/index.ts";
import { fileMail } from "./actions/file-mail.ts";
import { hearProgram } from "./actions/hear-program.ts";
import { fileFromSupplier } from "./actions/file-from-supplier.ts";
import { failMail, ignoreMail } from "./actions/settle-mail.ts";
import type { Examined } from "./examine.ts";
import { fileJobName, fileLater } from "./file-later.ts";
import { answersUs, filingOf, recipientsOf } from "./filing.ts";
import { supplierFilingOf } from "./from-supplier.ts";
import type { IncomingMail } from "./mail.ts";
import { readMail } from "./reading.ts";
import { reportedMessageIds } from "./rules/bounce.ts";
import { findIncoming, getRaw, listWaitingSince } from "./store.ts";

const filer = system("incoming-mail");

/**
 * Looks at a stored message and does what it asks for, in one transaction that also says that it is done: ended at any
 * moment, the message is either still waiting or filed once. Whatever goes wrong is written beside the message.
 */
export const fileMailJob = job({
  name: fileJobName,
  payload: z.object({ mailId: z.number() }),
  async run(context, { mailId }) {
    const mail = await findIncoming(context.db, mailId);
    if (mail?.state !== "stored") return;
    const raw = await getRaw(context.db, mailId);
    const desk = await getMailDesk(context.db);
    const examined = await readMail(raw, { envelopeFrom: mail.envelope.from, desk });
    try {
      await file(context, { mail, desk, examined, raw });
    } catch (error) {
      await giveUp(context, { mail, examined, error });
    }
  },
});

/** Says beside the message why it is not filed. Nothing that stands in the message keeps it from being said. */
const giveUp = async (
  { db, log }: Context,
  { mail, examined, error }: { mail: IncomingMail; examined: Examined; error: unknown },
): Promise<void> => {
  // The database will be back; then the queue tries again.
  if (isDatabaseAway(error)) throw error;
  const mailId = mail.id;
  log.error({ err: error, mailId }, "an incoming mail could not be filed");
  const reason = error instanceof Refusal ? error.phrase.say("en") : String(error);
  try {
    await act(db, filer, failMail, { mailId, described: describe(examined), error: reason });
  } catch (second) {
    if (isDatabaseAway(second)) throw second;
    log.error({ err: second, mailId }, "an incoming mail could not even be described");
    const printable = reason.replaceAll(/[^\x20-\x7e]+/g, " ");
    await act(db, filer, failMail, { mailId, error: `The message cannot be described. ${printable}` });
  }
};

interface Opened {
  mail: IncomingMail;
  desk: MailDesk;
  examined: Examined;
  raw: Buffer;
}

const describe = ({ parsed, from }: Examined) => ({
  subject: parsed.subject,
  from: from[0] ?? { name: "", address: "" },
});

const file = async (context: Context, { mail, desk, examined, raw }: Opened): Promise<void> => {
  const { db } = context;
  const described = describe(examined);
  const ignored = mail.filedAnyway ? undefined : examined.ignored;
  if (await isFromSupplier(context, { mail, desk, examined, raw })) return;
  if (ignored) {
    if (ignored.verdict === "bounce") await noteBounce(context, { mail, desk, examined, raw });
    if (!(await isAnswer(context, { mail, desk, examined, raw }))) {
      await act(db, filer, ignoreMail, { mailId: mail.id, described, ...ignored });
      return;
    }
  }
  const filing = { mailId: mail.id, described, ...(await filingOf(context, { mail, desk, examined, raw })) };
  try {
    await act(db, filer, fileMail, filing);
  } catch (error) {
    // The ticket does not take the answer (any more): the words become a ticket of their own beside it.
    if (!(error instanceof Refusal)) throw error;
    await act(db, filer, fileMail, { ...filing, besideTicket: true });
  }
};

/** A supplier's mail about a passing is filed there, and nowhere else. */
const isFromSupplier = async (context: Context, opened: Opened): Promise<boolean> => {
  const filing = await supplierFilingOf(context, opened);
  if (!filing) return false;
  await act(context.db, filer, fileFromSupplier, {
    ...filing,
    mailId: opened.mail.id,
    described: describe(opened.examined),
  });
  return true;
};

/** Whether it is filed for all that a filter or a list has made of it; else it is noted at the ticket that it answers. */
const isAnswer = async (context: Context, { mail, desk, examined, raw }: Opened): Promise<boolean> => {
  if (!examined.ignored || !answersUs(context, { mail, desk, examined })) return false;
  const filing = await filingOf(context, { mail, desk, examined, raw });
  const heard = { ...filing, mailId: mail.id, described: describe(examined), ...examined.ignored };
  return (await act(context.db, filer, hearProgram, heard)) === "answer";
};

const noteBounce = async (context: Context, opened: Opened): Promise<void> => {
  const { bounce } = opened.examined;
  // Who tries on has lost nothing yet.
  if (bounce?.action !== "failed") return;
  for (const mailId of await returnedMails(context, opened))
    await act(context.db, filer, recordBounce, { mailId, diagnostic: bounce.diagnostic || bounce.status });
};

/** By the address that it came back to, which names one mail; else by whatever ids of ours stand in the report. */
const returnedMails = async (
  { db, config, signer }: Context,
  { mail, raw, desk, examined }: Opened,
): Promise<number[]> => {
  const { bounceAddress: home } = config;
  const named = [...recipientsOf({ mail, examined }), ...deliveredTo(examined)]
    .map((address) => (home === undefined ? undefined : readBounceAddress({ signer, home, address })))
    .filter((mailId) => mailId !== undefined);
  if (named.length > 0) return [...new Set(named)];
  const messageIds = reportedMessageIds(raw, (messageId) => isOwnMessageId({ desk, messageId }));
  return (await listMailsByMessageId(db, messageIds)).map(({ id }) => id);
};

/** A mailbox knows the envelope only by what its server has written down. */
const deliveredTo = ({ parsed: { headers } }: Examined): readonly string[] =>
  ["delivered-to", "x-original-to", "envelope-to"].flatMap((name) =>
    (headers.get(name) ?? []).map((address) => address.replace(/[<>]/g, "")),
  );

/** A job may be lost, e.g. held by a process that was killed; the message is not. */
const reviveJob = job({
  name: "incoming-mail.revive",
  payload: z.unknown(),
  async run({ db }) {
    for (const mailId of await listWaitingSince(db, after(now(), -minutes(2)))) await fileLater(db, mailId);
  },
});

export const incomingSchedule: readonly Recurring[] = [{ cron: "* * * * *", job: reviveJob }];
