import { decoderOf } from "../../mime/charset-names.ts";

/** Groups whose words are none of the text. */
const silent = new Set(
  "fonttbl colortbl stylesheet info pict object listtable listoverridetable rsidtbl generator themedata datastore latentstyles header footer xmlnstbl mmathPr".split(
    " ",
  ),
);

const signs: Readonly<Record<string, string>> = {
  par: "\n",
  line: "\n",
  sect: "\n",
  row: "\n",
  cell: "\t",
  tab: "\t",
  lquote: "‘",
  rquote: "’",
  ldblquote: "“",
  rdblquote: "”",
  bullet: "•",
  endash: "–",
  emdash: "—",
  emspace: " ",
  enspace: " ",
};

interface Group {
  /** Nothing in it is shown. */
  isSilent: boolean;
  /** It holds a piece of the HTML that the text was made from. */
  isTag: boolean;
  /** How many characters stand behind each `\u` for programs that do not know it. */
  fallback: number;
}

export interface RtfText {
  text: string;
  /** Whether it is HTML that Outlook has wrapped (MS-OXRTFEX). */
  isHtml: boolean;
}

/** What an RTF document says: its HTML when it was made from that, otherwise its words. */
export const readRtf = (rtf: Buffer): RtfText => {
  const source = rtf.toString("latin1");
  const isHtml = /\\fromhtml1?\b/.test(source.slice(0, 2_000));
  const codePage = /\\ansicpg(\d{3,5})/.exec(source.slice(0, 2_000))?.[1];
  const decode = decoderOf(
    codePage === undefined || Number(codePage) < 1250 || Number(codePage) > 1258
      ? "windows-1252"
      : `windows-${codePage}`,
  );
  const out: string[] = [];
  const groups: Group[] = [{ isSilent: false, isTag: false, fallback: 1 }];
  let isRtfOnly = false;
  let skip = 0;
  let bytes: number[] = [];
  const flush = (): void => {
    if (bytes.length > 0) out.push(decode(Buffer.from(bytes)));
    bytes = [];
  };
  const isHeard = (): boolean => {
    const group = groups.at(-1);
    return group !== undefined && !group.isSilent && !(isHtml && isRtfOnly && !group.isTag);
  };
  const say = (text: string): void => {
    if (!isHeard()) return;
    flush();
    out.push(text);
  };
  for (const token of source.matchAll(tokens)) {
    const { word, number, code, sign, brace, words } = token.groups ?? {};
    const group = groups.at(-1) ?? { isSilent: false, isTag: false, fallback: 1 };
    if (brace === "{") {
      if (groups.length > 1_000) break;
      groups.push({ ...group });
    } else if (brace === "}") {
      if (groups.length > 1) groups.pop();
    } else if (code !== undefined) {
      if (skip > 0) skip--;
      else if (isHeard()) bytes.push(parseInt(code, 16));
    } else if (sign !== undefined) {
      if (sign === "*") group.isSilent = !source.startsWith("\\htmltag", token.index + 2);
      else if (sign === "~") say("\u00a0");
      else if ("\\{}".includes(sign)) say(sign);
    } else if (word !== undefined) {
      if (word === "u" && number !== undefined) {
        say(String.fromCharCode(Number(number) & 0xffff));
        skip = group.fallback;
      } else if (word === "uc") group.fallback = Math.min(Number(number ?? 1), 10);
      else if (word === "htmlrtf") isRtfOnly = number !== "0";
      else if (word === "htmltag") group.isTag = true;
      else if (silent.has(word)) group.isSilent = true;
      else if (signs[word] !== undefined) say(signs[word]);
    } else if (words !== undefined) {
      const rest = words.slice(Math.min(skip, words.length));
      skip = Math.max(0, skip - words.length);
      if (rest !== "") say(rest);
    }
  }
  flush();
  return { text: out.join("").replaceAll("\0", ""), isHtml };
};

const tokens =
  /\\(?<word>[a-zA-Z]{1,32})(?<number>-?\d{1,10})? ?|\\'(?<code>[0-9a-fA-F]{2})|\\(?<sign>[^a-zA-Z'\r\n])|(?<brace>[{}])|(?<words>[^\\{}\r\n]+)/g;
