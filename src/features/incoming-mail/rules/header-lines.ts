const named = (names: string): RegExp => new RegExp(`^[*\\s]{0,4}(?:${names})[*\\s]{0,4}[:：][*\\s]{0,4}\\S?`, "iu");
const inside = (names: string): RegExp => new RegExp(`\\s\\*?(?:${names})\\*?[:：]`, "iu");

/** What Outlook, GMX, web.de and others call the lines above what they repeat. */
const names = {
  from: "von|from|de|da|van|od|fra|från|lähettäjä|feladó|от|від|kimden|gönderen|差出人|发件人|發件人|寄件者|寄件人|보낸 사람|από|expéditeur|remitente|mittente|afzender|nadawca|avsender|afsender|absender|odesílatel|expeditor",
  sent: "gesendet|gesendet am|sent|sent at|datum|date|envoyé|envoyé le|enviado|enviado el|enviado em|enviada em|inviato|data|data invio|verzonden|wysłano|sendt|skickat|lähetetty|elküldve|dátum|отправлено|дата|надіслано|gönderildi|tarih|送信日時|日付|发送时间|日期|寄件日期|傳送時間|보낸 날짜|날짜|fecha|dato|odesláno|odoslané|trimis|ημερομηνία",
  to: "an|to|à|pour|para|a|aan|do|til|till|vastaanottaja|címzett|кому|kime|宛先|收件人|收件者|받는 사람|προς|destinataire|destinatario|komu|către|empfänger",
  subject:
    "betreff|subject|objet|asunto|oggetto|onderwerp|temat|assunto|emne|ämne|aihe|tárgy|тема|konu|件名|主题|主旨|主題|제목|θέμα|předmět|predmet|subiect|thema",
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
  const first = lines[at] ?? "";
  if (first.length > 2_000 || (!fields.from.test(first) && !fields.sent.test(first))) return false;
  const block = blockAt(lines, at);
  const found = Object.values(fields).filter((field) => block.some((line) => field.test(line))).length;
  const says = block.some((line) => fields.subject.test(line) || fields.sent.test(line));
  if (says && found >= (isLoose ? 2 : isMarked ? 3 : 4)) return true;
  if (says && found === 3 && block.some((line) => hasAddress.test(line))) return true;
  return isOneLine(first);
};

/** As many lines as belong together; an empty line may stand between them, two end the block. */
const blockAt = (lines: readonly string[], at: number): string[] => {
  const block: string[] = [];
  for (const line of lines.slice(at, at + mostLines)) {
    if (line.trim() === "" && block.at(-1)?.trim() === "") break;
    block.push(line.slice(0, 300));
  }
  return block;
};

/** All of them in one line, where the breaks got lost on the way. */
const isOneLine = (line: string): boolean =>
  fields.from.test(line) &&
  hasAddress.test(line) &&
  Object.values(laterFields).filter((field) => field.test(line.slice(0, 1_000))).length >= 2;
