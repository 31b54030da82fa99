const named = (names: string): RegExp => new RegExp(`^[*\\s]{0,4}(?:${names})[*\\s]{0,4}[:：][*\\s]{0,4}\\S?`, "iu");
const inside = (names: string): RegExp => new RegExp(`\\s\\*?(?:${names})\\*?[:：]`, "iu");

/** What Outlook, GMX, web.de and others call the lines above what they repeat. */
const names = {
  from: "von|from|de|da|van|od|fra|från|lähettäjä|feladó|от|від|kimden|gönderen|差出人|发件人|發件人|寄件者|寄件人|보낸 사람|από|expéditeur|remitente|mittente|afzender|nadawca|de la|šalje|saatja|nuo|מאת|من|avsender|afsender|absender|odesílatel|expeditor",
  sent: "gesendet|gesendet am|sent|sent at|datum|date|envoyé|envoyé le|enviado|enviado el|enviado em|enviada em|inviato|data|data invio|verzonden|wysłano|sendt|skickat|lähetetty|elküldve|dátum|отправлено|дата|надіслано|gönderildi|tarih|送信日時|日付|发送时间|日期|寄件日期|傳送時間|보낸 날짜|날짜|fecha|dato|odesláno|odoslané|trimis|poslano|poslato|saadetud|išsiųsta|изпратено|enviat|verschickt|enviada|στάλθηκε|gönderme tarihi|נשלח|تم الإرسال|تاريخ الإرسال|ημερομηνία",
  to: "an|to|à|pour|para|a|aan|do|til|till|vastaanottaja|címzett|кому|kime|宛先|收件人|收件者|받는 사람|προς|destinataire|destinatario|komu|către|empfänger|prima|za|adressaat|kam|до|per a|אל|إلى",
  subject:
    "betreff|subject|objet|asunto|oggetto|onderwerp|temat|assunto|emne|ämne|aihe|tárgy|тема|konu|件名|主题|主旨|主題|제목|θέμα|předmět|predmet|subiect|thema|zadeva|teema|tema|относно|נושא|الموضوع",
} as const;

const fields = {
  from: named(names.from),
  sent: named(names.sent),
  to: named(names.to),
  subject: named(names.subject),
};
const laterFields = { sent: inside(names.sent), to: inside(names.to), subject: inside(names.subject) };

const hasAddress = /[^\s<>@]@[^\s<>@]|\bmailto:/;
const mostLines = 9;

/**
 * Whether the block of header lines that Outlook puts above what it repeats begins here, in any order and language.
 * `isMarked`: a separator stands above, so that fewer lines are enough. `isLoose`: fewer are enough in any case.
 */
export const isHeaderBlock = (
  lines: readonly string[],
  at: number,
  { isMarked = false, isLoose = false }: { isMarked?: boolean; isLoose?: boolean } = {},
): boolean => {
  const kinds = kindsOf(lines);
  const first = kinds(at);
  if (first === 0) return false;
  let found = 0;
  let end = at;
  // As many lines as belong together; an empty line may stand between them, two end the block.
  for (; end < Math.min(lines.length, at + mostLines); end++) {
    if (end > at && lines[end]?.trim() === "" && lines[end - 1]?.trim() === "") break;
    found |= kinds(end);
  }
  const count = [bits.from, bits.sent, bits.to, bits.subject].filter((bit) => (found & bit) !== 0).length;
  const says = (found & (bits.subject | bits.sent)) !== 0;
  // Blocks begin with the sender or the date; with something else only where all of them are there.
  if ((first & (bits.from | bits.sent)) === 0) return count === 4;
  if (says && count >= (isLoose ? 2 : isMarked ? 3 : 4)) return true;
  if (says && count === 3 && lines.slice(at, end).some((line) => hasAddress.test(line.slice(0, 300)))) return true;
  return isOneLine(lines[at] ?? "");
};

/** Whether the block names an address or a time, which a table or a form that looks like one mostly does not. */
export const isTelling = (lines: readonly string[], at: number): boolean =>
  lines
    .slice(at, at + 4)
    .some((line) => hasAddress.test(line.slice(0, 300)) || /\d{4}.{0,30}\d{1,2}[:.h]\d{2}/.test(line.slice(0, 300)));

const bits = { from: 1, sent: 2, to: 4, subject: 8 } as const;
const unknown = 255;
const seen = new WeakMap<readonly string[], Uint8Array>();

/** Which headers each line can be. Asked for again and again, each line is looked at once. */
const kindsOf = (lines: readonly string[]): ((at: number) => number) => {
  let kinds = seen.get(lines);
  if (!kinds) seen.set(lines, (kinds = new Uint8Array(lines.length).fill(unknown)));
  const known = kinds;
  return (at) => {
    const found = known[at] ?? 0;
    if (found !== unknown) return found;
    const line = (lines[at] ?? "").slice(0, 300);
    let kind = 0;
    // Programs write them with a capital letter, and a file of settings has small ones.
    if (/[:：]/u.test(line.slice(0, 40)) && !/^[*\s]*\p{Ll}/u.test(line))
      for (const [name, bit] of Object.entries(bits) as [keyof typeof bits, number][])
        if (fields[name].test(line)) kind |= bit;
    known[at] = kind;
    return kind;
  };
};

/** All of them in one line, where the breaks got lost on the way. */
const isOneLine = (line: string): boolean =>
  line.length < 2_000 &&
  fields.from.test(line) &&
  hasAddress.test(line) &&
  Object.values(laterFields).filter((field) => field.test(line.slice(0, 1_000))).length >= 2;
