import { markInitials, withoutSign } from "./initials.ts";
import { isMarked, isWritten } from "./marks.ts";
import { oldWordsAt, type Cut, type Seam } from "./old-words.ts";
import { isAnswer, isForwarded, isForwardMark } from "./separators.ts";
import { signatureStart } from "./signature.ts";

/** A message cut into what the person has newly written and what is folded away. Nothing is lost: the parts make up the whole. */
export interface Folded {
  text: string;
  quoted: string;
  signature: string;
}

interface Given {
  text: string;
  subject: string;
  /** It names a message that it answers. */
  inReplyTo?: readonly string[];
  /** What the HTML says of its own parts. */
  seams?: { old: readonly Seam[]; signature: readonly Seam[] };
}

/** "See my answers below": then the new words stand inside of the old ones, and only a person can tell them apart. */
const answersInside: readonly RegExp[] = [
  /(?<!\p{L})(siehe (weiter )?unten|s\. ?unten|weiter unten|in rot|in blau|in grün|see (my )?(answers|comments|replies|below|inline)|in ?-?line|below in (red|blue)|ci-dessous|dans le texte|más abajo|abajo en|vedi sotto|qui sotto|zie (hieronder|onder)|poniżej|patrz niżej|abaixo|se nedenfor|se nedan|nedenfor|nedan)(?!\p{L})/iu,
  /(?<!\p{L})(antwort|kommentar|anmerkung)(en|e)?(?!\p{L}).{0,40}(im text|unten|inline|dazwischen|darunter|direkt|hinter|in (gro(ß|ss)|fett|kursiv|versalien))/iu,
  /\b(answers?|comments?|repl(y|ies)|responses?|notes|remarks)\b.{0,40}\b(below|inline|in the text|interspersed|embedded|highlighted|in (red|blue|green|bold|caps|capitals|italics))\b/iu,
  /(?<!\p{L})(réponses?|commentaires?|remarques)(?!\p{L}).{0,40}(dans le (texte|corps)|en (rouge|bleu|vert|gras|dessous))/iu,
  /(?<!\p{L})(respuestas?|comentarios?|respostas?|comentários?)(?!\p{L}).{0,40}(abajo|debajo|a continuación|no texto|en el texto|(en|em|a) (rojo|azul|verde|negrita|vermelho))/iu,
  /(?<!\p{L})(rispost[ae]|comment[oi])(?!\p{L}).{0,40}(sotto|di seguito|nel testo|in (rosso|blu|verde|grassetto))/iu,
  /(?<!\p{L})(antwoord(en)?|opmerking(en)?|reacties?)(?!\p{L}).{0,40}(onder|in de tekst|in (rood|blauw|groen|het rood|het blauw))/iu,
  /(?<!\p{L})(odpowied(ź|zi)|komentarze?|uwagi)(?!\p{L}).{0,40}(w treści|w tekście|na (czerwono|niebiesko|zielono))/iu,
];

/**
 * Separates new words from repeated ones. Where that is not clear everything is shown: folding somebody's words away is
 * worse than showing old ones again.
 */
export const fold = ({ text, subject, inReplyTo = [], seams }: Given): Folded => {
  const whole: Folded = { text: joined(text.split("\n")), quoted: "", signature: "" };
  const lines = markInitials(text.split("\n"));
  const cut = oldWordsAt(lines, { seams: seams?.old ?? [] });
  if (isForwarded(subject) || lines.slice(0, cut ? cut.at + 1 : undefined).some(isForwardMark)) return whole;
  const isReply = isAnswer(subject) || inReplyTo.length > 0;
  const { own, quoted } = cut && (cut.isCertain || isReply) ? parted(lines, cut) : { own: lines, quoted: [] };
  const beginning = own.join("\n").slice(0, 1_000);
  if (cut?.kind === "headers" && answersInside.some((words) => words.test(beginning))) return whole;
  const at = signatureStart(own, seams?.signature ?? []);
  const folded = { text: said(own.slice(0, at)), quoted: said(quoted), signature: said(own.slice(at)) };
  return folded.text === "" ? whole : folded;
};

