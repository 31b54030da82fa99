/** What a report says in words, as far as they can be understood; empty where they say nothing. */
export interface BounceWords {
  recipient: string;
  status: string;
  diagnostic: string;
  isDelay: boolean;
}

const address = String.raw`[^\s<>,;:"'()[\]|@]{1,200}@[^\s<>,;:"'()[\]|@]{1,200}`;

export const firstAddress = (text: string): string =>
  new RegExp(address, "u").exec(text)?.[0].replace(/[.!?]+$/, "") ?? "";

/** An enhanced status code (RFC 3463); no part of an address of a computer. */
export const statusIn = (text: string): string => /(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?!\.?\d)/.exec(text)?.[1] ?? "";

/** Below these stands the mail that came back. */
const copy =
  /^[-\s]{0,80}(below this line is a copy|this is a copy of|original (message|header)|unsent message|returned message|message header|the body of the message|forwarded message|the header of the original|return-path:|received:)/im;

const longest = 20_000;

/** Where the recipient stands, the surest place first. */
const places: readonly RegExp[] = [
  `^<?"?(${address})"?>?[:,]?$`,
  `^<?(${address})>?:? ?(,|\\(|\\b(on|am|le|el|il|op)\\b|<mailto:)`,
  `^<(${address})>`,
  `[<(]mailto:(${address})`,
  `rcpt to: ?<?(${address})`,
  `(?:failed address|unknown user|affected)\\W{1,5}(${address})`,
  `(?:delivered|delivering your message|deliver your message|message)\\s(?:to|an)\\W{1,10}(${address})`,
  `(?:nicht an|empfänger|recipient|destinatai?r|geadresseerde|adresat|adressat)\\p{L}{0,3}\\W{1,10}(${address})`,
  `^[45]\\d\\d[ -][^@]{0,60}?<?(${address})`,
].map((place) => new RegExp(place, "iu"));

/** As qmail, Exim, Exchange, Domino and others tell people what happened. `to`: to whom the report went. */
export const factsInWords = (
  text: string,
  { subject, to }: { subject: string; to: readonly string[] },
): BounceWords => {
  const beginning = text.slice(0, longest);
  const end = copy.exec(beginning)?.index ?? beginning.length;
  // A report that begins with what came back has nothing else.
  const words = end < 20 ? beginning : beginning.slice(0, end);
  const lines = joinedAnswers(words.split("\n"));
  const found = recipientIn(lines, to);
  const below = found.at < 0 ? lines : lines.slice(found.at, found.at + 12);
  const diagnostic = (below.find(isTelling) ?? lines.find(isTelling) ?? reasonIn(lines, found.at)).slice(0, 1_000);
  const reply = /\b([45])\d\d\b/.exec(diagnostic)?.[1];
  return {
    recipient: found.recipient,
    status: statusIn(diagnostic) || statusIn(below.join("\n")) || (reply === undefined ? "" : `${reply}.0.0`),
    diagnostic: diagnostic.replace(/^<[^>]*>:\s*/, ""),
    isDelay: isDelay(subject, words),
  };
};

const recipientIn = (lines: readonly string[], to: readonly string[]): { recipient: string; at: number } => {
  for (const place of places)
    for (const [at, line] of lines.entries()) {
      const recipient = firstAddress(place.exec(line)?.[1] ?? "");
      if (recipient !== "" && !to.includes(recipient.toLowerCase())) return { recipient, at };
    }
  const whole = lines.join("\n").match(new RegExp(address, "gu")) ?? [];
  const other = whole.find((each) => !to.includes(each.toLowerCase()) && !/^(postmaster|mailer-daemon)@/i.test(each));
  return { recipient: firstAddress(other ?? ""), at: -1 };
};

/** Answers of several lines as one: Postfix indents what goes on, others repeat the number. */
const joinedAnswers = (lines: readonly string[]): string[] => {
  const joined: string[] = [];
  let isIndented = false;
  for (const raw of lines) {
    const line = raw.trim().slice(0, 1_000);
    const above = joined.at(-1) ?? "";
    const number = /(?:^|\W)([45]\d\d)-/.exec(above)?.[1];
    const isNumbered = number !== undefined && (line.startsWith(`${number} `) || line.startsWith(`${number}-`));
    const goesOn = (/^\s{2,}\S/.test(raw) && !isIndented && isTelling(above)) || isNumbered;
    if (goesOn && above.length < 1_000) joined[joined.length - 1] = `${above} ${line}`;
    else {
      joined.push(line);
      isIndented = /^\s/.test(raw);
    }
  }
  return joined;
};

/** An answer of a mail server, by its number. */
const isTelling = (line: string): boolean => /(?<![\d.])[45]\d\d[ -](?!\d\d:)/.test(line) || statusIn(line) !== "";

const because =
  /^\W{0,3}(because( of)?|reason|for the following reason|ursache|grund|raison|motivo|causa|oorzaak|przyczyna|the (reason|response|error) (was|for the problem|is))\b\W*/i;

/** The words behind "because", or those next to the recipient. */
const reasonIn = (lines: readonly string[], at: number): string => {
  const cause = lines.findIndex((line) => because.test(line));
  const behind = cause < 0 ? "" : (lines[cause] ?? "").replace(because, "");
  if (behind !== "") return behind;
  const from = cause < 0 ? at : cause;
  if (from < 0) return "";
  const beside = cause < 0 ? (lines[at] ?? "").replace(new RegExp(`^<?"?${address}"?>?:?\\s*`, "u"), "") : "";
  return /\p{L}{3}.*\s/u.test(beside) && !/^(on|am|le|el|il|op)\b/.test(beside)
    ? beside
    : (lines.slice(from + 1).find((line) => line !== "") ?? "");
};

const isDelay = (subject: string, text: string): boolean =>
  /\b(delay(ed)?|verzögert|différée|retardée|warning: (could not send|message))\b/i.test(subject) ||
  /\b(will (keep|continue|retry)( trying| to try| for)?|not yet been delivered|message (still )?(delayed|undelivered after)|delivery attempts will continue|noch nicht zugestellt|warning message only)\b/i.test(
    text,
  );
