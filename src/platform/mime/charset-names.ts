import iconv from "iconv-lite";
import { decodeHz, decodeIso2022, decodeJis } from "./shifted-charsets.ts";

export type Decode = (bytes: Uint8Array) => string;

/** Names that are about in mail and that neither the web's list nor iconv knows. */
const aliases: Readonly<Record<string, string>> = {
  ascii7: "us-ascii",
  "646": "us-ascii",
  utf8mb4: "utf-8",
  cp65001: "utf-8",
  "utf-8n": "utf-8",
  "x-unknown-utf-8": "utf-8",
  utf7: "utf-7",
  "unicode-1-1-utf-7": "utf-7",
  "latin-1": "windows-1252",
  "iso-8859-1-windows-3.1-latin-1": "windows-1252",
  ansi: "windows-1252",
  "western-european": "windows-1252",
  "latin-2": "iso-8859-2",
  "latin-9": "iso-8859-15",
  cp932: "shift_jis",
  "x-ms-cp932": "shift_jis",
  "shift-jis": "shift_jis",
  shiftjis: "shift_jis",
  "iso-2022-jp-1": "iso-2022-jp",
  "iso-2022-jp-2": "iso-2022-jp",
  "iso-2022-jp-3": "iso-2022-jp",
  "iso-2022-jp-ms": "iso-2022-jp",
  cp50220: "iso-2022-jp",
  cp50221: "iso-2022-jp",
  "_iso-2022-jp$esc": "iso-2022-jp",
  "_iso-2022-jp$sio": "iso-2022-jp",
  jis: "iso-2022-jp",
  cp51932: "euc-jp",
  eucjp: "euc-jp",
  euckr: "euc-kr",
  cp949: "euc-kr",
  ms949: "euc-kr",
  uhc: "euc-kr",
  ks_c_5601: "euc-kr",
  "ks_c_5601-1992": "euc-kr",
  cp936: "gb18030",
  ms936: "gb18030",
  gb: "gb18030",
  euccn: "gb18030",
  "euc-cn": "gb18030",
  cp950: "big5",
  "big5-eten": "big5",
  "big-5": "big5",
  "iso-8859-8-e": "iso-8859-8",
  "koi8-c": "koi8-r",
  cp1251: "windows-1251",
  "tis-62": "windows-874",
};

const utf16 = new Set(["utf-16", "utf16", "ucs-2", "ucs2", "unicode", "iso-10646-ucs-2", "csunicode"]);

/** What a message calls a character set, as one of the names below; undefined when it says nothing that is known. */
export const charsetOf = (given: string | undefined): string | undefined => {
  const name = (given ?? "")
    .slice(0, 60)
    .toLowerCase()
    .replace(/^[\s"'=]+|[\s"';:,>]+$/g, "")
    .replace(/^charset=/, "")
    .replace(/\*.*$/, "");
  if (name === "") return undefined;
  if (name === "us-ascii" || name === "ascii") return "us-ascii";
  if (utf16.has(name)) return "utf-16";
  for (const each of [aliases[name] ?? name, name.replaceAll("_", "-"), name.replace(/^(x-|cs)/, "")]) {
    if (own[each] || each === "us-ascii") return each;
    const web = webName(each);
    if (web !== undefined) return web;
    if (iconv.encodingExists(each)) return each;
  }
  const page = /^(?:cp|ms|win|windows)?[-_ ]?(12\d\d|8\d\d)$/.exec(name)?.[1];
  const paged = page === undefined ? undefined : page.startsWith("12") ? `windows-${page}` : `cp${page}`;
  // There is no windows-1241.
  return paged !== undefined && (webName(paged) !== undefined || iconv.encodingExists(paged)) ? paged : undefined;
};

/** Names in the web's list that stand for no letters of anybody. */
const meaningless = new Set(["x-user-defined", "replacement"]);

const webName = (name: string): string | undefined => {
  try {
    const { encoding } = new TextDecoder(name);
    return meaningless.has(encoding) ? undefined : encoding;
  } catch {
    return undefined;
  }
};

const own: Readonly<Record<string, Decode>> = {
  "hz-gb-2312": decodeHz,
  hz: decodeHz,
  // The web's own decoder lacks what Windows has added to it.
  "euc-kr": (bytes) => iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), "cp949"),
  "iso-2022-kr": (bytes) => decodeIso2022(bytes, "euc-kr"),
  "iso-2022-cn": (bytes) => decodeIso2022(bytes, "gb18030"),
  "iso-2022-jp": decodeJis,
};

/** How to read a character set that `charsetOf` has named. What cannot be read becomes U+FFFD. */
export const decoderOf = (charset: string): Decode => {
  const special = own[charset];
  if (special) return special;
  if (charset === "us-ascii") return decoderOf("windows-1252");
  if (charset === "utf-16") return decodeUtf16;
  const web = webDecoder(charset);
  if (web) return (bytes) => web.decode(bytes);
  return (bytes) => iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), charset);
};

/** Making one takes longer than decoding a header with it. There are fewer than fifty. */
const webDecoders = new Map<string, TextDecoder>();

const webDecoder = (charset: string): TextDecoder | undefined => {
  const known = webDecoders.get(charset);
  if (known || webName(charset) === undefined) return known;
  const decoder = new TextDecoder(charset, { ignoreBOM: true });
  webDecoders.set(charset, decoder);
  return decoder;
};

/** Without a mark, the half with more zeros is the upper one. */
const decodeUtf16: Decode = (bytes) => {
  let even = 0;
  let odd = 0;
  const end = Math.min(bytes.length, 2_000);
  for (let at = 0; at < end; at++) {
    if (bytes[at] !== 0) continue;
    if (at % 2 === 0) even++;
    else odd++;
  }
  return new TextDecoder(even > odd ? "utf-16be" : "utf-16le").decode(bytes);
};
