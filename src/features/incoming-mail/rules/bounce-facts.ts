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
  /** Of the report, for people. */
  text: string;
  /** The parts of type message/delivery-status. */
  reports: readonly string[];
}

/** By the report for programs where there is one; else by what stands in the headers and in the words for people. */
export const bounceFacts = ({ headers, text, reports }: Given): BounceFacts => {
  const recipients = reports.flatMap(recipientsIn);
  const found = recipients.find(({ action }) => action === "failed") ?? recipients[0];
  const words = factsIn(text.slice(0, 20_000));
  const failed = firstAddress(headers.get("x-failed-recipients")?.[0] ?? "");
  const status = found?.status || words.status;
  return {
    recipient: found?.recipient || failed || words.recipient,
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
        new RegExp(`^${name}\\s*:[ \\t]*(.{1,2000})$`, "im").exec(group)?.[1]?.trim() ?? "";
      const recipient = withoutType(field("final-recipient")) || withoutType(field("original-recipient"));
      const action = /^[a-z]+/.exec(field("action").toLowerCase())?.[0] ?? "";
      if (recipient === "" && action === "") return [];
      const status = codeIn(field("status"));
      const diagnostic = field("diagnostic-code").replace(/^(smtp|x-[\w-]+|x400|unknown)\s*;\s*/i, "");
      return [
        { recipient: firstAddress(recipient) || recipient, status: status || codeIn(diagnostic), action, diagnostic },
      ];
    });

const withoutType = (value: string): string => value.replace(/^\s*[\w-]{1,20}\s*;\s*/, "").trim();

const codeIn = (text: string): string => /\b([245]\.\d{1,3}\.\d{1,3})\b/.exec(text)?.[1] ?? "";

const firstAddress = (text: string): string =>
  /[^\s<>,;:"'()[\]]{1,200}@[^\s<>,;:"'()[\]]{1,200}/.exec(text)?.[0].replace(/\.$/, "") ?? "";

interface Words {
  recipient: string;
  status: string;
  diagnostic: string;
  isDelay: boolean;
}

/** As qmail, Exim, Exchange and others tell people what happened. */
const factsIn = (text: string): Words => {
  const lines = text.split("\n").map((line) => line.trim());
  const at = lines.findIndex(
    (line) => /^<?[^\s<>@]{1,200}@[^\s<>@]{1,200}>?:?$/.test(line) || /^<[^\s<>@]+@[^\s<>@]+>:/.test(line),
  );
  const below = at < 0 ? lines : lines.slice(at, at + 12);
  const telling = below.find((line) => /\b[45]\d\d[ -]|\b[45]\.\d{1,3}\.\d{1,3}\b/.test(line)) ?? "";
  const code = codeIn(telling) || codeIn(text);
  const reply = /\b([45])\d\d\b/.exec(telling)?.[1];
  const sentence =
    at < 0 ? "" : lines[at]?.replace(/^<[^>]*>:\s*/, "").replace(/^\S+@\S+$/, "") || (lines[at + 1] ?? "");
  return {
    recipient: firstAddress(
      at < 0
        ? (/\b(to|an|for|für|recipient\w*)\b[^@]{0,100}[^\s<>@]+@[^\s<>@]+/i.exec(text)?.[0] ?? "")
        : (lines[at] ?? ""),
    ),
    status: code || (reply === undefined ? "" : `${reply}.0.0`),
    diagnostic: (telling || sentence).slice(0, 1_000),
    isDelay:
      /\b(will (keep|continue) (trying|to try)|not yet been delivered|message (still )?(delayed|undelivered after)|noch nicht zugestellt|warning message only)\b/i.test(
        text,
      ),
  };
};
