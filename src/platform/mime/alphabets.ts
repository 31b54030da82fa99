import { decoderOf } from "./charset-names.ts";

/** The letters beyond ASCII of a language, and by which it is known from others that share the bytes. */
interface Alphabet {
  charsets: readonly string[];
  letters: string;
  /** So many different ones of these have to be there. */
  telling: string;
  fewest: number;
  /** And one of each. */
  needed?: readonly string[];
}

const eastern = ["windows-1250", "iso-8859-2"];

/** Polish, Czech, Slovak, Croatian, Hungarian, Romanian, Turkish; what Macs and DOS made of German. */
const alphabets: readonly Alphabet[] = [
  { charsets: eastern, letters: "ąćęłńóśźż", telling: "łążęśźć", fewest: 2 },
  {
    charsets: eastern,
    letters: "áčďéěíňóřšťúůýž",
    telling: "ěřůčžšťďň",
    fewest: 3,
    needed: ["řžšýť", "áí"],
  },
  { charsets: eastern, letters: "áäčďéíľňóôšťúýž", telling: "čľšťžď", fewest: 3, needed: ["áíýľ"] },
  { charsets: eastern, letters: "čćđšž", telling: "čćđšž", fewest: 2, needed: ["šž", "čć"] },
  { charsets: eastern, letters: "áéíóöőúüű", telling: "őű", fewest: 1, needed: ["áéí", "öüúó"] },
  { charsets: eastern, letters: "ăâîşţ", telling: "ăşţ", fewest: 2, needed: ["ţ"] },
  { charsets: ["windows-1254"], letters: "çğıöşüâîû", telling: "ğış", fewest: 2 },
];

const western = "àâäáãåæçéèêëíìîïñóòôöõøœùúûüÿßýšž";
const old: readonly Alphabet[] = [
  { charsets: ["macintosh", "cp850"], letters: "äöüßéèàçê", telling: "äöüßéèàçê", fewest: 2 },
];

/** A character set in which bytes are words of one of these languages; undefined when they are of none or of the usual ones. */
export const charsetByLetters = (sample: Buffer): string | undefined => {
  const found = alphabetIn(sample, alphabets);
  if (found !== undefined) return found;
  const asUsual = wordsIn(sample, "windows-1252");
  return asUsual !== undefined && [...asUsual].every((letter) => western.includes(letter))
    ? undefined
    : alphabetIn(sample, old);
};

const alphabetIn = (sample: Buffer, among: readonly Alphabet[]): string | undefined => {
  for (const { charsets, letters, telling, fewest, needed = [] } of among)
    for (const charset of charsets) {
      const found = wordsIn(sample, charset);
      if (!found || [...found].some((letter) => !letters.includes(letter))) continue;
      const isTold = [...telling].filter((letter) => found.has(letter)).length >= fewest;
      if (isTold && needed.every((each) => [...each].some((letter) => found.has(letter)))) return charset;
    }
  return undefined;
};

/** The letters beyond ASCII, small; undefined when other signs stand inside of words, or capitals at their end. */
const wordsIn = (sample: Buffer, charset: string): Set<string> | undefined => {
  const text = decoderOf(charset)(sample);
  if (/[\x80-\x9f\ufffd]|\p{L}[^\p{L}\p{M}\x00-\x7f’–—-]\p{L}|\p{Ll}(?![A-Z])\p{Lu}/u.test(text)) return undefined;
  return new Set((text.toLowerCase().match(/(?![a-z])\p{L}/gu) ?? []).filter((letter) => letter.charCodeAt(0) > 0x7f));
};

/** Fewer letters could be anything. */
const fewestLetters = 8;

/** Thai, which a statistic takes for Chinese: signs above and below stand on consonants, and nothing of another script within. */
export const isThai = (sample: Buffer): boolean => {
  const text = decoderOf("windows-874")(sample);
  const letters = text.match(/[\u0e01-\u0e5b]/gu)?.length ?? 0;
  const marks = text.match(/(?<=[\u0e01-\u0e2e\u0e31-\u0e4e])[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]/gu)?.length ?? 0;
  const wrong =
    /[\ufffd\x80-\x9f\u0e3f\u0e4f-\u0e5b]|(?<![\u0e01-\u0e2e\u0e31-\u0e4e])[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]|[a-z][\u0e01-\u0e4e]|[\u0e01-\u0e4e][a-z]/iu;
  return letters >= fewestLetters && marks * 100 >= letters * 15 && !wrong.test(text);
};

/** Greek, which a statistic often does not see: words of nothing else, with their own last letter at the end alone. */
export const greekCharset = (sample: Buffer): string | undefined =>
  ["windows-1253", "iso-8859-7"].find((charset) => {
    const text = decoderOf(charset)(sample);
    const words = text.match(/(?<!\p{L})(?:\p{Lu}?[\u03ac-\u03ce\u0390]+|[\u0386-\u03ab]+)(?!\p{L})/gu) ?? [];
    const beyond = text.match(/[^\x00-\xa0]/gu)?.length ?? 0;
    const inWords = words.reduce((sum, { length }) => sum + length, 0);
    return beyond >= fewestLetters && inWords * 10 >= beyond * 9 && !/[\ufffd\x80-\x9f]|ς\p{L}/u.test(text);
  });