const said = (lines: readonly string[]): string => withoutSign(joined(lines));

/** Without empty lines around; the first line keeps its indentation. */
const joined = (lines: readonly string[]): string => {
  const first = lines.findIndex(isWritten);
  return first < 0 ? "" : lines.slice(first).join("\n").trimEnd();
};

interface Parted {
  own: readonly string[];
  quoted: readonly string[];
}

/** Own lines and old lines. Answers between quotations keep what they answer. */
const parted = (lines: readonly string[], { at, kind, isIntroduced }: Cut): Parted => {
  const before = lines.slice(0, at);
  if (!isIntroduced && mayBeOwn(lines, at)) return { own: lines, quoted: [] };
  if (kind === "headers") return { own: before, quoted: lines.slice(at) };
  // Below marked lines may stand another program's block of headers, from which on all is old.
  const end = headersBelow(lines, at);
  const rest = lines.slice(at, end);
  const below = lines.slice(end);
  const lastMarked = rest.findLastIndex(isMarked);
  const tail = rest.slice(lastMarked + 1);
  const tailIsOwn = tail.some(isWritten);
  if (writtenBetween(rest.slice(0, lastMarked + 1))) {
    // Inline answers: quotations up to the last answer stay, only what is repeated after it goes.
    const inline = tailIsOwn ? { own: [...before, ...rest], quoted: [] } : cutTrailing([...before, ...rest]);
    return { own: inline.own, quoted: [...inline.quoted, ...below] };
  }
  // Marks in the middle of own words that nothing introduces may be anything: a quoted sentence, a line of a log.
  if (tailIsOwn && !isIntroduced && before.some(isWritten)) return { own: [...before, ...rest], quoted: below };
  return tailIsOwn
    ? { own: [...before, ...tail], quoted: [...rest.slice(0, lastMarked + 1), ...below] }
    : { own: before, quoted: [...rest, ...below] };
};

/** Few marks that follow on somebody's own line may be prompts or a comparison, and below a colon anything. */
const mayBeOwn = (lines: readonly string[], at: number): boolean => {
  const above = lines.slice(0, at).findLast(isWritten)?.trimEnd() ?? "";
  const isClose = isWritten(lines[at - 1]) && lines.slice(at).filter(isMarked).length < 3;
  return above !== "" && (isClose || above.endsWith(":"));
};

const headersBelow = (lines: readonly string[], from: number): number => {
  const marked = lines.findIndex((line, at) => at >= from && isMarked(line));
  const first = lines.findIndex((line, at) => at > marked && isWritten(line) && !isMarked(line));
  if (first < 0) return lines.length;
  const cut = oldWordsAt(lines.slice(first).map((line) => (isMarked(line) ? "" : line)));
  return cut?.kind === "headers" ? first + cut.at : lines.length;
};

/** Whether own words stand between the quoted lines (after the introduction, which is not marked). */
const writtenBetween = (rest: readonly string[]): boolean => {
  const firstMarked = rest.findIndex(isMarked);
  return rest
    .slice(firstMarked)
    .some((line, index, all) => isWritten(line) && !isMarked(line) && !isWrapped(all, index));
};

/** The end of a quoted line that a program broke without marking it again: one short line between two marked ones. */
const isWrapped = (lines: readonly string[], at: number): boolean =>
  isMarked(lines[at - 1] ?? "") &&
  isMarked(lines[at + 1] ?? "") &&
  (lines[at - 1] ?? "").length >= 65 &&
  (lines[at] ?? "").length < 30;

const cutTrailing = (lines: readonly string[]): Parted => {
  const lastOwn = lines.findLastIndex((line) => isWritten(line) && !isMarked(line));
  return { own: lines.slice(0, lastOwn + 1), quoted: lines.slice(lastOwn + 1) };
};
