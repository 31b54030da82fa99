import { contentOf } from "../mime/content.ts";
import { decodeHeader } from "../mime/encoded-words.ts";
import { readHeaders } from "../mime/header-block.ts";
import { fieldOf, type MimePart } from "../mime/tree.ts";
import { partName, partType } from "./part-name.ts";
import type { MailPart } from "./parsed-mail.ts";

/** A part of the message as a file. */
export const fileOfPart = (part: MimePart, index: number, parentType = ""): MailPart => {
  const type = partType(part.isTyped || part.type !== "text/plain" ? part.type : undefined);
  const contentId = /<?\s*([^<>\s\p{Cc}]{1,500})/u.exec(fieldOf(part, "content-id") ?? "")?.[1];
  const { value } = part.disposition;
  return {
    name: partName(givenName(part), { type, index }),
    type,
    read: () => contentOf(part),
    inline:
      value === "inline" || (value !== "attachment" && parentType === "multipart/related" && contentId !== undefined),
    contentId,
  };
};

const givenName = (part: MimePart): string | undefined => {
  const said = part.disposition.parameters.get("filename") ?? part.contentType.parameters.get("name");
  if (said !== undefined && said.trim() !== "") return said;
  const location = decodeHeader(fieldOf(part, "content-location") ?? "").replace(/[?#].*$/, "");
  if (/[^/]\.\w{1,8}$/.test(location)) return location;
  return part.type === "message/rfc822" ? subjectOf(part) : undefined;
};

/** A forwarded message is called after its subject. */
const subjectOf = (part: MimePart): string | undefined => {
  const raw = contentOf({ ...part, body: part.body.subarray(0, 64_000) });
  const { fields } = readHeaders({ raw, start: 0, end: raw.length });
  const subject = decodeHeader(fieldOf({ fields }, "subject") ?? "")
    .replace(/[/\\:*?"<>|]+/g, " ")
    .trim();
  return subject === "" ? undefined : `${subject.slice(0, 100).trim()}.eml`;
};

/** A file that stands inside of another part. */
export const fileOfText = (
  given: { name: string; content: Buffer; type?: string | undefined; contentId?: string | undefined },
  index: number,
): MailPart => {
  const type = partType(given.type ?? typeByEnding(given.name));
  const contentId = given.contentId?.replace(/[\s\p{Cc}]+/gu, "") || undefined;
  return {
    name: partName(given.name, { type, index }),
    type,
    read: () => given.content,
    inline: contentId !== undefined,
    contentId,
  };
};

const endings: Readonly<Record<string, string>> = {
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  gif: "image/gif",
  webp: "image/webp",
  pdf: "application/pdf",
  txt: "text/plain",
  htm: "text/html",
  html: "text/html",
  ics: "text/calendar",
  eml: "message/rfc822",
  zip: "application/zip",
  rtf: "application/rtf",
  doc: "application/msword",
  xls: "application/vnd.ms-excel",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

const typeByEnding = (name: string): string | undefined => endings[/\.(\w{1,5})$/.exec(name)?.[1]?.toLowerCase() ?? ""];
