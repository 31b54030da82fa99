import { bodiesOf, type Bodies } from "../bodies.ts";
import { headOf } from "../head.ts";
import { fileOfText } from "../files.ts";
import type { MailPart, MailWarning, ParsedMail } from "../parsed-mail.ts";
import { wordsOf } from "../words.ts";
import { readHeaders, type HeaderField } from "../../mime/header-block.ts";
import { readTree } from "../../mime/tree.ts";
import { openCompoundFile, type Entry } from "./compound-file.ts";
import { propertiesOf, property, wordsIn, type Properties, type Value } from "./properties.ts";

/** A message that Outlook has saved as a file (MS-OXMSG); undefined when it is none. */
export const readMsg = (bytes: Buffer): ParsedMail | undefined => {
  const root = openCompoundFile(bytes);
  if (!root?.entries.some(({ name }) => name.startsWith("__properties"))) return undefined;
  const warnings = new Set<MailWarning>(["outlookFile"]);
  const properties = propertiesIn(root, 32);
  const wrapped = wrappedIn(root, properties, warnings);
  const own = wordsIn(properties);
  const hasOwn = Boolean(own.plain?.trim() || own.html?.trim());
  return {
    ...headOf(fieldsOf(root, properties), undefined, warnings),
    ...wordsOf(
      {
        sections: hasOwn ? [own] : wrapped.sections,
        files: [...attachmentsOf(root, { depth: 0, charset: properties.charset }), ...wrapped.files],
      },
      warnings,
    ),
    warnings: [...warnings],
  };
};

/** Fixed values stand in one stream, each of the others in one of its own. `head`: bytes before the first value. */
const propertiesIn = (storage: Entry, head: number, charset?: string): Properties => {
  const values = new Map<number, Value>();
  for (const entry of storage.entries) {
    const found = /^__substg1\.0_([0-9A-F]{4})([0-9A-F]{4})$/i.exec(entry.name);
    if (found && !entry.isStorage)
      values.set(parseInt(found[1] ?? "", 16), { type: parseInt(found[2] ?? "", 16), bytes: entry.read() });
  }
  const fixed = storage.entries.find(({ name }) => name.startsWith("__properties"))?.read() ?? Buffer.alloc(0);
  for (let at = head; at + 16 <= fixed.length; at += 16) {
    const id = fixed.readUInt16LE(at + 2);
    if (!values.has(id)) values.set(id, { type: fixed.readUInt16LE(at), bytes: fixed.subarray(at + 8, at + 16) });
  }
  return propertiesOf(values, charset);
};

/** In their order: a file lists its parts by rules of its own. */
const storagesNamed = ({ entries }: Entry, beginning: string): Entry[] =>
  entries
    .filter(({ name }) => name.startsWith(beginning))
    .sort((one, other) => (one.name < other.name ? -1 : Number(one.name > other.name)));

/** What was signed or encrypted lies in a file, whole, with what was attached to it. */
const wrappedIn = (root: Entry, properties: Properties, warnings: Set<MailWarning>): Bodies => {
  const isWrapped = /^IPM\.Note\.SMIME/i.test(properties.text(property.messageClass) ?? "");
  const [entry, ...others] = isWrapped ? storagesNamed(root, "__attach") : [];
  const content = entry && propertiesIn(entry, 8).bytes(property.attachment);
  return content && others.length === 0 ? bodiesOf(readTree(content).root, warnings) : { sections: [], files: [] };
};

/** The headers that it came with, and in their place, where it never travelled, what Outlook knows. */
const fieldsOf = (root: Entry, properties: Properties): HeaderField[] => {
  const sent = Buffer.from(properties.text(property.headers) ?? "");
  const { fields } = readHeaders({ raw: sent, start: 0, end: sent.length });
  const field = (name: string, value: string | undefined): HeaderField[] =>
    value ? [{ name, raw: Buffer.from(value).toString("latin1") }] : [];
  const recipients = recipientsOf(root, properties);
  const moment = timeOf(properties.bytes(property.submitTime) ?? properties.bytes(property.deliveryTime));
  return [
    ...fields,
    ...field("from", senderOf(properties, recipients)),
    ...field("to", addressesOf(recipients, 1)),
    ...field("cc", addressesOf(recipients, 2)),
    ...field("subject", properties.text(property.subject)),
    ...field("message-id", properties.text(property.messageId)),
    ...field("in-reply-to", properties.text(property.inReplyTo)),
    ...field("references", properties.text(property.references)),
    ...field("date", moment?.toISOString()),
  ];
};

/** Within a company addresses are names in its directory: `/o=Kunde/cn=cy`, also with an `@` in it. */
const isMailAddress = (text: string | undefined): boolean => text?.includes("@") === true && !text.startsWith("/");

