import { readableAddress } from "../address.ts";
import { oneLine } from "../mail/clean-text.ts";
import { decodeHeader } from "./encoded-words.ts";

/** A name as the message gives it (may be empty), and an address in its own case. */
export interface MailAddress {
  name: string;
  address: string;
}

/** Recipients beyond these are cut off; each costs memory. */
const mostAddresses = 20_000;

/**
 * The addresses in a header's value; `raw` has one character for each byte. Groups are opened, comments become names,
 * names without an address are left out. Reads each character at most twice, whatever is left open.
 */
export const readAddresses = (raw: string, otherwise?: string): MailAddress[] => {
  const found = joinedNames(tokens(raw)).flatMap((mailbox) => addressesOf(mailbox, otherwise));
  if (found.length > 0 || !raw.includes("=?")) return found.slice(0, mostAddresses);
  // Some programs encode the whole header, address and all.
  const decoded = Buffer.from(decodeHeader(raw, otherwise)).toString("latin1");
  return tokens(decoded.replaceAll("=?", "")).flatMap((mailbox) => addressesOf(mailbox, "utf-8"));
};

/** "Meyer, Ann <ann@…>" without quotes: what stands before the comma is the rest of her name. */
const joinedNames = (boxes: readonly Mailbox[]): Mailbox[] =>
  boxes.flatMap((box, at) => {
    if (isFamilyName(box) && boxes[at + 1]?.angle?.includes("@") === true) return [];
    const before = boxes[at - 1];
    return before && isFamilyName(before) && box.angle?.includes("@") === true
      ? [{ ...box, before: `${before.before.trim()}, ${box.before.trim()}`, comments: before.comments + box.comments }]
      : [box];
  });

const isFamilyName = ({ before, angle, isList }: Mailbox): boolean =>
  !isList &&
  angle === undefined &&
  !before.includes("@") &&
  /^\s*([A-Z\x80-\xff]|=\?)/.test(before) &&
  before.length < 200;

/** What stands between two commas, in its pieces. */
interface Mailbox {
  before: string;
  angle: string | undefined;
  after: string;
  comments: string;
  /** It ends a group or stands between semicolons, which are in nobody's name. */
  isList: boolean;
}

interface Signs {
  quotes: boolean;
  comments: boolean;
}

const tokens = (raw: string): Mailbox[] =>
  split(raw, { quotes: true, comments: true }) ??
  // A quote or a bracket that is never closed means nothing.
  split(raw, { quotes: false, comments: true }) ??
  split(raw, { quotes: false, comments: false }) ??
  [];

const empty = (): Mailbox => ({ before: "", angle: undefined, after: "", comments: "", isList: false });

const split = (raw: string, signs: Signs): Mailbox[] | undefined => {
  const boxes: Mailbox[] = [];
  const lastSemicolon = raw.lastIndexOf(";");
  let box = empty();
  const say = (words: string): void => {
    if (box.angle === undefined) box.before += words;
    else box.after += words;
  };
  const end = (): void => {
    if (boxes.length < mostAddresses) boxes.push(box);
    box = empty();
  };
  for (let at = 0; at < raw.length; at++) {
    const letter = raw[at] ?? "";
    const last = whole(raw, { at, letter, signs });
    if (last === undefined) return undefined;
    if (letter === '"' && last > at) {
      // An address may have quotes itself: "a b"@example.org
      say(raw[last + 1] === "@" ? raw.slice(at, last + 1) : unquoted(raw.slice(at + 1, last)));
      at = last;
    } else if (letter === "(" && last > at) {
      box.comments += ` ${raw.slice(at + 1, last)}`;
      at = last;
    } else if (letter === "<") {
      const close = closingAngle(raw, at);
      // "Ann <a@b.example> Bob <b@b.example>", without a comma.
      if (box.angle?.includes("@") === true) {
        const name = box.after;
        box.after = "";
        end();
        box.before = name;
      }
      box.angle = raw.slice(at + 1, close.from);
      at = close.to;
    } else if (letter === "," || letter === ";") {
      box.isList = letter === ";";
      end();
    } else if (letter === ":" && at < lastSemicolon && isGroupName(box.before)) box = empty();
    else if (letter === "\\" && at + 1 < raw.length) say(raw[++at] ?? "");
    else {
      say(raw.slice(at, last + 1));
      at = last;
    }
  }
  end();
  return boxes;
};

const encodedWord = /=\?[^?\s]{1,40}\?[bq]\?[^?]{0,300}\?=/iy;

