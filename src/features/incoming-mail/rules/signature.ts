import { isWritten } from "./marks.ts";
import { placesOf, type Seam } from "./old-words.ts";

/** Lines that mail programs put below what somebody wrote, each alone in its line. */
const programs: readonly RegExp[] = [
  /^von (meinem|meiner|mein|unterwegs|samsung|outlook|yahoo|t-online|gmx|web\.de|aol|mail|iphone|ipad|android)[^,;!?]{0,60} (gesendet|verschickt|versendet)\.?$/iu,
  /^gesendet (von|mit|über|aus|per) (meinem|meiner|mein|outlook|mail|yahoo|gmx|web\.de|der|dem|proton|samsung|iphone|ipad|android|t-online|aol|spark|mobil\w*)[^,;!?]{0,80}$/iu,
  /^(diese nachricht wurde|diese e-?mail wurde) von meinem .{1,80} gesendet\.?$/iu,
  /^sent from my [^,;!?]{1,60}$/iu,
  /^sent (from|with|via) (mail for windows|outlook|yahoo|proton ?mail|my|the|a|gmail|spark|samsung|mobile|iphone|ipad|android|blackberry|thunderbird|mailbird|mutt|airmail|hey|fastmail|aol|t-mobile|verizon|at&t)[^,;!?]{0,60}$/iu,
  /^(holen sie sich|laden sie|get|beziehen sie|téléchargez|obtener|obtenga|scarica|ottieni|download|pobierz|hent|skaffa|obter|obtenha) (die app |aplikację )?outlook (für|for|pour|para|per|voor|dla|til|till) .{1,40}$/iu,
  /^outlook für .{1,30} (beziehen|herunterladen)$/iu,
  /^envoyé (de|depuis|avec|à partir de) (mon|ma|mes|outlook|yahoo|l['’]|un|courrier|mail|proton|iphone|ipad|samsung)[^,;!?]{1,60}$/iu,
  /^enviado (desde|do|da|de|con|a partir de|por) (mi|meu|minha|o meu|outlook|yahoo|correo|samsung|iphone|ipad|el|um|un|mail)[^,;!?]{1,60}$/iu,
  /^inviato (da|dal|con) (mio|iphone|ipad|outlook|posta|yahoo|samsung|il mio|un|libero)[^,;!?]{0,60}$/iu,
  /^(verzonden|verstuurd) (vanaf|met|vanuit|via) (mijn|outlook|mail|yahoo|een|iphone|ipad|samsung)[^,;!?]{1,60}$/iu,
  /^wysłane z [^,;!?]{1,60}$/iu,
  /^sendt fra (min|mit|mine|outlook|yahoo|mail|iphone|ipad|samsung)[^,;!?]{0,60}$/iu,
  /^skickat från (min|mitt|outlook|yahoo|e-post|iphone|ipad|samsung)[^,;!?]{0,60}$/iu,
  /^lähetetty [^,;!?]{1,60}$/iu,
  /^(odesláno z|odoslané z|trimis de pe|küldve:|отправлено с|отправлено из|надіслано з) [^,;!?]{1,60}$/iu,
  /^(iphone|ipad|android|スマートフォン)から送信$/iu,
  /^(从|發自|发自|來自)我的.{1,20}(发送)?$/iu,
  /^나의 .{1,20}에서 보냄$/iu,
];

/** "Gesendet mit der GMX iPhone App", also with the address of the shop behind it. */
export const isProgramLine = (line: string): boolean => {
  if (line.length > 400) return false;
  const bare = line.replace(/[<(]?https?:\/\/\S{1,200}[>)]?/g, "").replace(/^[\s*_]+|[\s*_]+$/g, "");
  return bare.length > 0 && bare.length < 120 && programs.some((program) => program.test(bare));
};

/** RFC 3676 §4.3. Programs lose the blank at its end. */
const isDelimiter = (line: string): boolean => line === "-- " || /^(--|—|–) ?$/.test(line);

/** A signature is short; below a "--" that somebody typed as a line between two thoughts comes more. */
const longestSignature = 14;
/** With the blank at its end nobody types it by chance. */
const longestMarked = 40;

/** Where the signature begins, or the number of lines when there is none. */
export const signatureStart = (lines: readonly string[], seams: readonly Seam[] = []): number => {
  const end = lines.findLastIndex(isWritten) + 1;
  const delimiter = delimiterIn(lines, end);
  const starts = [delimiter, seamIn(lines, { seams, end }), programIn(lines, end), footerIn(lines, end)].filter(
    (at) => at !== undefined,
  );
  return starts.length === 0 ? lines.length : Math.min(...starts);
};

const delimiterIn = (lines: readonly string[], end: number): number | undefined => {
  for (let at = end - 2; at >= Math.max(0, end - 1 - longestMarked); at--) {
    const line = lines[at] ?? "";
    if (isDelimiter(line) && (line === "-- " || isCloselyFollowed(lines, { at, end }))) return at;
  }
  return undefined;
};

/** Between two thoughts a line of dashes has room on both sides, and nobody asks in a signature. */
const isCloselyFollowed = (lines: readonly string[], { at, end }: { at: number; end: number }): boolean =>
  at >= end - 1 - longestSignature &&
  isWritten(lines[at + 1]) &&
  !lines.slice(at, end).some((line) => line.trimEnd().endsWith("?"));

/** Where the HTML says that a signature begins, when it goes to the end of what was written. */
const seamIn = (
  lines: readonly string[],
  { seams, end }: { seams: readonly Seam[]; end: number },
): number | undefined => {
  const places = [...placesOf(lines, seams)].filter((at) => at > 0 && at >= end - longestMarked);
  return places.length === 0 ? undefined : Math.min(...places);
};

const programIn = (lines: readonly string[], end: number): number | undefined =>
  isProgramLine(lines[end - 1] ?? "") ? end - 1 : undefined;

const listFooter = /\bmailing ?list\b|\bmailman\b|\/listinfo\/|\bunsubscribe\b|\babbestellen\b|\baustragen\b/i;

/** What mailing lists put below: a line, and where to unsubscribe. */
const footerIn = (lines: readonly string[], end: number): number | undefined => {
  for (let at = end - 1; at >= Math.max(0, end - 8); at--)
    if (/^\s*_{20,}\s*$/.test(lines[at] ?? ""))
      return lines.slice(at).some((line) => listFooter.test(line.slice(0, 500))) ? at : undefined;
  return undefined;
};
