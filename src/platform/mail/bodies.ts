import { isBinary } from "../mime/binary.ts";
import { decodeText } from "../mime/decode-text.ts";
import { contentOf, isMisencoded, withFooter } from "../mime/content.ts";
import { unflow } from "../mime/flowed.ts";
import { fieldOf, readTree, type MimePart } from "../mime/tree.ts";
import { takeUuencoded } from "../mime/uuencode.ts";
import { withoutArmour } from "./armour.ts";
import { textOfCalendar } from "./calendar.ts";
import { textOfEnriched } from "./enriched.ts";
import { fileOfPart, fileOfText } from "./files.ts";
import { findBoundary } from "./find-boundary.ts";
import { isTnef, unpackTnef } from "./outlook/tnef.ts";
import type { MailPart, MailWarning } from "./parsed-mail.ts";
import { signedContent } from "./signed-content.ts";

/** Something to read: as text, as HTML, or as both. */
interface Section {
  plain: string | undefined;
  html: string | undefined;
}

export interface Bodies {
  sections: readonly Section[];
  files: readonly MailPart[];
}

/** What is read as text, in bytes; the rest of a longer part is only in its file. */
const longestText = 2_000_000;
/** Attempts to find parts that a message does not announce; each looks at all of it again. */
const mostRetries = 4;

interface Walk {
  warnings: Set<MailWarning>;
  files: MailPart[];
  retries: number;
  /** Bytes of text so far. */
  textLength: number;
  /** What the first invitation says. */
  invitation: string;
  /** Character sets that were guessed; a message has one, mostly. */
  guesses: string[];
}

/** What there is to read in a message and what is attached to it. Every part is in one of both. */
export const bodiesOf = (root: MimePart, warnings: Set<MailWarning>): Bodies => {
  const walk: Walk = { warnings, files: [], retries: 0, textLength: 0, invitation: "", guesses: [] };
  const sections = read(walk, root, { mayBeText: true });
  return { sections: withStandIn(walk, sections, root), files: walk.files };
};

/** Where nothing else is to be read: an invitation's own words, or what stands around the parts. */
const withStandIn = (walk: Walk, sections: readonly Section[], root: MimePart): readonly Section[] => {
  if (sections.some(({ plain, html }) => plain?.trim() || html?.trim())) return sections;
  if (walk.invitation !== "") {
    walk.warnings.add("textFromCalendar");
    return [{ plain: walk.invitation, html: undefined }];
  }
  return sections.length > 0 ? sections : readAround(walk, root);
};

interface Place {
  /** Text in this place is for reading; otherwise it belongs to what is shown in the message. */
  mayBeText: boolean;
  parentType?: string;
}

const read = (walk: Walk, part: MimePart, place: Place): Section[] => {
  if (part.type.startsWith("multipart/")) return readMultipart(walk, part, place);
  if (isEmptyEnd(part)) return [];
  if (part.type === "text/plain" && saysNothing(part) && beginsDivided(part.body))
    return readUndivided(walk, { ...part, type: "multipart/mixed" }, place);
  if (part.type === "text/plain" || part.type === "text/html") return readText(walk, part, place);
  return readFile(walk, part, place);
};

