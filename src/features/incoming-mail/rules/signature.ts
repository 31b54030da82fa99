/** Lines that mail programs put below what somebody wrote, each alone in its line. */
const programs: readonly RegExp[] = [
  /^von meinem [^,;!?]{1,60} gesendet\.?$/i,
  /^gesendet (von|mit|über|aus) [^,;!?]{1,80}$/i,
  /^(diese nachricht wurde|diese e-mail wurde) von meinem .{1,80} gesendet\.?$/i,
  /^sent from my [^,;!?]{1,60}$/i,
  /^sent (from|with|via) (mail for windows|outlook|yahoo|proton ?mail|my|the|a|gmail|spark|samsung|mobile)[^,;!?]{0,60}$/i,
  /^(holen sie sich|get) outlook (für|for) .{1,40}$/i,
  /^envoyé de mon .{1,60}$/i,
  /^enviado desde mi .{1,60}$/i,
  /^inviato da(l mio)? .{1,60}$/i,
  /^verzonden (vanaf|met) .{1,60}$/i,
  /^wysłane z .{1,60}$/i,
];

/** "Gesendet mit der GMX iPhone App", also with the address of the shop behind it. */
export const isProgramLine = (line: string): boolean => {
  if (line.length > 400) return false;
  const bare = line.replace(/<?https?:\/\/\S{1,200}>?/g, "").replace(/^[\s*_]+|[\s*_]+$/g, "");
  return bare.length > 0 && bare.length < 120 && programs.some((program) => program.test(bare));
};

/** RFC 3676 §4.3. Programs lose the blank at its end. */
const isDelimiter = (line: string): boolean => line === "-- " || line === "--" || line === "—" || line === "– ";

/** A signature is short; below a "--" that somebody typed as a line between two thoughts comes more. */
const longestSignature = 14;

/** Where the signature begins, or the number of lines when there is none. */
export const signatureStart = (lines: readonly string[]): number => {
  const end = lastWritten(lines) + 1;
  for (let at = end - 1; at >= Math.max(0, end - 1 - longestSignature); at--)
    if (isDelimiter(lines[at] ?? "") && at < end - 1) return at;
  return isProgramLine(lines[end - 1] ?? "") ? end - 1 : lines.length;
};

const lastWritten = (lines: readonly string[]): number => {
  for (let at = lines.length - 1; at >= 0; at--) if ((lines[at] ?? "").trim() !== "") return at;
  return -1;
};
