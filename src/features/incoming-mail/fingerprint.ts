import { createHash } from "node:crypto";
import { parseMail } from "../../platform/mail/parse.ts";

/** Of what its writer sent, whichever way it went and however it was wrapped for that. */
export const fingerprintOf = async (raw: Uint8Array): Promise<string> => {
  const { from, subject, date, text, html = "", attachments } = await parseMail(raw);
  const hash = createHash("sha256");
  const senders = from.map(({ address }) => address.toLowerCase());
  hash.update(JSON.stringify([senders, subject, date?.getTime(), text.trim(), html.trim()]));
  for (const { name, read } of attachments) hash.update(JSON.stringify(name)).update(read());
  return hash.digest("hex");
};
