import type { z } from "zod";
import type { Context } from "../../platform/context.ts";
import type { MailDesk } from "../mail-addresses/index.ts";
import { deskHeadersIn } from "../outgoing-mail/index.ts";
import { findSpeakingSupplier } from "../suppliers/index.ts";
import type { fileFromSupplier } from "./actions/file-from-supplier.ts";
import type { Examined } from "./examine.ts";
import { filingOf, recipientsOf } from "./filing.ts";
import type { IncomingMail } from "./mail.ts";
import { isDisowned } from "./rules/authentication.ts";

interface Given {
  mail: Pick<IncomingMail, "envelope" | "filedAnyway">;
  desk: MailDesk;
  examined: Examined;
  raw: Buffer;
}

type Filing = Omit<z.input<(typeof fileFromSupplier)["input"]>, "mailId" | "described">;

/** What is to be filed of a supplier's mail about a passing; undefined where it is anybody else's, or no proof comes with it. */
export const supplierFilingOf = async (context: Context, given: Given): Promise<Filing | undefined> => {
  const { examined, mail } = given;
  const passingId = await passingSpokenOf(context, given);
  if (passingId === undefined) return undefined;
  const { words, sender } = await filingOf(context, given);
  const { ignored } = examined;
  // Filed by hand, somebody wrote it, whatever its marks say.
  const isAutomatic = ignored?.verdict === "auto-reply" && !mail.filedAnyway;
  return {
    filedAnyway: mail.filedAnyway,
    ...(isAutomatic && { ignored: { verdict: "auto-reply", reason: ignored.reason } }),
    heard: {
      ...words,
      passingId,
      from: sender.name,
      subject: examined.parsed.subject,
      isAutomatic,
      theirs: deskHeadersIn(examined.parsed.headers),
    },
  };
};

/** What is no word of anybody, or our own, is judged as everywhere. */
const isSpeech = ({ ignored }: Examined): boolean =>
  ignored === undefined || (ignored.reason !== "receipt" && ["auto-reply", "list", "spam"].includes(ignored.verdict));

/** The supplier shows what only our mail to him says, and writes from his desk's address or domain, which nobody disowns. */
const passingSpokenOf = async (context: Context, given: Given): Promise<number | undefined> => {
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
