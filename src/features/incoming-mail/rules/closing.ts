import { isWritten, nextWritten } from "./marks.ts";

/** With what people end, alone in its line: "Mit freundlichen Grüßen", "Viele Grüße aus Köln". */
const greeting =
  /^\W{0,3}(mit )?(den )?(freundlich|best|schön|lieb|viel|herzlich|sonnig|kollegial|kind|warm|best)\w{0,4} (grüße?n?|grüsse?n?|gruß|gruss|regards|wishes)|^\W{0,3}(grüße|gruß|gruss|mfg|vg|lg|bg|mvh|mvg|kr|br|hochachtungsvoll|regards|sincerely|yours|cheers|best|thanks|thank you|many thanks|(très |bien )?cordialement|bien à vous|(meilleures |sincères )?salutations|(un )?(cordial )?saludos?|atentamente|cordialmente|(cordiali|distinti|cari) saluti|saluti|(met )?(vriendelijke|hartelijke) groet|groet|pozdrawiam|pozdrowienia|z (poważaniem|pozdrowieniami|wyrazami)|serdeczne pozdrowienia|serdecznie|atenciosamente|(melhores |com os melhores )?cumprimentos|(med )?(vänlig|venlig|vennlig|bästa|bedste|beste)\w{0,4} (hälsning|hilsen)\w{0,3}|hälsningar|hilsen|s (přátelským )?pozdrav|с уважением|с наилучшими|üdvözlettel|cu stimă|(ystävällisin )?terveisin|saygılarımla)(?!\p{L})/iu;

const isGreeting = (line: string): boolean =>
  line.length < 60 && greeting.test(line.trim()) && !/[:?]\s*$/.test(line) && line.trim().split(/\s+/).length <= 6;

