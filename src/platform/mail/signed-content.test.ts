import fc from "fast-check";
import { expect, test } from "vitest";
import { parseMail } from "./parse.ts";
import { signedContent } from "./signed-content.ts";

const tagged = (tag: number, ...content: Buffer[]): Buffer => {
  const bytes = Buffer.concat(content);
  const length =
    bytes.length < 128 ? Buffer.from([bytes.length]) : Buffer.from([0x82, bytes.length >> 8, bytes.length & 255]);
  return Buffer.concat([Buffer.from([tag]), length, bytes]);
};
/** As programs write it that do not know yet how much comes. */
const endless = (tag: number, ...content: Buffer[]): Buffer =>
  Buffer.concat([Buffer.from([tag, 0x80]), ...content, Buffer.alloc(2)]);

const signedType = tagged(0x06, Buffer.from("2a864886f70d010702", "hex"));
const envelopedType = tagged(0x06, Buffer.from("2a864886f70d010703", "hex"));
const dataType = tagged(0x06, Buffer.from("2a864886f70d010701", "hex"));
const version = tagged(0x02, Buffer.from([1]));
const algorithms = tagged(0x31);

const words = "Content-Type: text/plain; charset=utf-8\r\n\r\nGrüße, signiert.\r\n";
const known = tagged(
  0x30,
  signedType,
  tagged(
    0xa0,
    tagged(
      0x30,
      version,
      algorithms,
      tagged(0x30, dataType, tagged(0xa0, tagged(0x04, Buffer.from(words)))),
      tagged(0x31),
    ),
  ),
);
const streamed = endless(
  0x30,
  signedType,
  endless(
    0xa0,
    endless(
      0x30,
      version,
      algorithms,
      endless(
        0x30,
        dataType,
        endless(
          0xa0,
          endless(0x24, tagged(0x04, Buffer.from(words.slice(0, 30))), tagged(0x04, Buffer.from(words.slice(30)))),
        ),
      ),
      tagged(0x31),
    ),
  ),
);
const encrypted = tagged(0x30, envelopedType, tagged(0xa0, tagged(0x30, version)));

const mail = (content: Buffer): Buffer =>
  Buffer.from(
    `From: cy@kunde.example\nContent-Type: application/pkcs7-mime; name=smime.p7m\nContent-Transfer-Encoding: base64\n\n${content.toString("base64")}`,
  );

test.each([
  ["with its length", known],
  ["without", streamed],
])("what S/MIME wraps with its signature is read: %s", async (_name, content) => {
  expect(signedContent(content)?.toString()).toBe(words);
  const parsed = await parseMail(mail(content));
  expect(parsed).toMatchObject({
    text: "Grüße, signiert.",
    warnings: ["signed"],
    attachments: [{ name: "smime.p7m" }],
  });
  expect(parsed.attachments[0]?.read()).toEqual(content);
});

test("what is encrypted stays a file", async () => {
  expect(signedContent(encrypted)).toBeUndefined();
  expect(await parseMail(mail(encrypted))).toMatchObject({
    text: "",
    warnings: ["encrypted"],
    attachments: [{ name: "smime.p7m" }],
  });
});

test("any bytes, and any of these with some changed, are read or not, and end", () => {
  const changed = fc
    .tuple(fc.constantFrom(known, streamed), fc.array(fc.tuple(fc.nat(200), fc.nat(255)), { maxLength: 8 }))
    .map(([bytes, changes]) => {
      const copy = Buffer.from(bytes);
      for (const [at, byte] of changes) if (at < copy.length) copy[at] = byte;
      return copy;
    });
  fc.assert(
    fc.property(
      fc.oneof(
        changed,
        fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
      ),
      (bytes) => {
        signedContent(bytes);
        signedContent(Buffer.concat(Array.from({ length: 50 }, () => bytes)));
      },
    ),
    { numRuns: 2_000 },
  );
});
