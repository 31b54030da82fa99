import { analyse } from "chardet";
import { charsetByLetters, greekCharset, isThai } from "./alphabets.ts";
import { charsetOf } from "./charset-names.ts";

/** As many bytes as are looked at; more do not make a guess better. */
const sampleLength = 8_192;

/** Fewer bytes beyond ASCII say nothing about the language. */
const fewest = 4;

const western = "windows-1252";
const wide = new Set(["gb18030", "big5", "shift_jis", "euc-jp", "euc-kr"]);
const otherScripts = new Set([
  "windows-1251",
  "koi8-r",
  "iso-8859-5",
  "windows-1253",
  "iso-8859-7",
  "windows-1255",
  "iso-8859-8",
  "windows-1256",
  "iso-8859-6",
]);

/** The likely character set of bytes that are no UTF-8. Western European when nothing speaks clearly for another. */
export const guessCharset = (bytes: Buffer): string => {
  const first = bytes.findIndex((byte) => byte > 0x7f);
  if (first < 0) return western;
  const sample = bytes.subarray(Math.max(0, first - 100), first - 100 + sampleLength);
  const beyond = sample.reduce((count, byte) => count + (byte > 0x7f ? 1 : 0), 0);
  const told = isThai(sample) ? "windows-874" : charsetByLetters(sample);
  if (told !== undefined) return told;
  if (beyond < fewest) return western;
  for (const { name, confidence } of analyse(sample)) {
    const charset = charsetOf(name);
    if (charset === undefined) continue;
    if (wide.has(charset) && confidence >= 20 && isReadable(sample, charset)) return charset;
    // Single accented letters look like Cyrillic to a program that counts letters; whole words of them do not.
    if (otherScripts.has(charset) && confidence >= 20 && beyond * 4 > sample.length) return charset;
    if (charset === "windows-1250" || charset === "iso-8859-2") {
      if (confidence >= 40 && hasEastern(sample)) return charset;
    }
  }
  return greekCharset(sample) ?? western;
};

/** The end of the sample may lie in the middle of a letter. */
const isReadable = (sample: Buffer, charset: string): boolean => {
  try {
    new TextDecoder(charset, { fatal: true }).decode(sample, { stream: true });
    return true;
  } catch {
    return false;
  }
};

/** Letters of Polish, Czech and Hungarian at places where Western sets have signs that nobody writes into words. */
const hasEastern = (sample: Buffer): boolean => sample.some((byte) => [0xb1, 0xb3, 0xb6, 0xb9].includes(byte));