/** What only addresses of people and companies contain. */
const marks: readonly RegExp[] = [
  /^\W{0,3}(tel|telefon|phone|fon|fax|telefax|mobil|mobile|mob|handy|cell|tél|téléphone|teléfono|telefono|telefoon|tlf|tfn|t|m|f|p|d)\b\.?\s?[:.]?\s{0,8}[+(]?\d/iu,
  /(^|\s)\+\d{1,3}[\s(/.-]?\(?\d[\d\s()/.-]{5,}/u,
  /(^|\s|<)(https?:\/\/|www\.)\S+/iu,
  /[^\s@<>]+@[^\s@<>]+\.\p{L}{2,}/u,
  /\b(geschäftsführ|sitz der gesellschaft|amtsgericht|registergericht|handelsregister|hrb|ust-?id|vat|registered (in|office)|siret|siren|rcs|p\. ?iva|partita iva|kvk|btw|nip|regon|krs|cif|nif|cvr|org\.? ?n|gerichtsstand|vorstand|aufsichtsrat)/iu,
  /\b[A-Z]{0,2}-?\d{4,5},? \p{Lu}\p{L}{2,}/u,
  /\p{L}(straße|strasse|str\.|weg|allee|platz|gasse) \d{1,4}|\b\d{1,4},? (rue|avenue|boulevard) |\b(via|calle|ul\.|ulica|rua) \p{Lu}|\b(street|road|avenue|lane)\b/iu,
];

const fewestMarks = 2;
const mostLines = 30;
const longestLine = 200;

/** People go on below an address as they do above it. */
const goesOn =
  /\?\s*$|^\W{0,3}(p\.? ?s|nb|n\.b|nachtrag|nachtr|noch|anbei|anlagen?|anhang|attach|edit|update|übrigens|bitte|please)\b/iu;

/** A sentence, which no address has. */
const isSentence = (line: string): boolean => /\p{Ll}[.!]\s*$/u.test(line) && line.trim().split(/\s+/).length >= 4;

/**
 * Where an address begins below a greeting and a name, when it goes on until `end`. Greeting and name are what the person
 * wrote; company, telephone and register are folded. Without two things that only addresses have nothing is.
 */
export const addressBlockStart = (lines: readonly string[], end: number): number | undefined => {
  const at = lines.slice(0, end).findLastIndex(isGreeting);
  if (at < 0 || end - at > mostLines) return undefined;
  const name = nextWritten(lines, at + 1);
  const start = nextWritten(lines, isAddress(lines[name] ?? "") ? name : name + 1);
  const block = lines.slice(start, end).filter(isWritten);
  if (block.length === 0 || block.some((line) => line.length > longestLine || goesOn.test(line) || isSentence(line)))
    return undefined;
  const found = new Set(block.flatMap((line) => marks.flatMap((mark, index) => (mark.test(line) ? [index] : []))));
  return found.size >= fewestMarks ? start : undefined;
};

const isAddress = (line: string): boolean => line.length <= longestLine && marks.some((mark) => mark.test(line));

const secret =
  /vertraulich|confidential|confidentiel|confidencial|riservat|vertrouwelijk|poufn|konfidentiell|fortrolig|důvěrn|конфиденциальн|privileged/iu;
const meantFor =
  /empfänger|adressat|recipient|addressee|intended|destinatai?r|geadresseerde|ontvanger|bestemd|odbiorc|adresat|mottagar|modtager|příjemc|получател/iu;
const saysOfItself =
  /^\W{0,5}(disclaimer|hinweis|wichtiger hinweis|confidentiality|notice|important|(diese|die in dieser|der inhalt dieser|dieses) (e-?mail|nachricht|mail|schreiben)|(this|the information (contained )?in this|the contents? of this) (e-?mail|message|communication|transmission)|ce (message|courriel|mail)|este (mensaje|correo|e-?mail)|(questo|questa|il presente|la presente) (messaggio|e-?mail|comunicazione)|(dit|deze|de informatie in d\w+) (bericht|e-?mail)|(niniejsza|ta|treść tej) (wiadomość|wiadomości|e-?mail)|esta (mensagem|comunicación)|(det här|detta|denna|denne|dette) (e-?mail|e-post\w*|mail|meddeland\w|besked)|tato (zpráva|e-?mail))/iu;
const printing =
  /^\W{0,5}(please (consider|think)|think before|bitte (prüfen|denken|überlegen) sie|denken sie an die umwelt|pensez à|avant d['’]imprimer|antes de imprimir|prima di stampare|denk aan het milieu)\b.{0,160}(print|druck|umwelt|environment|ausgedruckt|impr|stamp|milieu|ambiente)/iu;

/** Lawyers write long. */
const shortestDisclaimer = 80;
const mostParagraphs = 6;

/** Where the text begins by which a company says that its mail is confidential, when it goes on until `end`. */
export const disclaimerStart = (lines: readonly string[], end: number): number | undefined => {
  let start: number | undefined;
  let to = end;
  for (let count = 0; count < mostParagraphs; count++) {
    const last = lines.slice(0, to).findLastIndex(isWritten);
    if (last < 0) break;
    let first = last;
    while (first > 0 && isWritten(lines[first - 1]) && last - first < mostLines) first--;
    // A disclaimer is the whole paragraph, or it begins in a line of its own below the name.
    const own = lines.slice(first, last + 1).findIndex((line) => saysOfItself.test(line) || printing.test(line));
    const at = own < 0 ? first : first + own;
    if (isDisclaimer(lines.slice(at, last + 1).join(" "))) start = at;
    else if (!mayBelong(lines.slice(first, last + 1))) break;
    if (at > first && start === at) break;
    to = first;
  }
  return start !== undefined && lines.slice(0, start).some(isWritten) ? start : undefined;
};

const isDisclaimer = (text: string): boolean => {
  const part = text.slice(0, 4_000);
  if (part.includes("?")) return false;
  if (printing.test(part) && part.length < 250) return true;
  // With a small letter it goes on from "Hallo,".
  if (!/^\W{0,5}\p{Lu}/u.test(part)) return false;
  return part.length >= shortestDisclaimer && saysOfItself.test(part) && secret.test(part) && meantFor.test(part);
};

/** The rest of a longer one: it speaks of mail and of mistakes, not of anybody's matter. */
const mayBelong = (lines: readonly string[]): boolean => {
  const text = lines.join(" ").slice(0, 4_000);
  return (
    !text.includes("?") &&
    (/^[-_=*\s]+$/.test(text) ||
      /(irrtümlich|versehentlich|in error|par erreur|por error|per errore|abusievelijk|omyłk|unauthori[sz]ed|nicht gestattet|not the (intended|named) (recipient|addressee)|virus|viren|liability|haftung)/iu.test(
        text,
      )) &&
    /(e-?mail|nachricht|message|mensaje|messaggio|bericht|wiadomoś|courriel)/iu.test(text)
  );
};
