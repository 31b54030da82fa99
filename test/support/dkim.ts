import { createHash, createPublicKey, createVerify, type KeyObject } from "node:crypto";

/** What a receiver finds out about a signature (RFC 6376 §6.1), without looking into DNS. */
export interface Checked {
  domain: string;
  selector: string;
  /** Lower-case names of the headers that it protects. */
  headers: string[];
  isBodyGenuine: boolean;
  isSignatureGenuine: boolean;
}

/**
 * Checks a DKIM signature (rsa-sha256, relaxed/relaxed) as a receiver does. Written from the RFC, apart from the library that
 * signs, so that a mistake of the one is not repeated by the other.
 */
export const checkDkim = (raw: string, publicKey: KeyObject): Checked => {
  const end = raw.indexOf("\r\n\r\n");
  const fields = raw.slice(0, end).split(/\r\n(?![ \t])/);
  const signature = fields.find((field) => /^dkim-signature:/i.test(field));
  if (signature === undefined) throw new Error("the message has no DKIM-Signature");
  const tags = tagsOf(signature);
  if (tags["a"] !== "rsa-sha256" || tags["c"] !== "relaxed/relaxed") throw new Error(`another method: ${signature}`);
  const headers = (tags["h"] ?? "").toLowerCase().split(":");
  const signed = [...headers.flatMap((name) => lastNamed(fields, name) ?? []), withoutValueOf("b", signature)];
  const bytes = signed.map(relaxedHeader).join("\r\n");
  return {
    domain: tags["d"] ?? "",
    selector: tags["s"] ?? "",
    headers,
    isBodyGenuine:
      createHash("sha256")
        .update(relaxedBody(raw.slice(end + 4)), "latin1")
        .digest("base64") === tags["bh"],
    isSignatureGenuine: createVerify("RSA-SHA256")
      .update(bytes, "latin1")
      .verify(publicKey, tags["b"] ?? "", "base64"),
  };
};

/** The key as it is published: `v=DKIM1; k=rsa; p=…`. */
export const publishedKey = (record: string): KeyObject =>
  createPublicKey({ key: Buffer.from(tagsOf(`x:${record}`)["p"] ?? "", "base64"), format: "der", type: "spki" });

const tagsOf = (field: string): Record<string, string> =>
  Object.fromEntries(
    field
      .slice(field.indexOf(":") + 1)
      .split(";")
      .filter((tag) => tag.includes("="))
      .map((tag) => [tag.slice(0, tag.indexOf("=")).trim(), tag.slice(tag.indexOf("=") + 1).replace(/\s+/g, "")]),
  );

const lastNamed = (fields: readonly string[], name: string): string | undefined =>
  fields.findLast((field) => field.slice(0, field.indexOf(":")).trim().toLowerCase() === name);

const withoutValueOf = (tag: string, field: string): string => field.replace(new RegExp(`(;\\s*${tag}=)[^;]*`), "$1");

const relaxedHeader = (field: string): string => {
  const colon = field.indexOf(":");
  const value = field
    .slice(colon + 1)
    .replace(/\r\n/g, "")
    .replace(/[ \t]+/g, " ")
    .trim();
  return `${field.slice(0, colon).trim().toLowerCase()}:${value}`;
};

const relaxedBody = (body: string): string => {
  const lines = body.split("\r\n").map((line) => line.replace(/[ \t]+/g, " ").replace(/ $/, ""));
  const text = lines.join("\r\n").replace(/(\r\n)+$/, "");
  return text === "" ? "" : `${text}\r\n`;
};
