import { decodeText } from "./decode-text.ts";
import { decodeBase64 } from "./base64.ts";
import { decodeQuotedPrintable } from "./quoted-printable.ts";

type Piece =
  | { kind: "plain"; raw: string }
  | { kind: "encoded"; charset: string; method: "b" | "q"; payload: string; raw: string };

/**
 * The value of a header as text (RFC 2047). `raw` has one character for each byte. Takes what is seen in the wild: words
 * cut in the middle of a letter, blanks inside of them, no end, raw bytes beside them. `otherwise` is the character
 * set that raw bytes are likely in.
 */
export const decodeHeader = (raw: string, otherwise?: string): string => {
  const once = decodeOnce(raw, otherwise);
  // Some programs encode what is encoded already.
  return once.length < raw.length && /=\?[\w-]{1,40}\?[bq]\?[^?]{1,200}\?=/i.test(once)
    ? decodeOnce(Buffer.from(once).toString("latin1"), "utf-8")
    : once;
};

const decodeOnce = (raw: string, otherwise: string | undefined): string => {
  if (!raw.includes("=?") || raw.length > longestHeader) return plainText(raw, otherwise);
  return merged(piecesOf(raw))
    .map((piece) => (piece.kind === "plain" ? plainText(piece.raw, otherwise) : wordText(piece)))
    .join("");
};

/** Longer ones hold no words that anybody reads; taking them apart would only cost time. In characters. */
const longestHeader = 100_000;

const plainText = (raw: string, otherwise: string | undefined): string =>
  /^[\x00-\x1a\x1c-\x7f]*$/.test(raw) ? raw : decodeText(Buffer.from(raw, "latin1"), { otherwise }).text;

const piecesOf = (raw: string): Piece[] => {
  const pieces: Piece[] = [];
  let done = 0;
  const nextClose = finder(raw, "?=");
  for (let at = raw.indexOf("=?"); at >= 0; at = raw.indexOf("=?", at)) {
    const word = wordAt(raw, at, nextClose);
    if (!word) {
      at += 2;
      continue;
    }
    if (at > done) pieces.push({ kind: "plain", raw: raw.slice(done, at) });
    pieces.push(word.piece);
    done = at = word.end;
  }
  if (done < raw.length) pieces.push({ kind: "plain", raw: raw.slice(done) });
  return pieces;
};

/** Finds the next place from ever later places, looking at each character once. */
const finder = (text: string, wanted: string): ((from: number) => number) => {
  let found = -2;
  return (from) => {
    if (found !== -1 && found < from) found = text.indexOf(wanted, from);
    return found;
  };
};

const start = /=\?([^?\s=]{1,60})\?\s?([bBqQ])\s?\?/y;
/** A word may have 75 characters; programs write whole sentences into one. */
const longestWord = 5_000;

const wordAt = (
  raw: string,
  at: number,
  nextClose: (from: number) => number,
): { piece: Piece; end: number } | undefined => {
  start.lastIndex = at;
  const found = start.exec(raw);
  if (!found) return undefined;
  const [head, charset = "", method = ""] = found;
  const from = at + head.length;
  const close = closeOf(raw, { from, first: nextClose(from), method: method.toLowerCase() });
  const to = close ?? unclosedEnd(raw, from, method.toLowerCase());
  if (to === undefined) return undefined;
  const payload = raw.slice(from, to);
  const end = close === undefined ? to : to + 2;
  return {
    piece: { kind: "encoded", charset, method: /b/i.test(method) ? "b" : "q", payload, raw: raw.slice(at, end) },
    end,
  };
};

/** Where the word's `?=` stands. `?=3D` is a question mark and a letter; `?==` another word without a blank before it. */
const closeOf = (
  raw: string,
  { from, first, method }: { from: number; first: number; method: string },
): number | undefined => {
  const limit = from + longestWord;
  if (first < 0 || first > limit) return undefined;
  if (method === "b") return first;
  for (let at = first, tries = 0; at >= 0 && at <= limit && tries < 10; at = raw.indexOf("?=", at + 1), tries++) {
    if (!/^[0-9a-f]{2}/i.test(raw.slice(at + 2, at + 4))) return at;
    // Another word that begins before the next end shows that this one has ended.
    if (
      /^[^?]{0,200}=\?/.test(raw.slice(at + 2, at + 210)) &&
      !/^[0-9a-f]{2}[^\s]*\?=/i.test(raw.slice(at + 2, at + 200))
    )
      return at;
  }
  return first;
};

/** A header that was cut off inside of a word still has what stands before the cut. */
const unclosedEnd = (raw: string, from: number, method: string): number | undefined => {
  const rest = raw.slice(from, from + longestWord);
  const length = (method === "b" ? /^[A-Za-z0-9+/=]*/ : /^[^\s?]*/).exec(rest)?.[0].length ?? 0;
  return length > 0 && (from + length === raw.length || /^\??\s|^\?$/.test(rest.slice(length)))
    ? from + length
    : undefined;
};

/** Blanks between words are none (RFC 2047 §6.2); words of one character set are one text, however they are cut. */
const merged = (pieces: readonly Piece[]): Piece[] => {
  const all: Piece[] = [];
  pieces.forEach((piece, index) => {
    const last = all.at(-1);
    if (
      piece.kind === "plain" &&
      last?.kind === "encoded" &&
      pieces[index + 1]?.kind === "encoded" &&
      piece.raw.trim() === ""
    )
      return;
    if (piece.kind === "encoded" && last?.kind === "encoded" && belongTogether(last, piece))
      all[all.length - 1] = { ...last, payload: `${last.payload}${joint}${piece.payload}` };
    else all.push(piece);
  });
  return all;
};

const joint = "\0";

const belongTogether = (one: Piece & { kind: "encoded" }, other: Piece & { kind: "encoded" }): boolean =>
  one.charset.toLowerCase() === other.charset.toLowerCase() && one.method === other.method;

const wordText = ({ charset, method, payload }: Piece & { kind: "encoded" }): string => {
  const parts = payload.split(joint);
  const bytes =
    method === "q"
      ? Buffer.concat(parts.map(qBytes))
      : Buffer.concat(quanta(parts).map((each) => decodeBase64(Buffer.from(each, "latin1"))));
  return decodeText(bytes, { said: charset }).text;
};

const qBytes = (payload: string): Buffer =>
  decodeQuotedPrintable(Buffer.from(payload.replaceAll("_", " "), "latin1"), { isHeader: true });

/** A base64 word whose length is no multiple of four goes on in the next one. */
const quanta = (parts: readonly string[]): string[] => {
  const whole: string[] = [];
  let open = "";
  for (const part of parts) {
    const text = open + part.replace(/\s+/g, "");
    if (text.length % 4 !== 0 && !text.endsWith("=")) open = text;
    else {
      whole.push(text);
      open = "";
    }
  }
  return open === "" ? whole : [...whole, open];
};
