import { parseInput } from "../../platform/act.ts";
import { system } from "../../platform/actor.ts";
import type { Context } from "../../platform/context.ts";
import type { Tx } from "../../platform/db/db.ts";
import { getMailDesk } from "../mail-addresses/index.ts";
import { fileMail } from "./actions/file-mail.ts";
import { storeMail } from "./actions/store-mail.ts";
import { filingOf } from "./filing.ts";
import { readMail } from "./reading.ts";
import type { ArrivedMail } from "./receive-mail.ts";

const filer = system("incoming-mail");

/**
 * Keeps and files a message within one transaction, in which the desk may just have been made: for stories that are told all
 * at once. `typeId`: what a new ticket is, whatever the address says. The job that files others finds it filed.
 */
export const fileAtOnce = async (
  context: Context,
  tx: Tx,
  { typeId, ...mail }: ArrivedMail & { typeId?: number | undefined },
): Promise<{ ticketId: number }> => {
  const raw = Buffer.from(mail.raw);
  const { mailId } = await storeMail.run(tx, filer, parseInput(storeMail.input, mail));
  const desk = await getMailDesk(tx);
  const examined = await readMail(raw, { envelopeFrom: mail.envelopeFrom, desk });
  const envelope = { from: mail.envelopeFrom, to: mail.envelopeTo };
  const given = { mail: { envelope, filedAnyway: false }, desk, examined, raw };
  const { arrivedAt, ...filing } = await filingOf({ ...context, db: tx }, given);
  const described = { subject: examined.parsed.subject, from: examined.from[0] ?? { name: "", address: "" } };
  const route = arrivedAt && { ...arrivedAt, ...(typeId !== undefined && { typeId }) };
  const filed = await fileMail.run(
    tx,
    filer,
    parseInput(fileMail.input, { ...filing, ...(route && { arrivedAt: route }), mailId, described }),
  );
  if (!filed) throw new RangeError(`the message "${described.subject}" opens no ticket`);
  return filed;
};
