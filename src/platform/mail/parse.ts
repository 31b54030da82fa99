import { isUtf8 } from "node:buffer";
import { charsetOf } from "../mime/charset-names.ts";
import { contentOf } from "../mime/content.ts";
import { decodeText } from "../mime/decode-text.ts";
import { guessCharset } from "../mime/guess-charset.ts";
import type { HeaderField } from "../mime/header-block.ts";
import { readTree, type MimePart } from "../mime/tree.ts";
import { bodiesOf } from "./bodies.ts";
import { brokenMail, brokenOutlookFile } from "./broken-mail.ts";
import { headOf } from "./head.ts";
import { isCompoundFile } from "./outlook/compound-file.ts";
import { readMsg } from "./outlook/msg.ts";
import type { MailWarning, ParsedMail } from "./parsed-mail.ts";
import { wordsOf } from "./words.ts";

/**
 * Reads a raw message (RFC 5322, MIME). Never fails: a message that cannot be taken apart comes back with what stands
 * in its headers and with itself as its one attachment. Takes time and memory in proportion to its size, whatever is in it.
 */
export const parseMail = async (raw: Uint8Array): Promise<ParsedMail> => {
  const bytes = fromHeaders(withLines(asBytes(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength))));
  try {
    return isCompoundFile(bytes) ? (readMsg(bytes) ?? brokenOutlookFile(bytes)) : readMail(bytes);
  } catch {
    return brokenMail(bytes);
  }
};

/** A file that an editor has saved as UTF-16. */
const asBytes = (bytes: Buffer): Buffer => {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return isUtf16 && bytes.length < longestEdited ? Buffer.from(decodeText(bytes).text) : bytes;
};
const longestEdited = 10_000_000;

/** Editors put a byte order mark in front, others empty lines. */
const fromHeaders = (bytes: Buffer): Buffer => {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (at < 1_000 && (bytes[at] === 0x0a || bytes[at] === 0x0d)) at++;
  const isHeader = /^(From \S+ |[A-Za-z][\w-]{1,60}:)/.test(bytes.toString("latin1", at, at + 100));
  return at > 0 && isHeader ? bytes.subarray(at) : bytes;
};

/** Messages from old computers end their lines with CR alone. */
const withLines = (bytes: Buffer): Buffer => {
  const start = bytes.subarray(0, 10_000);
  if (start.includes(0x0a) || !start.includes(0x0d)) return bytes;
  const copy = Buffer.from(bytes);
  for (let at = copy.indexOf(0x0d); at >= 0; at = copy.indexOf(0x0d, at + 1))
    if (copy[at + 1] !== 0x0a) copy[at] = 0x0a;
  return copy;
};

const readMail = (bytes: Buffer): ParsedMail => {
  const { root, problems } = readTree(bytes);
  const warnings = new Set<MailWarning>(problems);
  const head = headOf(root.fields, likelyCharset(root) ?? charsetOfFields(root.fields), warnings);
  return { ...head, ...wordsOf(bodiesOf(root, warnings), warnings), warnings: [...warnings] };
};

/** Raw bytes in headers are mostly in the character set of the text below. */
const likelyCharset = (root: MimePart): string | undefined => {
  for (let part: MimePart | undefined = root, depth = 0; part && depth < 5; part = part.parts[0], depth++) {
    const charset = charsetOf(part.contentType.parameters.get("charset"));
    if (charset !== undefined && charset !== "us-ascii") return charset;
    if (part.parts.length === 0 && part.type.startsWith("text/")) return guessedCharset(part);
  }
  return undefined;
};

/** All headers together say more than each alone, and are looked at once. */
const charsetOfFields = (fields: readonly HeaderField[]): string | undefined => {
  const raw = fields
    .slice(0, 1_000)
    .map((field) => field.raw.slice(0, 500))
    // One character for each byte.
    .filter((value) => /[\x80-\xff]/.test(value) && !isUtf8(Buffer.from(value, "latin1")));
  return raw.length === 0 ? undefined : guessCharset(Buffer.from(raw.join("\n").slice(0, 8_000), "latin1"));
};

/** Words say more than the few letters of a subject. */
const guessedCharset = (part: MimePart): string | undefined => {
  const { charset, trust } = decodeText(contentOf({ ...part, body: part.body.subarray(0, 20_000) }));
  return trust === "guessed" ? charset : undefined;
};
