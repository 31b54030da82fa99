import { expect, test } from "vitest";
import { cipherWith } from "./cipher.ts";

const cipher = cipherWith(Buffer.from("one secret"));

test("opens what it has sealed, and says nothing of it before", () => {
  const sealed = cipher.seal("Paßwort 🔑");
  expect(Buffer.from(sealed, "base64").toString("latin1")).not.toContain("wort");
  expect(cipher.open(sealed)).toBe("Paßwort 🔑");
  expect(cipher.seal("Paßwort 🔑")).not.toBe(sealed);
});

test("opens nothing that was sealed with another secret, changed, or cut", () => {
  const sealed = cipher.seal("open sesame");
  expect(cipherWith(Buffer.from("another")).open(sealed)).toBeUndefined();
  const bytes = Buffer.from(sealed, "base64");
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  for (const wrong of [bytes.toString("base64"), sealed.slice(0, 20), ""]) expect(cipher.open(wrong)).toBeUndefined();
});
