import { charsetOf } from "./charset-names.ts";
import { decodeText } from "./decode-text.ts";
import { decodeHeader } from "./encoded-words.ts";

/** A header like `text/plain; charset=utf-8; name="a.txt"`. */
export interface Parametered {
  /** Lower case, without parameters. */
  value: string;
  /** By lower-case name, decoded (RFC 2231, RFC 2047, raw bytes). The first one counts. */
  parameters: ReadonlyMap<string, string>;
}

/** Longer values are not looked at to their end; in characters. */
const longest = 50_000;
const mostParameters = 500;

/** Reads what stands there, however wrong: unquoted blanks, missing semicolons and ends of quotes, doubled names. */
export const readParameters = (raw: string): Parametered => {
  const text = raw.slice(0, longest);
  const end = text.indexOf(";");
  const value = (end < 0 ? text : text.slice(0, end)).trim().toLowerCase();
  return { value, parameters: end < 0 ? new Map() : joined(pairsOf(text, end + 1)) };
};

interface Pair {
  name: string;
  value: string;
}

const pairsOf = (text: string, from: number): Pair[] => {
  const pairs: Pair[] = [];
  let at = from;
  while (at < text.length && pairs.length < mostParameters) {
    const equals = text.indexOf("=", at);
    const semicolon = text.indexOf(";", at);
    if (equals < 0) break;
    if (semicolon >= 0 && semicolon < equals) {
      at = semicolon + 1;
      continue;
    }
    const name = text.slice(at, equals).trim().toLowerCase();
    const { value, end } = valueAt(text, equals + 1);
    if (/^[!-~]+$/.test(name)) pairs.push({ name, value });
    at = end;
  }
  return pairs;
};

const valueAt = (text: string, from: number): { value: string; end: number } => {
  const begin = from + (/^\s*/.exec(text.slice(from, from + 200))?.[0].length ?? 0);
  if (text[begin] === '"') {
    const quoted = quotedAt(text, begin + 1);
    if (quoted) return quoted;
  }
  const semicolon = text.indexOf(";", begin);
  const end = semicolon < 0 ? text.length : semicolon;
  // A comment behind, or a quote that never ends.
  const value = text.slice(begin, end).trim().replace(/^"|"$/g, "");
  return { value, end: end + 1 };
};

/** Up to the closing quote; a backslash takes the next character as it is, but Windows writes paths with single ones. */
const quotedAt = (text: string, from: number): { value: string; end: number } | undefined => {
  let value = "";
  for (let at = from; at < text.length; at++) {
    const letter = text[at] ?? "";
    if (letter === "\\" && /["\\]/.test(text[at + 1] ?? "")) value += text[++at] ?? "";
    else if (letter === '"') {
      const semicolon = text.indexOf(";", at);
      const rest = text.slice(at + 1, semicolon < 0 ? text.length : semicolon);
      // A parameter that follows without a semicolon.
      const next = /^\s+(?=[\w*-]+\s*=)/.exec(rest.slice(0, 200));
      const inner = rest.lastIndexOf('"');
      if (!next && inner >= 0 && rest.trim() !== "") {
        value += text.slice(at, at + 1 + inner);
        at += inner;
        continue;
      }
      return { value, end: next ? at + 1 : semicolon < 0 ? text.length : semicolon + 1 };
    } else value += letter;
  }
  return undefined;
};

interface Section extends Pair {
  index: number;
  isEncoded: boolean;
}

const joined = (pairs: readonly Pair[]): Map<string, string> => {
  const parameters = new Map<string, string>();
  const continued = new Map<string, Section[]>();
  for (const { name, value } of pairs) {
    const found = /^([^*]+)\*(?:(\d{1,4})(\*?))?$/.exec(name);
    if (!found) {
      if (!parameters.has(name)) parameters.set(name, decodeHeader(value));
      continue;
    }
    const [, bare = "", index, star] = found;
    const sections = continued.get(bare) ?? [];
    sections.push({ name: bare, value, index: Number(index ?? 0), isEncoded: index === undefined || star === "*" });
    continued.set(bare, sections);
  }
  // What is continued or encoded says more than the plain form beside it, which is there for old programs.
  for (const [name, sections] of continued) parameters.set(name, textOf(sections));
  return parameters;
};

const textOf = (sections: readonly Section[]): string => {
  const sorted = sections.toSorted((one, other) => one.index - other.index);
  const charset = sorted[0]?.isEncoded === true ? /^([^']*)'[^']*'/.exec(sorted[0].value) : null;
  if (sorted.every(({ isEncoded }) => !isEncoded)) return decodeHeader(sorted.map(({ value }) => value).join(""));
  const bytes = sorted.map(({ value, isEncoded }, index) =>
    isEncoded
      ? percentDecoded(index === 0 && charset ? value.slice(charset[0].length) : value)
      : Buffer.from(value, "latin1"),
  );
  return decodeText(Buffer.concat(bytes), { said: charsetOf(charset?.[1]) }).text;
};

const percentDecoded = (text: string): Buffer =>
  Buffer.from(
    text.replace(/%([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16))),
    "latin1",
  );
