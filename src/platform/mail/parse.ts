import {
  simpleParser,
  type AddressObject,
  type Attachment,
  type EmailAddress,
  type ParsedMail as Parsed,
} from "mailparser";
import { textOfForeignMail } from "./plain-text.ts";
import type { MailAddress, MailPart, MailWarning, ParsedMail } from "./parsed-mail.ts";
import { partName, partType } from "./part-name.ts";

/**
 * Reads a raw message (RFC 5322, MIME). Never fails: a message that cannot be taken apart comes back with what stands
 * in its headers and with itself as its one attachment.
 */
export const parseMail = async (raw: Uint8Array): Promise<ParsedMail> => {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  try {
    return mailOf(await simpleParser(bytes, parserOptions));
  } catch {
    return brokenMail(bytes);
  }
};

// `keepCidLinks` is missing in the published types; without it every picture is copied into the HTML.
const parserOptions = {
  skipHtmlToText: true,
  skipTextToHtml: true,
  skipTextLinks: true,
  skipImageLinks: true,
  keepCidLinks: true,
};

const mailOf = (parsed: Parsed): ParsedMail => {
  const headers = headersOf(parsed.headerLines);
  const written = parsed.text?.trim() ? parsed.text : undefined;
  const html = parsed.html || undefined;
  const warnings: MailWarning[] = [];
  if (written === undefined && html !== undefined) warnings.push("textFromHtml");
  const date = dateOf(headers.get("date")?.[0]);
  if (headers.has("date") && !date) warnings.push("badDate");
  return {
    from: addressesOf(parsed.from),
    replyTo: addressesOf(parsed.replyTo),
    to: addressesOf(parsed.to),
    cc: addressesOf(parsed.cc),
    subject: oneLine(typeof parsed.subject === "string" ? parsed.subject : ""),
    date,
    messageId: idsIn(parsed.messageId)[0],
    inReplyTo: idsIn(parsed.inReplyTo),
    references: idsIn(parsed.references),
    headers,
    text: cleanText(written ?? (html === undefined ? "" : textOfForeignMail(html))),
    html,
    attachments: parsed.attachments.map(partOf),
    warnings,
  };
};

const addressesOf = (given: AddressObject | AddressObject[] | undefined): MailAddress[] =>
  [given ?? []].flat().flatMap(({ value }) => value.flatMap(flatAddress));

const flatAddress = ({ name, address, group }: EmailAddress): MailAddress[] =>
  group
    ? group.flatMap(flatAddress)
    : address?.includes("@")
      ? [{ name: oneLine(name), address: oneLine(address) }]
      : [];

const partOf = (attachment: Attachment, index: number): MailPart => {
  const type = partType(attachment.contentType);
  return {
    name: partName(attachment.filename, { type, index }),
    type,
    content: attachment.content,
    inline: attachment.related || attachment.contentDisposition === "inline",
    contentId: oneLine(attachment.cid ?? "") || undefined,
  };
};

const mostOfOneName = 200;

const headersOf = (lines: readonly { key: string; line: string }[]): Map<string, string[]> => {
  const headers = new Map<string, string[]>();
  for (const { key, line } of lines) {
    const values = headers.get(key.toLowerCase()) ?? [];
    if (values.length === 0) headers.set(key.toLowerCase(), values);
    const value = Buffer.from(line.slice(line.indexOf(":") + 1), "latin1").toString();
    if (values.length < mostOfOneName) values.push(oneLine(value));
  }
  return headers;
};

// Control characters are nobody's words, and PostgreSQL takes no NUL in text.
const oneLine = (text: string): string =>
  text
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim()
    .toWellFormed();

const cleanText = (text: string): string =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g, "")
    .trimEnd()
    .toWellFormed();

const dateOf = (value: string | undefined): Date | undefined => {
  const date = new Date(value ?? "");
  return Number.isNaN(date.getTime()) ? undefined : date;
};

/** Message-IDs in angle brackets. Some programs forget the brackets, others write comments beside them. */
const idsIn = (value: string | string[] | undefined): string[] => {
  const text = [value ?? []].flat().join(" ").slice(0, 100_000);
  const bracketed = text.match(/<[^<>\s\p{Cc}]{1,500}>/gu);
  return (
    bracketed ??
    text.split(/\s+/).flatMap((word) => (/^[^<>\s\p{Cc}]{1,500}@[^<>\s\p{Cc}]{1,500}$/u.test(word) ? `<${word}>` : []))
  );
};

const brokenMail = (raw: Buffer): ParsedMail => {
  const end = /\r?\n\r?\n/.exec(raw.subarray(0, 1_000_000).toString("latin1"))?.index ?? 0;
  const lines = raw
    .subarray(0, end)
    .toString("latin1")
    .replace(/\r?\n[ \t]+/g, " ")
    .split(/\r?\n/);
  const headers = headersOf(
    lines.flatMap((line) => (/^[!-9;-~]+:/.test(line) ? { key: line.slice(0, line.indexOf(":")), line } : [])),
  );
  const addresses = (name: string) =>
    (headers.get(name) ?? [])
      .flatMap((value) => value.slice(0, 2_000).match(/[^\s<>,;:"]+@[^\s<>,;:"]+/g) ?? [])
      .map((address) => ({ name: "", address }));
  return {
    from: addresses("from"),
    replyTo: addresses("reply-to"),
    to: addresses("to"),
    cc: addresses("cc"),
    subject: oneLine(headers.get("subject")?.[0] ?? ""),
    date: dateOf(headers.get("date")?.[0]),
    messageId: idsIn(headers.get("message-id"))[0],
    inReplyTo: idsIn(headers.get("in-reply-to")),
    references: idsIn(headers.get("references")),
    headers,
    text: "",
    html: undefined,
    attachments: [{ name: "message.eml", type: "message/rfc822", content: raw, inline: false, contentId: undefined }],
    warnings: ["broken"],
  };
};