/** The last character of what begins here and has to be taken whole; undefined when it never ends. */
const whole = (
  raw: string,
  { at, letter, signs }: { at: number; letter: string; signs: Signs },
): number | undefined => {
  if (letter === '"' && signs.quotes) return closingQuote(raw, at);
  if (letter === "(" && signs.comments) return closingBracket(raw, at);
  if (letter !== "=") return at;
  // Words with a comma inside are wrong, and are seen.
  encodedWord.lastIndex = at;
  return at + Math.max(1, encodedWord.exec(raw)?.[0].length ?? 0) - 1;
};

/** "Friends: a@b.example;", but not "mailto:a@b.example". */
const isGroupName = (words: string): boolean =>
  words.length < 500 && !/^\s*(mailto|smtp)$/i.test(words) && !words.includes("@");

const closingQuote = (raw: string, from: number): number | undefined => {
  for (let at = from + 1; at < raw.length; at++) {
    if (raw[at] === "\\") at++;
    else if (raw[at] === '"') return at;
  }
  return undefined;
};

const closingBracket = (raw: string, from: number): number | undefined => {
  let depth = 0;
  for (let at = from; at < raw.length; at++) {
    if (raw[at] === "\\") at++;
    else if (raw[at] === "(") depth++;
    else if (raw[at] === ")" && --depth === 0) return at;
  }
  return undefined;
};

/** The end of `<…>`: `from` is where the address ends, `to` the last character of it all. `<<a@b>>` is one. */
const closingAngle = (raw: string, at: number): { from: number; to: number } => {
  const limit = Math.min(raw.length, at + 2_000);
  for (let end = at + 1; end < limit; end++) {
    if (raw[end] === ">") return { from: end, to: raw[end + 1] === ">" ? end + 1 : end };
    if (raw[end] === "," && !raw.slice(at, end).startsWith("<@")) return { from: end, to: end - 1 };
  }
  return { from: limit, to: limit - 1 };
};

const unquoted = (text: string): string => text.replace(/\\(.)/g, "$1");

const addressesOf = ({ before, angle, after, comments }: Mailbox, otherwise: string | undefined): MailAddress[] => {
  const decode = (text: string): string => oneLine(decodeHeader(text.trim(), otherwise)).replace(/^"(?=[^"]*$)/, "");
  if (angle !== undefined) {
    const address = bare(angle, otherwise);
    if (isAddress(address)) return [{ name: decode(before) || decode(after) || decode(comments), address }];
  }
  const words = before.length > 5_000 ? "" : joinedAddress(before.replace(/\s+/g, " "));
  const several = words.split(/\s+/).filter(Boolean);
  // "a@b.example c@d.example", without a comma.
  if (angle === undefined && several.length > 1 && several.every((each) => /^[^"]+@[^"]+$/.test(each)))
    return several.flatMap((each) => addressesOf({ ...empty(), before: each }, otherwise));
  // "a@b.example <Ann>", "Ann a@b.example", "a@b.example (Ann)".
  const word = addressIn(words);
  if (word === undefined) return [];
  const name = decode(words.replace(word, "")) || decode(angle ?? "") || decode(comments);
  const address = bare(word, otherwise);
  return isAddress(address) ? [{ name, address }] : [];
};

/** "a @ b . example" is one address in an old standard. */
const joinedAddress = (words: string): string =>
  / @|@ |@\S* \.|@.*\. /.test(words.slice(0, 500))
    ? words.replace(/ ?@ ?/g, "@").replace(/(@\S*) ?\. ?(?=\S)/g, "$1.")
    : words;

/** "Undisclosed-Recipient:@mx.example" names nobody. */
const isAddress = (address: string): boolean => address.includes("@") && !/^[^"@]*:@/.test(address) && address !== "@";

const addressIn = (words: string): string | undefined =>
  /"[^"]{1,100}"@\S+/.exec(words)?.[0] ?? words.split(/\s+/).find((each) => each.includes("@"));

const bare = (text: string, otherwise: string | undefined): string => {
  const whole = oneLine(decodeHeader(text.slice(0, 1_000).replace(/\([^()]*\)/g, ""), otherwise));
  // A route (RFC 822 §6.1) says by which way: <@relay.example:a@b.example>.
  const routed = whole.startsWith("@") ? whole.slice(whole.lastIndexOf(":") + 1) : whole;
  const plain = routed
    .replace(/^(mailto|smtp):/i, "")
    .replace(/^[<[('"\s]+(?=[^"']*@)|[>'\s.;,]+$/g, "")
    .replace(/^([^[]*@[^[]*)[\])]+$/, "$1");
  return readableAddress(plain.startsWith('"') ? plain : plain.replace(/\s+/g, ""));
};
