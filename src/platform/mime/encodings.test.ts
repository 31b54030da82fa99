import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeBase64 } from "./base64.ts";
import { contentOf, withFooter } from "./content.ts";
import { unflow } from "./flowed.ts";
import { decodeQuotedPrintable } from "./quoted-printable.ts";
import { takeUuencoded } from "./uuencode.ts";

test("base64 of any bytes comes back, broken into lines or not", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 500 }), fc.integer({ min: 1, max: 80 }), (bytes, width) => {
      const text = Buffer.from(bytes).toString("base64");
      const lines = text.replace(new RegExp(`.{${width}}`, "g"), "$&\r\n");
      expect(decodeBase64(Buffer.from(lines))).toEqual(Buffer.from(bytes));
    }),
  );
});

test.each([
  ["YWJj", "abc"],
  ["YQ==Yg==", "ab"],
  ["Y*W?J j", "abc"],
  ["YWJjZ", "abc"],
  ["YWJ", "ab"],
  ["YWI-Xw", "ab>_"],
  ["", ""],
])("base64 %j is %j", (text, expected) => {
  expect(decodeBase64(Buffer.from(text)).toString()).toBe(expected);
});

test.each([
  ["a=3Db", "a=b"],
  ["a=c3=bc", "aü"],
  ["a=\r\nb", "ab"],
  ["a=  \r\nb", "ab"],
  ["a=\nb", "ab"],
  ["a   \r\nb", "a\r\nb"],
  ["a=20\r\nb", "a \r\nb"],
  ["--=20\r\n", "-- \r\n"],
  ["a=zz b= c", "a=zz b= c"],
  ["100=", "100"],
  ["=3", "=3"],
])("quoted-printable %j is %j", (text, expected) => {
  expect(decodeQuotedPrintable(Buffer.from(text)).toString()).toBe(expected);
});

test.each([
  ["base64", "YWJj", "abc"],
  [
    "base64",
    "This is plainly no base64, as one can see from all the blanks.",
    "This is plainly no base64, as one can see from all the blanks.",
  ],
  ["quotedprintable", "=41", "A"],
  ["xuuencode", "begin 644 a\n#86)C\n`\nend\n", "abc"],
  ["8bit", "abc", "abc"],
  ["somethingelse", "abc", "abc"],
])("what is in %s", (encoding, body, expected) => {
  expect(contentOf({ encoding, body: Buffer.from(body) }).toString()).toBe(expected);
});

const encoded = Buffer.from("Grüße aus Köln, der Drucker druckt nicht.\n".repeat(9))
  .toString("base64")
  .replace(/.{76}/g, "$&\r\n");
test.each([
  ["a list's words", "\r\n____________\r\nUsers mailing list\r\nTo unsubscribe send a mail\r\n", true],
  ["a scanner's words", "\r\nDiese E-Mail wurde auf Viren geprüft.\r\n", true],
  ["nothing", "\r\n", false],
  ["another piece", "\r\nR3J1w58=\r\n", false],
])("below base64 stand %s", (_what, below, isFooter) => {
  const text = withFooter({ encoding: "base64", body: Buffer.from(`${encoded}${below}`) })?.toString();
  if (!isFooter) expect(text).toBeUndefined();
  else {
    expect(text).toContain("Drucker druckt nicht.\nGrüße");
    expect(text).toContain(below.trim());
  }
});

test("a file that was damaged on the way is decoded to its end, and what is no base64 has nothing below", () => {
  const damaged = Buffer.from(`${encoded}\r\nQU*F B\r\nQUFB\r\n`);
  expect(contentOf({ encoding: "base64", body: damaged }).toString()).toMatch(/AAAAAA$/);
  for (const body of [damaged, Buffer.from("This is no base64, as one can see.\n".repeat(400)), Buffer.from("")])
    expect(withFooter({ encoding: "base64", body })).toBeUndefined();
});

test("uuencoded files are taken out of a text", () => {
  const text = "Hi\nbegin 644 a.txt\n#86)C\n`\nend\nbetween\nbegin 600 b c.bin\n#86)C\n\nend\nBye\n";
  const found = takeUuencoded(Buffer.from(text));
  expect(found?.files.map(({ name, content }) => [name, content.toString()])).toEqual([
    ["a.txt", "abc"],
    ["b c.bin", "abc"],
  ]);
  expect(found?.rest.toString()).toBe("Hi\nbetween\nBye\n");
});

test.each([
  "begin with the export, please",
  "begin 644 a.txt\nthat is how it should start",
  "=ybegin line=128 size=3 name=a.txt\n\x8b\x8c\x8d\n=yend size=3",
])("%j is left alone", (text) => {
  expect(takeUuencoded(Buffer.from(text))).toBeUndefined();
});

test.each([
  ["a \nb", false, "a b"],
  ["a \nb", true, "ab"],
  ["> a \n> b\nc", false, "> a b\nc"],
  [">> a \n> b", false, ">> a \n> b"],
  [" >not quoted", false, ">not quoted"],
  ["text\n-- \nCy", false, "text\n-- \nCy"],
  ["a \n\nb", false, "a \n\nb".replace("a \n", "a ")],
  [" From here", false, "From here"],
])("flowed %j (delsp: %s) means %j", (text, delSp, expected) => {
  expect(unflow(text, { delSp })).toBe(expected);
});
