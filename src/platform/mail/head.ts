import { readAddresses, type MailAddress } from "../mime/addresses.ts";
import { decodeHeader } from "../mime/encoded-words.ts";
import type { HeaderField } from "../mime/header-block.ts";
import { momentOf } from "../mime/moment.ts";
import { oneLine } from "./clean-text.ts";
import { messageIdsIn } from "./message-ids.ts";
import type { MailWarning, ParsedMail } from "./parsed-mail.ts";

type Head = Omit<ParsedMail, "text" | "html" | "seams" | "attachments" | "warnings">;

/**
 * What stands in the headers. Of those that come more than once and must not, the first with something in it counts.
 * `otherwise`: the character set that raw bytes are likely in.
 */
export const headOf = (
  fields: readonly HeaderField[],
  otherwise: string | undefined,
  warnings: Set<MailWarning>,
): Head => {
  const addresses = (name: string): MailAddress[] => {
    for (const { raw } of fields.filter((field) => field.name === name)) {
      const found = readAddresses(raw, otherwise);
      if (found.length > 0) return found;
    }
    return [];
  };
  const filled = (name: string): string => fields.find((field) => field.name === name && field.raw !== "")?.raw ?? "";
  const date = momentOf(oneLine(decodeHeader(filled("date"), otherwise)));
  if (!date && filled("date") !== "") warnings.add("badDate");
  return {
    from: addresses("from"),
    replyTo: addresses("reply-to"),
    to: addresses("to"),
    cc: addresses("cc"),
    subject: oneLine(decodeHeader(filled("subject"), otherwise)),
    date,
    messageId: messageIdsIn(filled("message-id"))[0],
    inReplyTo: messageIdsIn(filled("in-reply-to")),
    references: messageIdsIn(filled("references")),
    headers: headersOf(fields, otherwise),
  };
};

const mostOfOneName = 200;
const longestValue = 100_000;

const headersOf = (fields: readonly HeaderField[], otherwise: string | undefined): Map<string, string[]> => {
  const headers = new Map<string, string[]>();
  for (const { name, raw } of fields) {
    const values = headers.get(name) ?? [];
    if (values.length === 0) headers.set(name, values);
    if (values.length < mostOfOneName) values.push(oneLine(decodeHeader(raw.slice(0, longestValue), otherwise)));
  }
  return headers;
};
