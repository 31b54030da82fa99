import { hasMoment } from "./marks.ts";

/**
 * How mail programs introduce what they repeat. All expressions are anchored and look at one paragraph of at most 400
 * characters, so that no text makes them slow.
 */

/** "Am 3. Nov. 2026 um 14:05 schrieb Ann Meyer <ann@…>:" in the languages and programs that are about. */
const whole: readonly RegExp[] = [
  /^am\s.{4,300}\b(schrieb(en)?|geschrieben)\b.{0,200}:$/iu,
  /^(on|at)\s.{4,300}\b(wrote|said)\b( the following)?:$/iu,
  /^in (article|message)\s.{4,300}\b(wrote|writes):$/iu,
  /^le\s.{4,300}\ba écrit\s?:$/iu,
  /^el\s.{4,300}\b(escribió|va escriure):$/iu,
  /^il\s.{4,300}\bha scritto:$/iu,
  /^op\s.{4,300}\b(schreef|geschreven)\b.{0,200}:$/iu,
  /^(w dniu|dnia)\s.{4,300}\b(pisze|napisał|napisała|napisał\(a\)|napisał\/a):$/iu,
  /^(em|a|no dia|às)\s.{4,300}\bescreveu:$/iu,
  /^(den|på|d\.)\s.{4,300}\b(skrev|skreiv)\b.{0,200}:$/iu,
  /^(dne|dňa)\s.{4,300}\b(napsal|napsala|napsal\(a\)|napísal|napísala|napísal\(a\)):$/iu,
  /^(în|pe)\s.{4,300}\ba scris:$/iu,
  /^στις\s.{4,300}έγραψε:$/iu,
  /^на\s.{4,300}написа:$/iu,
  /^(вы писали|.{2,200}\sписал(\(а\)|а)?)(?!\p{L}).{0,100}:$/iu,
  /^在.{4,300}写道[:：]$/iu,
  /^.{2,200}\bschrieb am\b.{4,200}:$/iu,
  /^.{2,200}\bhat am\b.{4,200}\bgeschrieben:$/iu,
  /^.{2,200}\bwrote on\b.{4,200}:$/iu,
  /^.{2,200}\bschreef op\b.{4,200}:$/iu,
  /^.{2,200}\b(escreveu|ezt írta) \(.{5,100}\):$/iu,
  /^wiadomość napisana przez .{4,300}:$/iu,
  /^(zitat von|quoting|citando a|citat från|citerar)\s.{2,200}:$/iu,
  /^.{2,200}\ba écrit (sur|le)\b.{4,100}:$/iu,
  /^.{4,300}\s(пишет|пише|написал|написала|написал\(а\)|написа|írta|작성)\s?:$/iu,
  /^.{2,200}\s(kirjoitti|şunları yazdı)\b.{4,100}:$/iu,
  /^el\s.{4,300}\bha escrit:$/iu,
  // Tutanota: "3. Nov. 2026, 14:05 von ann@muster.example:"
  /^(\p{L}{3,10}\.? )?\d[^@]{5,40}\d{1,2}:\d{2}\s(von|by|par|de|da|van|od|от)\s\S+@\S+:$/iu,
];

