import { after, minutes, now } from "../../platform/time.ts";
import { agents, customers, desk, emailOf, type CustomerKey } from "./people.ts";

interface DemoMail {
  by: CustomerKey;
  cc: readonly CustomerKey[];
  subject: string;
  text: string;
  /** Tells it from all others. */
  number: number;
}

const nameOf = (key: CustomerKey): string => [...customers, ...agents].find((person) => person.key === key)?.name ?? "";

/** Letters beyond ASCII travel in an encoding of their own (RFC 2047). */
const encoded = (words: string): string =>
  /^[\x20-\x7e]*$/.test(words) ? words : `=?utf-8?B?${Buffer.from(words).toString("base64")}?=`;

const mailbox = (key: CustomerKey): string => `${encoded(nameOf(key))} <${emailOf(key)}>`;

/** A customer's mail to the desk as it comes over the wire, written a minute ago. */
export const rawMail = ({ by, cc, subject, text, number }: DemoMail): Buffer =>
  Buffer.from(
    [
      `From: ${mailbox(by)}`,
      `To: ${encoded(desk.name)} <${desk.mailAddress}>`,
      ...(cc.length > 0 ? [`Cc: ${cc.map(mailbox).join(", ")}`] : []),
      `Subject: ${encoded(subject)}`,
      `Date: ${after(now(), -minutes(1)).toUTCString().replace("GMT", "+0000")}`,
      `Message-ID: <${number}.${by}@${emailOf(by).replace(/^.*@/, "")}>`,
      "MIME-Version: 1.0",
      "Content-Type: text/plain; charset=utf-8",
      "Content-Transfer-Encoding: 8bit",
      "",
      ...text.split("\n"),
      "",
    ].join("\r\n"),
  );
