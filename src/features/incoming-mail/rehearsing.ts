import { createHash, randomUUID } from "node:crypto";
import { parseInput } from "../../platform/act.ts";
import { system } from "../../platform/actor.ts";
import type { Context } from "../../platform/context.ts";
import type { Tx } from "../../platform/db/db.ts";
import { rehearse } from "../../platform/db/rehearsal.ts";
import { Refusal } from "../../platform/errors.ts";
import type { FileStore } from "../../platform/file-store.ts";
import { isDatabaseAway } from "../../platform/db/away.ts";
import { now } from "../../platform/time.ts";
import type { MailDesk } from "../mail-addresses/index.ts";
import { findPersonByEmail } from "../people/index.ts";
import { findTicketById } from "../tickets/index.ts";
import { fileFromSupplier } from "./actions/file-from-supplier.ts";
import { fileMail } from "./actions/file-mail.ts";
import { hearProgram } from "./actions/hear-program.ts";
import type { Examined } from "./examine.ts";
import { answersUs, filingOf } from "./filing.ts";
import { supplierFilingOf } from "./from-supplier.ts";
import type { IncomingMail, IncomingState } from "./mail.ts";
import { isNewTicketBy, type Reason, type Verdict } from "./rules/verdict.ts";
import { getIncoming, insertIncoming, setAside } from "./store.ts";

/** What would become of a message that came now. */
export interface Outcome {
  state: IncomingState;
  verdict: Verdict | null;
  reason: Reason | null;
  error: string | null;
  /** Who would speak; null where nothing is filed. */
  sender: { name: string; address: string; isKnown: boolean } | null;
  ticket: { number: number; subject: string; isNew: boolean } | null;
}

interface Rehearsed {
  /** Undefined: it is not kept. */
  mailId: number | undefined;
  /** As it was handed over, as far as anybody knows. */
  mail: Pick<IncomingMail, "envelope" | "filedAnyway">;
  desk: MailDesk;
  examined: Examined;
  raw: Buffer;
}

const filer = system("incoming-mail");
const nothing = { error: null, sender: null, ticket: null };

/** Files a message as it would be filed now, and takes everything back. */
export const outcomeOf = async (context: Context, given: Rehearsed): Promise<Outcome> => {
  const { examined, mail } = given;
  const weighed = { ...context, files: weighing(context.files) };
  const fromSupplier = await supplierFilingOf(weighed, given);
  if (fromSupplier) return filedFromSupplier(context, given, fromSupplier);
  if (examined.ignored && !mail.filedAnyway && !answersUs(context, given))
    return { ...nothing, ...examined.ignored, state: examined.ignored.verdict === "unreadable" ? "failed" : "ignored" };
  try {
    return await filedOnce(context, given);
  } catch (error) {
    if (isDatabaseAway(error)) throw error;
    const reason = error instanceof Refusal ? error.phrase.say("en") : String(error);
    return { ...nothing, state: "failed", verdict: null, reason: null, error: reason };
  }
};

const filedFromSupplier = async (
  context: Context,
  given: Rehearsed,
  filing: NonNullable<Awaited<ReturnType<typeof supplierFilingOf>>>,
): Promise<Outcome> => {
  const [from = { name: "", address: "" }] = given.examined.from;
  const described = { subject: given.examined.parsed.subject, from };
  const isKnown = (await findPersonByEmail(context.db, from.address)) !== undefined;
  return rehearse(context.db, async (tx): Promise<Outcome> => {
    const mailId = await placeFor(tx, given);
    const input = parseInput(fileFromSupplier.input, { ...filing, mailId, described });
    await fileFromSupplier.run(tx, filer, input);
    return { ...(await settledAs(tx, mailId)), sender: { ...from, isKnown } };
  });
};

const filedOnce = async (context: Context, given: Rehearsed): Promise<Outcome> => {
  const { examined, mail } = given;
  const [from = { name: "", address: "" }] = examined.from;
  const described = { subject: examined.parsed.subject, from };
  const filing = { described, ...(await filingOf({ ...context, files: weighing(context.files) }, given)) };
  const isKnown = (await findPersonByEmail(context.db, from.address)) !== undefined;
  const run = (more: object) =>
    rehearse(context.db, async (tx): Promise<Outcome> => {
      const mailId = await placeFor(tx, given);
      const ignored = mail.filedAnyway ? undefined : examined.ignored;
      const heard =
        ignored && (await hearProgram.run(tx, filer, parseInput(hearProgram.input, { ...filing, ...ignored, mailId })));
      if (heard !== "ignored")
        await fileMail.run(tx, filer, parseInput(fileMail.input, { ...filing, ...more, mailId }));
      return { ...(await settledAs(tx, mailId)), sender: { ...from, isKnown } };
    });
  try {
    return await run({});
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return run({ besideTicket: true });
  }
};

/** The message itself, as if nobody had looked at it yet; or a place for one that is not kept. */
const placeFor = async (tx: Tx, { mailId, mail, raw }: Rehearsed): Promise<number> => {
  if (mailId !== undefined) {
    await setAside(tx, mailId);
    return mailId;
  }
  const { from, to } = mail.envelope;
  const onceKey = `rehearsal ${randomUUID()}`;
  const kept = { source: "rehearsal", envelopeFrom: from, envelopeTo: to, raw, onceKey, messageId: null };
  const id = await insertIncoming(tx, { ...kept, receivedAt: now() });
  if (id === undefined) throw new Error(`${onceKey} is not new`);
  return id;
};

const settledAs = async (tx: Tx, mailId: number): Promise<Omit<Outcome, "sender">> => {
  const { state, verdict, reason, error, ticketId } = await getIncoming(tx, mailId);
  const ticket = ticketId === null ? undefined : await findTicketById(tx, filer, ticketId);
  const isNew = reason !== null && isNewTicketBy(reason);
  return {
    ...{ state, verdict, reason, error },
    ticket: ticket ? { number: ticket.number, subject: ticket.subject, isNew } : null,
  };
};

/** Takes files without keeping them. */
const weighing = (files: FileStore): FileStore => ({
  ...files,
  async put(content) {
    const hash = createHash("sha256");
    let size = 0;
    for await (const chunk of content as AsyncIterable<Buffer>) {
      hash.update(chunk);
      size += chunk.length;
    }
    return { file: hash.digest("hex"), size };
  },
});
