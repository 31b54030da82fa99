import { isAscii, isUtf8 } from "node:buffer";
import { charsetOf, decoderOf } from "./charset-names.ts";
import { guessCharset } from "./guess-charset.ts";

export interface DecodedText {
  text: string;
  /** How it was read. */
  charset: string;
  /** `guessed`: nothing said how. `wrong`: what was said cannot be. */
  trust: "said" | "guessed" | "wrong";
}

interface Hints {
  /** What the message calls the character set. */
  said?: string | undefined;
  /** A set that is likely when it says nothing. */
  otherwise?: string | undefined;
  /** A set to take where nothing is known, instead of guessing, which takes time. */
  unguessed?: string | undefined;
}

/** Reads bytes as text. What is said is believed unless the bytes show that it is wrong. */
export const decodeText = (bytes: Buffer, hints: Hints = {}): DecodedText => {
  const decoded = byMark(bytes) ?? unmarked(bytes, hints);
  return decoded.charset === "utf-8" ? { ...decoded, text: withWindowsSigns(decoded.text) } : decoded;
};

/** Programs that take Windows letters for Latin-1 make control characters of the euro sign and of quotes. */
const withWindowsSigns = (text: string): string =>
  text.replace(/[\x80-\x84\x86-\x9f]+/g, (signs) =>
    new TextDecoder("windows-1252").decode(Buffer.from(signs, "latin1")),
  );

const unmarked = (bytes: Buffer, hints: Hints): DecodedText => {
  const charset = charsetOf(hints.said);
  const escapes = escapedCharset(bytes);
  if (isAscii(bytes)) {
    const seven = escapes ?? (charset !== undefined && isSevenBit(charset) ? charset : undefined);
    if (seven !== undefined)
      return { text: decoderOf(seven)(bytes), charset: seven, trust: seven === charset ? "said" : "guessed" };
    if (charset === "utf-16" && bytes.includes(0)) return { text: decoderOf(charset)(bytes), charset, trust: "said" };
    return { text: bytes.toString("latin1"), charset: charset ?? "us-ascii", trust: "said" };
  }
  if (charset === undefined || charset === "us-ascii") return guessed(bytes, hints);
  return believed(bytes, charset, hints);
};

/** Sets in which plain ASCII bytes can mean something else. */
const isSevenBit = (charset: string): boolean => /^(utf-7|utf-7-imap|hz|hz-gb-2312|iso-2022-.*)$/.test(charset);

const byMark = (bytes: Buffer): DecodedText | undefined => {
  const charset =
    bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
      ? "utf-8"
      : bytes[0] === 0xff && bytes[1] === 0xfe
        ? "utf-16le"
        : bytes[0] === 0xfe && bytes[1] === 0xff
          ? "utf-16be"
          : undefined;
  if (charset === undefined || (charset === "utf-8" && !isUtf8(bytes))) return undefined;
  return { text: new TextDecoder(charset).decode(bytes), charset, trust: "said" };
};

/** Escape sequences name Japanese and Korean letters, whatever the header says. */
const escapedCharset = (bytes: Buffer): string | undefined => {
  if (!bytes.includes(0x1b)) return undefined;
  if (["\x1b$B", "\x1b$@", "\x1b(J", "\x1b(I"].some((each) => bytes.includes(each, 0, "latin1"))) return "iso-2022-jp";
  if (bytes.includes("\x1b$)C", 0, "latin1")) return "iso-2022-kr";
  return bytes.includes("\x1b$)A", 0, "latin1") ? "iso-2022-cn" : undefined;
};

const guessed = (bytes: Buffer, { otherwise, unguessed }: Hints): DecodedText => {
  if (isUtf8(bytes)) return { text: bytes.toString(), charset: "utf-8", trust: "guessed" };
  const likely = charsetOf(otherwise);
  const charset =
    likely !== undefined && likely !== "us-ascii" && likely !== "utf-8" && !isSevenBit(likely)
      ? likely
      : (unguessed ?? guessCharset(bytes));
  return { text: decoderOf(charset)(bytes), charset, trust: "guessed" };
};

const believed = (bytes: Buffer, charset: string, { unguessed }: Hints): DecodedText => {
  const isValidUtf8 = isUtf8(bytes);
  if (charset === "utf-8") return isValidUtf8 ? saidUtf8(bytes) : brokenUtf8(bytes, unguessed);
  // Bytes beyond ASCII that happen to be valid UTF-8 are next to never anything else.
  if (isValidUtf8 && isSingleByte(charset)) return { text: bytes.toString(), charset: "utf-8", trust: "wrong" };
  if (charset === "utf-16" && !bytes.includes(0) && isValidUtf8)
    return { text: bytes.toString(), charset: "utf-8", trust: "wrong" };
  const text = decoderOf(charset)(bytes);
  const unreadable = countUnreadable(text);
  if (unreadable === 0 || unreadable * 20 < text.length) return { text, charset, trust: "said" };
  const other = guessed(bytes, { unguessed });
  return countUnreadable(other.text) < unreadable ? { ...other, trust: "wrong" } : { text, charset, trust: "said" };
};

const isSingleByte = (charset: string): boolean =>
  /^(windows-12|windows-874|iso-8859|koi8|macintosh|x-mac|ibm8|cp\d)/.test(charset);

const saidUtf8 = (bytes: Buffer): DecodedText => ({ text: bytes.toString(), charset: "utf-8", trust: "said" });

/** Cut off, or with a few foreign bytes, it is still UTF-8; otherwise it never was. */
const brokenUtf8 = (bytes: Buffer, unguessed: string | undefined): DecodedText => {
  const text = bytes.toString();
  const unreadable = countUnreadable(text);
  if (unreadable * 3 <= countBeyondAscii(text) - unreadable) return { text, charset: "utf-8", trust: "wrong" };
  const charset = unguessed ?? guessCharset(bytes);
  return { text: decoderOf(charset)(bytes), charset, trust: "wrong" };
};

const countUnreadable = (text: string): number => {
  let count = 0;
  for (let at = text.indexOf("\ufffd"); at >= 0; at = text.indexOf("\ufffd", at + 1)) count++;
  return count;
};

const countBeyondAscii = (text: string): number => {
  let count = 0;
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f) count++;
  return count;
};
