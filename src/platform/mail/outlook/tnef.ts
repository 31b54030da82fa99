import type { MimePart } from "../../mime/tree.ts";
import { charsetOfPage, propertiesOf, property, wordsIn, type Properties, type Value } from "./properties.ts";
import { readTnefProperties } from "./tnef-properties.ts";

export interface UnpackedFile {
  name: string;
  content: Buffer;
  type: string | undefined;
  contentId: string | undefined;
}

export interface Unpacked {
  plain: string | undefined;
  html: string | undefined;
  files: readonly UnpackedFile[];
}

/** Outlook's wrapping of a message and its files (MS-OXTNEF), known as winmail.dat. */
export const isTnef = ({ type, contentType, disposition }: MimePart): boolean =>
  /^application\/(vnd\.)?ms-tnef$/.test(type) ||
  /^winmail\.dat$/i.test(disposition.parameters.get("filename") ?? contentType.parameters.get("name") ?? "");

const signature = 0x223e9f78;
/** A file in a file in a file … */
const deepest = 3;
const mostFiles = 500;

const attribute = {
  codePage: 0x9007,
  body: 0x800c,
  properties: 0x9003,
  newFile: 0x9002,
  title: 0x8010,
  content: 0x800f,
  fileProperties: 0x9005,
} as const;

interface Wrapped {
  title: string | undefined;
  content: Buffer | undefined;
  properties: Properties | undefined;
}

/** Takes it apart; undefined when it is none. What is cut off comes as far as it goes. */
export const unpackTnef = (bytes: Buffer, depth = 0): Unpacked | undefined => {
  if (bytes.length < 6 || bytes.readUInt32LE() !== signature) return undefined;
  let charset: string | undefined;
  let body: string | undefined;
  let properties: Properties | undefined;
  const wrapped: Wrapped[] = [];
  const text = (content: Buffer): string =>
    propertiesOf(new Map<number, Value>([[0, { type: 0x001e, bytes: content }]]), charset).text(0) ?? "";
  for (let at = 6; at + 9 <= bytes.length && wrapped.length < mostFiles;) {
    const id = bytes.readUInt16LE(at + 1);
    const length = bytes.readUInt32LE(at + 5);
    const content = bytes.subarray(at + 9, at + 9 + length);
    at += 9 + length + 2;
    const file = wrapped.at(-1);
    if (id === attribute.codePage && content.length >= 4) charset = charsetOfPage(content.readUInt32LE());
    else if (id === attribute.body) body = text(content);
    else if (id === attribute.properties) properties = propertiesOf(readTnefProperties(content), charset);
    else if (id === attribute.newFile) wrapped.push({ title: undefined, content: undefined, properties: undefined });
    else if (file && id === attribute.title) file.title = text(content);
    else if (file && id === attribute.content) file.content = content;
    else if (file && id === attribute.fileProperties)
      file.properties = propertiesOf(readTnefProperties(content), charset);
  }
  const words = properties ? wordsIn(properties) : { plain: undefined, html: undefined };
  return { plain: words.plain ?? body, html: words.html, files: wrapped.flatMap((file) => filesOf(file, depth)) };
};

const filesOf = ({ title, content, properties }: Wrapped, depth: number): UnpackedFile[] => {
  const given = properties?.bytes(property.attachment);
  // An object begins with 16 bytes that say of which kind it is.
  const inner = given && given.length > 22 && given.readUInt32LE(16) === signature ? given.subarray(16) : undefined;
  const bytes = content ?? inner ?? given;
  if (!bytes) return [];
  const name = properties?.text(property.longFileName) ?? title ?? properties?.text(property.displayName) ?? "";
  const file: UnpackedFile = {
    name: inner ? `${name || "message"}.dat` : name,
    content: bytes,
    type: inner ? "application/ms-tnef" : properties?.text(property.mimeType),
    contentId: properties?.text(property.contentId)?.replace(/^<|>$/g, "") || undefined,
  };
  const nested = inner && depth < deepest ? unpackTnef(inner, depth + 1) : undefined;
  return [file, ...(nested ? nestedFiles(nested, name) : [])];
};

const nestedFiles = ({ plain, html, files }: Unpacked, name: string): UnpackedFile[] => [
  ...(html !== undefined
    ? [{ name: `${name || "message"}.html`, content: Buffer.from(html), type: "text/html", contentId: undefined }]
    : plain?.trim()
      ? [{ name: `${name || "message"}.txt`, content: Buffer.from(plain), type: "text/plain", contentId: undefined }]
      : []),
  ...files,
];
