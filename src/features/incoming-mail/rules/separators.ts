const original =
  /^[-_=*\s‐-―]{2,}\s*(original message|original appointment|original e-?mail|reply message|ursprüngliche nachricht|ursprüngliche e-?mail|originalnachricht|original[- ]nachricht|ursprüngliche mitteilung|ursprünglicher termin|message d['’]origine|message original|e-?mail original|mensaje original|messaggio originale|oorspronkelijk bericht|wiadomość oryginalna|oryginalna wiadomość|wiadomość pierwotna|mensagem original|oprindelig meddelelse|opprinnelig melding|originalmeddelande|ursprungligt meddelande|alkuperäinen viesti|původní (zpráva|e-?mail)|pôvodná správa|eredeti üzenet|mesaj original|mesajul original|исходное сообщение|оригинальное сообщение|пересылаемое сообщение|orijinal mesaj|元のメッセージ|原始邮件|原始郵件|邮件原件|원본 메시지)\s*[-_=*\s‐-―]{2,}$/iu;

/** GroupWise: `>>> "Ann Meyer" <ann@…> 03.11.2026 14:05 >>>`. */
const groupWise = /^>>> .{2,200}\d{1,4}[./-]\d{1,2}[./-]\d{2,4}.{0,20}>>>$/;

/** Notes: `Ann Meyer ---03.11.2026 14:05:12---Guten Tag,`, with what a picture there is called. */
const notes =
  /^\s*(inactive hide details for |.{0,20}inaktive.{0,40} )?["'\p{L}].{1,80}\s?-{3}\s?\d{1,4}[./-]\d{1,2}[./-]\d{2,4}(\s\d{1,2}:\d{2}(:\d{2})?(\s?[ap]m)?)?\s?-{3}/iu;

/** Where the breaks got lost on the way, the headers stand behind it in the same line. */
const withHeaders = /^-{4,} ?(original message|ursprüngliche nachricht|originalnachricht) ?-{4,} ?(from|von): ?\S/iu;

/** Lines that other desks put into their mails, below which nobody's answer is read. */
const replyAbove: readonly RegExp[] = [
  /\b(reply|answer|respond|type your (reply|response))\b.{0,40}\babove this line\b|\babove this line to (post|add|send)\b.{0,20}\b(reply|comment|response)\b/iu,
  /\ball text above this line\b/iu,
  /\b(antwort\w*|antworten sie)\b.{0,40}\b(oberhalb|über) dieser (linie|zeile)\b/iu,
  /^\W*(veuillez )?(saisir|écrire|répondre|répondez|saisissez|écrivez)\b.{0,40}au-dessus de cette ligne/iu,
  /^\W*(por favor,? )?(escrib[ae]\w*|responda|introduzca)\b.{0,40}(por )?encima de esta línea/iu,
  /^\W*(digita|scrivi|scrivere|rispondi|inserisci)\b.{0,40}sopra (questa|a questa) (riga|linea)/iu,
  /^\W*(typ|antwoord|plaats|schrijf)\b.{0,40}boven deze (regel|lijn)/iu,
  /^\W*(wpisz|odpowiedz|napisz)(?!\p{L}).{0,40}(nad|powyżej) (tym wierszem|tej linii|tą linią)/iu,
  /^\W*(digite|escreva|responda|introduza)\b.{0,40}acima desta linha/iu,
  // Zendesk frames the line in every language.
  /^\s*##- .{5,150} -##\s*$/u,
];

/** "-----Ursprüngliche Nachricht-----". A forwarding mark is none: what is forwarded is what the sender wants to say. */
export const isSeparator = (line: string): boolean =>
  (line.length < 200 && (original.test(line.trim()) || replyAbove.some((words) => words.test(line)))) ||
  (line.length < 300 && groupWise.test(line.trim())) ||
  notes.test(line.slice(0, 200)) ||
  withHeaders.test(line.slice(0, 300));

/** The line that Outlook draws above its header block. */
export const isRule = (line: string): boolean =>
  line.length < 200 && /^\s*(_{10,}|-{10,}|\*{10,}|={10,}|[-‐-―]{7,})\s*$/u.test(line);

const forward =
  /^\s*([-_]{2,}\s*)?(forwarded message|weitergeleitete nachricht|begin forwarded message|anfang der weitergeleiteten (nachricht|e-?mail)|message transféré|début du message (transféré|réexpédié)|mensaje reenviado|inicio del mensaje reenviado|messaggio inoltrato|inizio messaggio inoltrato|doorgestuurd bericht|begin doorgestuurd bericht|wiadomość przekazana dalej|początek przekazanej wiadomości|mensagem (encaminhada|reencaminhada)|início da mensagem (encaminhada|reencaminhada)|videresendt meddelelse|videresendt melding|vidarebefordrat meddelande|välitetty viesti|přeposlaná zpráva|továbbított üzenet|пересланное сообщение|пересылаемое сообщение|転送されたメッセージ|转发邮件信息|전달된 메시지)(\s+(von|from|by)\s.{1,60})?\s*:?(\s*[-_]{2,})?\s*:?\s*$/iu;

export const isForwardMark = (line: string): boolean => line.length < 140 && forward.test(line);

const forwarded =
  /^\s*(fwd?|fw|wg|weitergeleitet|tr|rv|rinviato|i|doorst|pd|wtr|enc|vb|vs: fwd|vl|továbbítás|転送)\s*:/iu;

/** Whether the subject says that old words are what the mail is about. */
export const isForwarded = (subject: string): boolean => forwarded.test(subject.slice(0, 100));

const answered =
  /^\s*(\[[^\]]{1,60}\]\s*)?(re|aw|antw|antwort|sv|vs|odp|r|rif|res|ref|ynt|回复|回覆|答复|返信)\s*(\[\d+\]|\(\d+\))?\s*[:：]/iu;

export const isAnswer = (subject: string): boolean => answered.test(subject.slice(0, 200));
