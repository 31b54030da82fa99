/**
 * How mail programs introduce what they repeat. All expressions are anchored and look at one paragraph of at most 400
 * characters, so that no text makes them slow.
 */

/** "Am 3. Nov. 2026 um 14:05 schrieb Ann Meyer <ann@…>:" in the languages and programs that are about. */
const introductions: readonly RegExp[] = [
  /^am\s.{4,300}\bschrieb(en)?\b.{0,200}:$/i,
  /^on\s.{4,300}\bwrote:$/i,
  /^le\s.{4,300}\ba écrit\s?:$/i,
  /^el\s.{4,300}\bescribió:$/i,
  /^il\s.{4,300}\bha scritto:$/i,
  /^op\s.{4,300}\bschreef\b.{0,200}:$/i,
  /^(w dniu|dnia)\s.{4,300}\b(pisze|napisał|napisała|napisał\(a\)):$/i,
  /^em\s.{4,300}\bescreveu:$/i,
  /^den\s.{4,300}\bskrev\b.{0,200}:$/i,
  /^.{2,200}\bschrieb am\b.{4,200}:$/i,
  /^.{2,200}\bwrote on\b.{4,200}:$/i,
  /^(zitat von|quoting)\s.{2,200}:$/i,
];

const beginnings = /^(am|on|le|el|il|op|w dniu|dnia|em|den|zitat von|quoting)\s|\b(schrieb am|wrote on)\b/i;

const hasAddress = /<[^<>\s]{1,200}@[^<>\s]{1,200}>|\bmailto:/;
const hasMoment = /\b(19|20)\d\d\b.{0,60}\b\d{1,2}[:.]\d{2}\b|\b\d{1,2}[:.]\d{2}\b.{0,60}\b(19|20)\d\d\b/;

/** Lines that an introduction takes up; programs break them wherever 72 columns end. */
const mostLines = 4;

const isQuoted = (line: string | undefined): boolean => line?.trimStart().startsWith(">") ?? false;

/**
 * How many lines from `at` on introduce a quotation; 0 when they are somebody's own words. "Am Montag schrieb mir Ihr
 * Kollege:" is such words: without an address, a full date or quoted lines below it is not taken for a machine's.
 */
export const introductionAt = (lines: readonly string[], at: number): number => {
  if (!beginnings.test(lines[at] ?? "")) return 0;
  for (let count = 1; count <= mostLines; count++) {
    const paragraph = lines
      .slice(at, at + count)
      .map((line) => line.trim())
      .join(" ");
    if (paragraph.length > 400) return 0;
    if (!paragraph.endsWith(":")) continue;
    if (!introductions.some((introduction) => introduction.test(paragraph))) continue;
    const following = lines.slice(at + count).find((line) => line.trim() !== "");
    return isQuoted(following) || hasAddress.test(paragraph) || hasMoment.test(paragraph) ? count : 0;
  }
  return 0;
};

const separator =
  /^\s*[-_]{2,}\s*(original message|original appointment|ursprüngliche nachricht|originalnachricht|original-nachricht|ursprünglicher termin|message d'origine|message original|mensaje original|messaggio originale|oorspronkelijk bericht|wiadomość oryginalna)\s*[-_]{2,}\s*$/i;

/** "-----Ursprüngliche Nachricht-----". A forwarding mark is none: what is forwarded is what the sender wants to say. */
export const isSeparator = (line: string): boolean => line.length < 100 && separator.test(line);

const field = (names: string): RegExp => new RegExp(`^[*\\s]{0,4}(${names})[*\\s]{0,4}:[*\\s]{0,4}\\S?`, "i");
const fields = {
  from: field("von|from|de|da|van|od"),
  sent: field("gesendet|gesendet am|sent|datum|date|envoyé|enviado|enviado el|inviato|data|verzonden|wysłano|fecha"),
  to: field("an|to|à|para|a|aan|do"),
  subject: field("betreff|subject|objet|asunto|oggetto|onderwerp|temat|assunto"),
};

/** The block of header lines that Outlook, GMX and web.de put above what they repeat, in any order. */
export const isHeaderBlock = (lines: readonly string[], at: number): boolean => {
  const first = lines[at] ?? "";
  if (!fields.from.test(first) && !fields.sent.test(first)) return false;
  const block = lines.slice(at, at + 9);
  const found = Object.values(fields).filter((each) => block.some((line) => each.test(line))).length;
  return found >= 3 && block.some((line) => fields.subject.test(line) || fields.sent.test(line));
};

/** The line that Outlook draws above its header block. */
export const isRule = (line: string): boolean => /^\s*(_{10,}|-{10,})\s*$/.test(line);
