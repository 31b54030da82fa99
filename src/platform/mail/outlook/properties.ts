import { charsetOf, decoderOf } from "../../mime/charset-names.ts";
import { decodeText } from "../../mime/decode-text.ts";
import { decompressRtf } from "./rtf-compression.ts";
import { readRtf } from "./rtf.ts";

/** Values of Outlook's properties (MS-OXPROPS), by their number. */
export interface Properties {
  /** In which texts are that are not in Unicode. */
  charset: string | undefined;
  bytes(id: number): Buffer | undefined;
  text(id: number): string | undefined;
  number(id: number): number | undefined;
}

export interface Value {
  type: number;
  bytes: Buffer;
}

export const property = {
  messageClass: 0x001a,
  subject: 0x0037,
  submitTime: 0x0039,
  representedKey: 0x003b,
  representedName: 0x0042,
  representedAddress: 0x0065,
  headers: 0x007d,
  recipientType: 0x0c15,
  senderName: 0x0c1a,
  senderKey: 0x0c1d,
  senderAddress: 0x0c1f,
  deliveryTime: 0x0e06,
  body: 0x1000,
  rtf: 0x1009,
  html: 0x1013,
  messageId: 0x1035,
  references: 0x1039,
  inReplyTo: 0x1042,
  displayName: 0x3001,
  address: 0x3003,
  attachment: 0x3701,
  fileName: 0x3704,
  attachMethod: 0x3705,
  longFileName: 0x3707,
  mimeType: 0x370e,
  contentId: 0x3712,
  smtpAddress: 0x39fe,
  codePage: 0x3ffd,
  internetCodePage: 0x3fde,
  senderSmtp: 0x5d01,
  representedSmtp: 0x5d02,
} as const;

const unicode = 0x001f;

export const propertiesOf = (values: ReadonlyMap<number, Value>, fallback?: string): Properties => {
  const number = (id: number): number | undefined => {
    const bytes = values.get(id)?.bytes;
    return bytes === undefined || bytes.length < 2
      ? undefined
      : bytes.length < 4
        ? bytes.readUInt16LE()
        : bytes.readUInt32LE();
  };
  const page = number(property.codePage) ?? number(property.internetCodePage);
  const charset = charsetOfPage(page) ?? fallback;
  return {
    charset,
    number,
    bytes: (id) => values.get(id)?.bytes,
    text(id) {
      const value = values.get(id);
      if (!value) return undefined;
      const text =
        value.type === unicode
          ? decoderOf("utf-16le")(value.bytes.subarray(0, value.bytes.length & ~1))
          : decodeText(value.bytes, { otherwise: charset }).text;
      return text.replace(/\0+$/, "");
    },
  };
};

/** Windows numbers its character sets. */
export const charsetOfPage = (page: number | undefined): string | undefined => {
  if (page === undefined) return undefined;
  const named: Readonly<Record<number, string>> = {
    65001: "utf-8",
    20127: "us-ascii",
    28591: "iso-8859-1",
    28592: "iso-8859-2",
    28605: "iso-8859-15",
    20866: "koi8-r",
    50220: "iso-2022-jp",
    51932: "euc-jp",
    54936: "gb18030",
    1200: "utf-16",
  };
  return named[page] ?? charsetOf(`cp${page}`);
};

/** The words of a message in Outlook's properties: HTML, plain, or wrapped in RTF. */
export const wordsIn = (properties: Properties): { plain: string | undefined; html: string | undefined } => {
  const plain = properties.text(property.body);
  const bytes = properties.bytes(property.html);
  const page = properties.number(property.internetCodePage);
  const html =
    bytes && bytes.length > 0
      ? decodeText(bytes, { said: charsetOfPage(page), otherwise: "windows-1252" }).text
      : undefined;
  if (html !== undefined) return { plain, html: html.replaceAll("\0", "") };
  const rtf = properties.bytes(property.rtf);
  const unwrapped = rtf && decompressRtf(rtf);
  if (!unwrapped) return { plain, html: undefined };
  const { text, isHtml } = readRtf(unwrapped);
  if (isHtml) return { plain, html: text };
  return { plain: plain?.trim() ? plain : text, html: undefined };
};
