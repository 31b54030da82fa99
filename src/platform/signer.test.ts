import { expect, it } from "vitest";
import { signerWith } from "./signer.ts";

const signer = signerWith(Buffer.from("one secret"));

it("knows its own signature, in any case of letters", () => {
  const signature = signer.sign("reply", "t17-p5");
  expect(signature).toMatch(/^[a-z2-7]{26}$/);
  expect(signer.verify("reply", "t17-p5", signature)).toBe(true);
  expect(signer.verify("reply", "t17-p5", signature.toUpperCase())).toBe(true);
});

it("refuses another fact, purpose, secret, or a part of a signature", () => {
  const signature = signer.sign("reply", "t17-p5");
  expect(signer.verify("reply", "t17-p6", signature)).toBe(false);
  expect(signer.verify("approve", "t17-p5", signature)).toBe(false);
  expect(signerWith(Buffer.from("another")).verify("reply", "t17-p5", signature)).toBe(false);
  expect(signer.verify("reply", "t17-p5", signature.slice(1))).toBe(false);
  expect(signer.verify("reply", "t17-p5", "")).toBe(false);
});