/** "Ann Meyer <ann@muster.example> writes:", and nothing else. */
const nameAndVerb =
  /^["\p{L}][^<>:]{0,80}<[^<>\s]{1,200}@[^<>\s]{1,200}> (wrote|writes|schrieb|schreibt|a écrit|ha scritto|escribió|escreveu|schreef|napisał|napisała|napisał\(a\)|skrev)\s?:$/iu;

/** Verbs at the end, behind a date and a name in any order, as Gmail writes them in each language. */
const verbs =
  /(\bwrote|\bwrites|\bschrieb|\bgeschrieben|\ba écrit|\bescribió|\bha scritto|\bschreef|napisał\(a\)|napisał|napisała|\bescreveu|\bskrev|\bkirjoitti|\bnapsal\(a\)|\bnapsal|\bnapísal\(a\)|\bírta|\ba scris|написал\(а\)|написал|написала|пишет|пише|yazdı|έγραψε|написа|写道|寫道|님이 작성|のメール|さんは書きました|כתב|כתב\/ה|كتب|đã viết|menulis|va escriure|rašė|rakstīja|kirjutas|je napisao\/la|je napisao|je napisala|piše)\s?$/iu;

const hasAddress = /<[^<>\s]{1,200}@[^<>\s]{1,200}>|\bmailto:|\([^()\s]{1,100}@[^()\s]{1,100}\)/;
/** Words by which people tell what others have said; programs put only a name there. In small letters: names have others. */
const personal =
  /(?<!\p{L})(?<!(?:von|van|an|in|auf|aus|zu|bei) )(mir|uns|ihr|ihre|ihrer|der|die|dein|deine|euer|eure|mein|meine|meiner|unser|unsere|eine|einer|jemand|man|the|your|my|our|his|her|their|me|us|someone|somebody|nous|votre|notre|vos|nos|mon|ma|su|nuestro|nuestra|mi|vostro|nostro|mij|ons|onze|uw|jullie|mój|nasz|wasz)(?!\p{L})/u;
/** "Ich habe am 3.11.2026 um 14:05 an support@… geschrieben:" is nobody's introduction of another one's words. */
const speaksForOneself =
  /^(hallo|hi|hello|dear|sehr|guten|ich|wir|i|we|je|j['’]|nous|yo|nosotros|io|noi|ho|abbiamo|ik|wij|ja|my|eu|nós|jag|vi|jeg|já|я|мы)(?!\p{L})/iu;
/** Lines that an introduction takes up; programs break them wherever 72 columns end. */
const mostLines = 5;
const longest = 400;

interface Introduction {
  at: number;
  count: number;
  text: string;
}

export const endsLikeIntroduction = (line: string): boolean => /(:|：|-{3}|>)\s*$/u.test(line.slice(-20));

/**
 * The introduction that ends with this line, when there is one. "Am Montag schrieb mir Ihr Kollege:" is somebody's own
 * words: without an address, a full date or quoted lines below it is not taken for a machine's, nor where it says who that
 * is in words. `isLoose` takes it.
 */
export const introductionEnding = (
  lines: readonly string[],
  end: number,
  { isQuotedBelow, isLoose = false }: { isQuotedBelow: boolean; isLoose?: boolean },
): Introduction | undefined => {
  const paragraphs = paragraphsEnding(lines, end).filter(({ text }) => isLoose || isImpersonal(text));
  const known = paragraphs.find(
    ({ text }) =>
      whole.some((introduction) => introduction.test(text)) &&
      (isLoose || isQuotedBelow || hasAddress.test(text) || hasMoment(text)),
  );
  if (known) return known;
  return paragraphs.find(({ text }) => {
    if (bareGmail.test(text.slice(0, -1)) && (isQuotedBelow || /:\s*$/.test(lines[end] ?? ""))) return true;
    if (nameAndVerb.test(text)) return true;
    const bare = text.replace(/[:：]$/, "").trimEnd();
    // Nobody types both, and what stands in a log has no name.
    if (hasAddress.test(text) && hasMoment(text)) return !text.includes("=<");
    return verbs.test(bare) && isQuotedBelow && (hasAddress.test(text) || hasMoment(text) || text.length < 100);
  });
};

/** Whether it says by address or time whose words follow; only marks below would not be enough in a mail that answers none. */
export const isDated = ({ text }: Introduction): boolean => hasAddress.test(text) || hasMoment(text);

const isImpersonal = (text: string): boolean =>
  !speaksForOneself.test(text) && (hasAddress.test(text) || !personal.test(text));

/** What ends with the line, by how many lines it has: the shortest first. None when it does not end as introductions do. */
const paragraphsEnding = (lines: readonly string[], end: number): Introduction[] => {
  const last = withColon((lines[end] ?? "").trim());
  if (last.length > longest || !/[:：]$/u.test(last)) return [];
  const found: Introduction[] = [];
  let text = last;
  for (let count = 1; count <= mostLines; count++) {
    found.push({ at: end - count + 1, count, text });
    const line = (lines[end - count] ?? "").trim();
    if (line === "" || line.startsWith(">") || text.length + line.length > longest) break;
    // An address that was broken behind its bracket is one all the same.
    text = line.endsWith("<") ? `${line}${text}` : `${line} ${text}`;
  }
  return found;
};

/** Old Gmail writes no colon ("2026/11/3 Ann <ann@…>"). */
const bareGmail = /^\d{4}[/-]\d{1,2}[/-]\d{1,2} .{0,100}<[^<>\s]{1,200}@[^<>\s]{1,200}>$/;

/** Zoho frames it: "---- On Tue, 3 Nov 2026 14:05:00 +0100 Ann <ann@…> wrote ----"; Zimbra begins with hyphens. */
const withColon = (line: string): string => {
  if (line.length < 300 && bareGmail.test(line)) return `${line}:`;
  const framed = /^-{3,6} (.{10,350}) -{3,6}$/.exec(line)?.[1];
  return framed === undefined ? line.replace(/^-{2,6} (?=\p{L})/u, "") : `${framed.replace(/:$/, "")}:`;
};
