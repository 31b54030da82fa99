import { isForwarded, isForwardMark, isRule, isSeparator } from "./separators.ts";

/** A message inside of another one, as whoever forwarded it put it there. */
export interface Forward {
  from: { name: string; address: string };
  subject: string;
  /** Its own words, with whatever they repeat. */
  text: string;
  /** What the forwarder wrote above, without the block of headers. */
  above: string;
  /** The headers, as they stand there. */
  headers: string;
}

/** More people do not pass a request on before it comes to the desk. */
const deepest = 3;

/**
 * The forwarded message in a text, and the one that it forwards, the outermost first. None where nothing says that the
 * mail forwards one, or where the block of headers does not name an address.
 */
export const forwardsIn = ({ subject, text }: { subject: string; text: string }): Forward[] => {
  const found: Forward[] = [];
  let rest = { subject, text };
  while (found.length < deepest) {
    const next = forwardIn(rest);
    if (!next) break;
    found.push(next);
    rest = { subject: isForwarded(next.subject) ? next.subject : "", text: next.text };
  }
  return found;
};

const forwardIn = ({ subject, text }: { subject: string; text: string }): Forward | undefined => {
  const lines = text.split("\n");
  const mark = lines.findIndex((line) => isForwardMark(unmarked(line)));
  // Without a mark only the subject says that the block of headers belongs to what is forwarded, as with Outlook.
  const begin = mark >= 0 ? mark + 1 : isForwarded(subject) ? blockAt(lines) : -1;
  const block = begin < 0 ? undefined : blockFrom(lines, begin);
  const from = block && addressIn(block.fields.from ?? "");
  if (!block || !from || (mark < 0 && block.fields.sent === undefined && block.fields.subject === undefined))
    return undefined;
  const above = lines.slice(0, mark >= 0 ? mark : aboveBlock(lines, begin));
  return {
    from,
    subject: block.fields.subject ?? "",
    text: withoutMarks(lines.slice(block.end)),
    above: above.join("\n").trim(),
    headers: lines.slice(begin, block.end).map(unmarked).join("\n").trim(),
  };
};

/** The kinds of headers, as German, English and a few more programs call them. */
const names = {
  from: "from|von|de|da|van|od|fra|från",
  sent: "sent|date|gesendet|gesendet am|datum|envoyé|fecha|enviado|data|inviato|verzonden|wysłano|sendt|skickat",
  subject: "subject|betreff|objet|asunto|oggetto|onderwerp|temat|assunto|emne|ämne",
  other:
    "to|an|cc|kopie|bcc|reply-to|antwort an|antworten an|importance|wichtigkeit|priority|attachments|anlagen|anhänge|message-id|return-path|resent-from|à|para|a|aan|do|til|till",
} as const;
type Kind = keyof typeof names;
const kinds = Object.keys(names) as Kind[];
const patterns = Object.fromEntries(
  kinds.map((kind) => [
    kind,
    new RegExp(`^[*_\\s]{0,3}(?:${names[kind]})[*_]{0,2}\\s{0,3}[:：][*_]{0,2}\\s*(.*)$`, "iu"),
  ]),
) as Record<Kind, RegExp>;

const longestLine = 1_000;
const mostHeaders = 20;

const headerIn = (line: string): { kind: Kind; value: string } | undefined => {
  if (line.length > longestLine || !/[:：]/u.test(line.slice(0, 30))) return undefined;
  for (const kind of kinds) {
    const value = patterns[kind].exec(line)?.[1];
    if (value !== undefined) return { kind, value: value.trim() };
  }
  return undefined;
};

/** Apple Mail marks what it forwards as quoted. */
const unmarked = (line: string): string => line.replace(/^\s{0,3}> ?/, "");

/** Where a block of headers begins that nothing stands above but what somebody wrote. */
const blockAt = (lines: readonly string[]): number =>
  lines.findIndex((line, at) => {
    const kind = headerIn(unmarked(line))?.kind;
    if (kind !== "from" && kind !== "sent") return false;
    const fields = blockFrom(lines, at)?.fields;
    return fields?.from !== undefined && (fields.sent !== undefined || fields.subject !== undefined);
  });

/** Rules and separators above it are the program's. */
const aboveBlock = (lines: readonly string[], begin: number): number => {
  let end = begin;
  while (end > 0 && isDecoration(unmarked(lines[end - 1] ?? ""))) end--;
  return end;
};
const isDecoration = (line: string): boolean => line.trim() === "" || isRule(line) || isSeparator(line);

interface Block {
  fields: Partial<Record<Kind, string>>;
  /** Where what it heads begins. */
  end: number;
}

/** The headers that begin there, at once or below empty lines. Values that are too long go on in the next line. */
const blockFrom = (lines: readonly string[], from: number): Block | undefined => {
  const fields: Block["fields"] = {};
  let at = from;
  while (at < lines.length && isDecoration(unmarked(lines[at] ?? ""))) at++;
  let last: Kind | undefined;
  for (let count = 0; at < lines.length && count < mostHeaders; at++, count++) {
    const line = unmarked(lines[at] ?? "");
    const header = headerIn(line);
    if (header) {
      last = header.kind;
      fields[last] ??= header.value;
    } else if (line.trim() === "") {
      // Programs that make text from HTML put empty lines between headers.
      if (headerIn(unmarked(lines[at + 1] ?? "")) === undefined) break;
    } else if (last === undefined) return undefined;
    else if (last !== "other" && line.length <= longestLine)
      fields[last] = `${fields[last] ?? ""} ${line.trim()}`.trim();
  }
  return last === undefined ? undefined : { fields, end: at };
};

/** `Cy <cy@…>`, `Cy [mailto:cy@…]`, `cy@…`; the first where somebody wrote on behalf of another. */
const addressIn = (value: string): Forward["from"] | undefined => {
  const found = /[^\s<>()[\]"',;:]{1,64}@[^\s<>()[\]"',;:@]{1,190}\.[a-z0-9-]{2,63}/iu.exec(value);
  if (!found) return undefined;
  const before = value.slice(0, found.index).replace(/(<|\[)?(mailto:)?$/i, "");
  return { name: before.replace(/^["'*\s]+|["'*<[(\s]+$/g, "").slice(0, 200), address: found[0].toLowerCase() };
};

const withoutMarks = (lines: readonly string[]): string => {
  const isMarked =
    lines.some((line) => line.trim() !== "") && lines.every((line) => line.trim() === "" || /^\s{0,3}>/.test(line));
  return (isMarked ? lines.map(unmarked) : lines).join("\n").trim();
};