/** Whether it does not say what it is, or says two things. */
const saysNothing = ({ isTyped, fields }: MimePart): boolean =>
  !isTyped || fields.some(({ name, raw }) => name === "content-type" && /^multipart\//i.test(raw));

/** Whether parts follow that no header has announced. */
const beginsDivided = (body: Buffer): boolean => {
  const found = /^\s*--(\S{1,200})[ \t]*\r?\ncontent-[\w-]+[ \t]*:/i.exec(body.toString("latin1", 0, 1_000))?.[1];
  return found !== undefined && body.includes(`\n--${found}--`, 0, "latin1");
};

/** What remains when a message ends with a boundary that was meant to be the last one. */
const isEmptyEnd = ({ fields, body }: MimePart): boolean => fields.length === 0 && isBlank(body);

const isBlank = (bytes: Buffer): boolean => bytes.length < 1_000 && bytes.toString("latin1").trim() === "";

const readMultipart = (walk: Walk, part: MimePart, place: Place): Section[] => {
  if (part.parts.length === 0) return readUndivided(walk, part, place);
  if (part.type === "multipart/signed") walk.warnings.add("signed");
  if (part.type === "multipart/encrypted") walk.warnings.add("encrypted");
  if (part.type === "multipart/alternative") return readAlternative(walk, part);
  if (part.type === "multipart/related") return readRelated(walk, part, place);
  return part.parts.flatMap((each) => read(walk, each, { mayBeText: place.mayBeText, parentType: part.type }));
};

/** The same in several forms: the text forms and the HTML forms are one section. */
const readAlternative = (walk: Walk, part: MimePart): Section[] => {
  const sections = part.parts.flatMap((each) => read(walk, each, { mayBeText: true, parentType: part.type }));
  const rich = sections.filter(({ html }) => html !== undefined);
  const plain = sections.filter(({ html }) => html === undefined).map((each) => each.plain ?? "");
  if (rich.length === 0) return plain.length === 0 ? [] : [{ plain: joined(plain), html: undefined }];
  return [
    {
      plain: plain.length > 0 ? joined(plain) : joined(rich.flatMap((each) => each.plain ?? [])) || undefined,
      html: rich.map(({ html }) => html).join("\n"),
    },
  ];
};

const joined = (texts: readonly string[]): string =>
  [...new Set(texts.filter((text) => text.trim() !== ""))].join("\n\n");

/** The first part (or the one that `start` names) is for reading; the others are shown inside of it. */
const readRelated = (walk: Walk, part: MimePart, place: Place): Section[] => {
  const start = part.contentType.parameters.get("start");
  const root = part.parts.find((each) => start !== undefined && fieldOf(each, "content-id") === start) ?? part.parts[0];
  const sections = root ? read(walk, root, { mayBeText: place.mayBeText, parentType: part.type }) : [];
  const others = part.parts.filter((each) => each !== root);
  return [
    ...sections,
    ...others.flatMap((each) => read(walk, each, { mayBeText: sections.length === 0, parentType: part.type })),
  ];
};

/** A multipart without parts: encoded as a whole, with another boundary than it says, or no multipart at all. */
const readUndivided = (walk: Walk, part: MimePart, place: Place): Section[] => {
  const isEncoded = /^(base64|quotedprint)/.test(part.encoding);
  const body = isEncoded ? contentOf(part) : part.body;
  if (walk.retries++ < mostRetries) {
    const said = part.contentType.parameters.get("boundary");
    const boundary = isEncoded && said !== undefined ? said : findBoundary(body);
    const again =
      boundary === undefined
        ? undefined
        : readTree(body, { bodyOnly: { ...part.contentType, value: part.type }, boundary }).root;
    if (again && again.parts.length > 0) {
      walk.warnings.add(isEncoded ? "badEncoding" : "missingBoundary");
      return readMultipart(walk, { ...part, parts: again.parts, around: again.around }, place);
    }
  }
  if (isBlank(body)) return [];
  // Nested too deep to be taken apart, or without parts: what it is called must not lose what it says.
  if (walk.warnings.has("tooDeep") && part.contentType.parameters.has("boundary")) {
    walk.files.push({ ...fileOfPart(part, walk.files.length), type: "message/rfc822", read: () => part.whole });
    return [];
  }
  walk.warnings.add("missingBoundary");
  return readText(walk, { ...part, type: "text/plain", body, encoding: isEncoded ? "" : part.encoding }, place);
};

const readText = (walk: Walk, part: MimePart, place: Place): Section[] => {
  const isAttached = part.disposition.value === "attachment";
  const hasName = nameOf(part) !== undefined;
  const isInline = part.disposition.value === "inline";
  const isReadable = !isAttached && place.mayBeText && !(hasName && walk.textLength > 0 && !isInline);
  const encoded = contentOf(part);
  if (!isReadable || isBinary(encoded)) {
    walk.files.push(fileOfPart(part, walk.files.length));
    return [];
  }
  const whole = withFooter(part);
  const content = whole ?? encoded;
  if (isMisencoded(part) || whole) walk.warnings.add("badEncoding");
  const isLong = walk.textLength + content.length > longestText;
  if (hasName || isLong) walk.files.push(fileOfPart(part, walk.files.length));
  if (isLong) walk.warnings.add("textCut");
  const shown = content.subarray(0, Math.max(0, longestText - walk.textLength));
  walk.textLength += shown.length;
  return part.type === "text/html"
    ? [{ plain: undefined, html: decoded(walk, part, shown) }]
    : [readPlain(walk, part, shown)];
};

const readPlain = (walk: Walk, part: MimePart, bytes: Buffer): Section => {
  const found = takeUuencoded(bytes);
  if (found) {
    walk.warnings.add("uuencoded");
    for (const file of found.files) walk.files.push(fileOfText(file, walk.files.length));
  }
  const text = decoded(walk, part, found?.rest ?? bytes).replace(/\r+\n?|\u2028/g, "\n");
  if (/^\s*<(!doctype html|html|head|body)\b/i.test(text.slice(0, 1_000)) && /<\/\w+>/.test(text.slice(-2_000)))
    return { plain: undefined, html: text };
  const { parameters } = part.contentType;
  const isFlowed = parameters.get("format")?.toLowerCase() === "flowed";
  const delSp = parameters.get("delsp")?.toLowerCase() === "yes";
  const written = readArmour(walk, text, bytes);
  return { plain: isFlowed ? unflow(written, { delSp }) : written, html: undefined };
};

/** What PGP has made is kept as a file, by which it can be checked or opened. */
const readArmour = ({ warnings, files }: Walk, text: string, bytes: Buffer): string => {
  const armoured = withoutArmour(text);
  if (!armoured) return text;
  if (armoured.isSigned) warnings.add("signed");
  if (armoured.isEncrypted) warnings.add("encrypted");
  const name = armoured.isEncrypted ? "encrypted.asc" : "signed.asc";
  files.push(fileOfText({ name, content: bytes, type: "application/pgp" }, files.length));
  return armoured.text;
};

/** Guessing takes time; who sends more texts without a character set than this wants to be slow. */
const mostGuesses = 100;

const decoded = ({ warnings, guesses }: Walk, part: MimePart, bytes: Buffer): string => {
  const said = charsetSaid(part);
  const meta = part.type === "text/html" ? metaCharset(bytes) : undefined;
  const unguessed = guesses.length < mostGuesses ? undefined : guesses.at(-1);
  const { text, trust, charset } = decodeText(bytes, { said: said ?? meta, otherwise: meta, unguessed });
  if (trust !== "said") guesses.push(charset);
  if (trust === "wrong") warnings.add("wrongCharset");
  if (trust === "guessed") warnings.add(said === undefined ? "guessedCharset" : "wrongCharset");
  return text;
};

const metaCharset = (html: Buffer): string | undefined =>
  /<meta[^>]{1,300}charset\s*=\s*["']?\s*([\w:.-]{2,40})/i.exec(html.toString("latin1", 0, 4_000))?.[1];

/** Everything else is a file. Some of it holds words besides, for which it was only a wrapping. */
const readFile = (walk: Walk, part: MimePart, place: Place): Section[] => {
  walk.files.push(fileOfPart(part, walk.files.length, place.parentType));
  if (/^application\/(x-)?pkcs7-mime$/.test(part.type)) return readSigned(walk, part, place);
  if (isTnef(part)) return readTnef(walk, part, place);
  if (part.type === "text/calendar" && walk.invitation === "")
    walk.invitation = textOfCalendar(decodeText(beginning(part), { said: charsetSaid(part) }).text);
  const isAlone = place.mayBeText && walk.textLength === 0 && part.disposition.value !== "attachment";
  return isAlone && otherText.test(part.type) && nameOf(part) === undefined ? [readOtherText(walk, part)] : [];
};

/** Text in a form that is still to be read where there is no other. */
const otherText = /^text\/(enriched|richtext|markdown|x-markdown|x-web-markdown|flowed|unknown|x-plain|x-log)$/;

const readOtherText = (walk: Walk, part: MimePart): Section => {
  const text = decoded(walk, part, beginning(part));
  return { plain: part.type.includes("rich") ? textOfEnriched(text) : text, html: undefined };
};

/** S/MIME either signs what can be seen, or wraps it with its signature, or encrypts it. */
const readSigned = (walk: Walk, part: MimePart, place: Place): Section[] => {
  const content = signedContent(contentOf(part));
  walk.warnings.add(content || smimeTypeOf(part).includes("signed") ? "signed" : "encrypted");
  return content && walk.retries++ < mostRetries ? read(walk, readTree(content).root, place) : [];
};

const smimeTypeOf = (part: MimePart): string => part.contentType.parameters.get("smime-type") ?? "";

const readTnef = (walk: Walk, part: MimePart, place: Place): Section[] => {
  const unpacked = unpackTnef(contentOf(part));
  walk.warnings.add(unpacked ? "tnef" : "brokenTnef");
  if (!unpacked) return [];
  for (const file of unpacked.files) walk.files.push(fileOfText(file, walk.files.length));
  const { plain, html } = unpacked;
  return walk.textLength === 0 && place.mayBeText && (plain?.trim() || html) ? [{ plain, html }] : [];
};

const beginning = (part: MimePart): Buffer => contentOf(part).subarray(0, longestText);

const charsetSaid = (part: MimePart): string | undefined => part.contentType.parameters.get("charset");

const nameOf = (part: MimePart): string | undefined =>
  part.disposition.parameters.get("filename") || part.contentType.parameters.get("name") || undefined;

/** Nothing to read in any part: then it stands where programs do not look. */
const readAround = (walk: Walk, { around, parts }: MimePart): Section[] => {
  if (parts.length === 0 || isBlank(around)) return [];
  const { text } = decodeText(around.subarray(0, longestText));
  const isUsual = /^\s*this is a (multi-?part|cryptographically)|^\s*this message is in mime format/i.test(text);
  return isUsual ? [] : [{ plain: text.replace(/\r+\n?/g, "\n"), html: undefined }].filter(() => walk.textLength === 0);
};
