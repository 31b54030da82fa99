import { factsInWords, firstAddress, statusIn } from "./bounce-text.ts";

/** What a delivery report says of the first recipient who did not get the mail. */
export interface BounceFacts {
  /** Empty when it does not say. */
  recipient: string;
  /** Enhanced status code (RFC 3463) like `5.1.1`; empty when it gives none. */
  status: string;
  /** `failed`, `delayed`, `delivered`, `relayed` or `expanded` (RFC 3464 §2.3.3). */
  action: string;
  /** The other server's words. */
  diagnostic: string;
}

interface Given {
  headers: ReadonlyMap<string, readonly string[]>;
  subject: string;
  /** To whom the report was sent, which is nobody who failed to get it. */
  to: readonly { address: string }[];
  /** Of the report, for people. */
  text: string;
  /** The parts of type message/delivery-status. */
  reports: readonly string[];
}

/** By the report for programs where there is one; else by what stands in the headers and in the words for people. */
export const bounceFacts = ({ headers, subject, to, text, reports }: Given): BounceFacts => {
  // Some programs write the report for programs where people read.
  const recipients = [...reports, ...(/^final-recipient:/im.test(text.slice(0, mostLength)) ? [text] : [])].flatMap(
    recipientsIn,
  );
  const found = recipients.find(({ action }) => action === "failed") ?? recipients[0];
  const words = factsInWords(text, { subject, to: to.map(({ address }) => address.toLowerCase()) });
  const named = ["x-failed-recipients", "x-mailer-daemon-recipients"].flatMap((name) => headers.get(name) ?? []);
  const status = found?.status || words.status;
  return {
    recipient: found?.recipient || firstAddress(named[0] ?? "") || words.recipient,
    status,
    action: found?.action || (status.startsWith("4") || words.isDelay ? "delayed" : "failed"),
    diagnostic: found?.diagnostic || words.diagnostic,
  };
};

const mostLength = 200_000;

/** Groups of fields, of which the first speaks of the mail and each other one of a recipient. */
const recipientsIn = (report: string): BounceFacts[] =>
  report
    .slice(0, mostLength)
    .replace(/\r\n?/g, "\n")
    .replace(/\n[ \t]+/g, " ")
    .split(/\n\s*\n/)
    .flatMap((group) => {
      const field = (name: string): string =>
        new RegExp(`^${name}[ \\t]{0,5}:[ \\t]*(.{1,2000})$`, "im").exec(group)?.[1]?.trim() ?? "";
      const final = withoutType(field("final-recipient"));
      const original = withoutType(field("original-recipient"));
      const action = /^[a-z]+/.exec(field("action").toLowerCase())?.[0] ?? "";
      if (final === "" && original === "" && action === "") return [];
      const status = statusIn(field("status"));
      const diagnostic = field("diagnostic-code").replace(/^(smtp|x-[\w-]+|x400|unknown)\s*;\s*/i, "");
      return [
        {
          recipient: firstAddress(final) || firstAddress(original) || final || original,
          status: status || statusIn(diagnostic),
          action,
          diagnostic,
        },
      ];
    });

const withoutType = (value: string): string => value.replace(/^\s*[\w-]{1,20}\s*;\s*/, "").trim();