const senderOf = (properties: Properties, recipients: readonly Recipient[]): string | undefined => {
  const said = [property.representedSmtp, property.senderSmtp, property.representedAddress, property.senderAddress].map(
    (id) => properties.text(id),
  );
  const keys = [property.representedKey, property.senderKey].map((id) =>
    /^SMTP:([^\0]+)/i.exec(properties.bytes(id)?.toString("latin1") ?? "")?.[1]?.toLowerCase(),
  );
  // Whoever writes to himself as well says by the way which address the name in the directory stands for.
  const names = said.map((each) => each?.toLowerCase());
  const known = recipients.find(({ directory }) => directory !== undefined && names.includes(directory))?.address;
  const name = properties.text(property.representedName) ?? properties.text(property.senderName);
  return mailbox(name, said.find(isMailAddress) ?? keys.find(isMailAddress) ?? known);
};

interface Recipient {
  kind: number;
  name: string | undefined;
  address: string | undefined;
  /** His name in the company's directory. */
  directory: string | undefined;
}

const recipientsOf = (root: Entry, { charset }: Properties): Recipient[] =>
  storagesNamed(root, "__recip")
    .map((entry) => propertiesIn(entry, 8, charset))
    .map((recipient) => {
      const said = recipient.text(property.address);
      return {
        kind: recipient.number(property.recipientType) ?? 1,
        name: recipient.text(property.displayName),
        address: [recipient.text(property.smtpAddress), said].find(isMailAddress),
        directory: isMailAddress(said) ? undefined : said?.toLowerCase(),
      };
    });

const addressesOf = (recipients: readonly Recipient[], kind: number): string =>
  recipients
    .filter((recipient) => recipient.kind === kind)
    .flatMap(({ name, address }) => mailbox(name, address) ?? [])
    .join(", ");

const mailbox = (name: string | undefined, address: string | undefined): string | undefined =>
  address === undefined ? undefined : `"${(name ?? "").replace(/["\\]/g, "")}" <${address}>`;

/** Windows counts in tenths of microseconds since 1601. */
const timeOf = (bytes: Buffer | undefined): Date | undefined => {
  if (!bytes || bytes.length < 8) return undefined;
  const date = new Date(Number(bytes.readBigUInt64LE() / 10_000n) - 11_644_473_600_000);
  return Number.isNaN(date.getTime()) ? undefined : date;
};

const deepest = 5;
const mostFiles = 500;
const embedded = /^__substg1\.0_3701000D$/i;

interface Around {
  depth: number;
  charset: string | undefined;
}

const attachmentsOf = (message: Entry, around: Around): MailPart[] =>
  storagesNamed(message, "__attach")
    .slice(0, mostFiles)
    .flatMap((entry, index) => attachmentOf(entry, index, around));

const attachmentOf = (entry: Entry, index: number, { depth, charset }: Around): MailPart[] => {
  const properties = propertiesIn(entry, 8, charset);
  const name =
    properties.text(property.longFileName) ??
    properties.text(property.fileName) ??
    properties.text(property.displayName);
  const inner = entry.entries.find((each) => embedded.test(each.name));
  if (inner && depth < deepest) {
    const words = propertiesIn(inner, 24, charset);
    const file = {
      name: `${name ?? words.text(property.subject) ?? "message"}.eml`,
      content: asMail(inner, words),
      type: "message/rfc822",
    };
    return [fileOfText(file, index), ...attachmentsOf(inner, { depth: depth + 1, charset: words.charset })];
  }
  const content = properties.bytes(property.attachment);
  if (!content) return [];
  const contentId = properties.text(property.contentId) || undefined;
  return [fileOfText({ name: name ?? "", content, type: properties.text(property.mimeType), contentId }, index)];
};

/** A message inside of another has no form of its own that other programs could open. */
const asMail = (storage: Entry, properties: Properties): Buffer => {
  const { plain, html } = wordsIn(properties);
  const lines = fieldsOf(storage, properties)
    .filter(({ name }) => !/^(mime-version|content-.*)$/.test(name))
    .map(({ name, raw }) => `${name}: ${raw.replace(/[\r\n]+/g, " ")}`);
  const body = Buffer.from(html ?? plain ?? "")
    .toString("base64")
    .replace(/.{76}/g, "$&\r\n");
  const type = `Content-Type: ${html === undefined ? "text/plain" : "text/html"}; charset=utf-8`;
  const head = [...lines, "MIME-Version: 1.0", type, "Content-Transfer-Encoding: base64"].join("\r\n");
  return Buffer.from(`${head}\r\n\r\n${body}\r\n`, "latin1");
};
