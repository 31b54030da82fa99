import { expect, it } from "vitest";
import { commonPasswords } from "./common-passwords.ts";

it("knows tens of thousands, the shipped list being there and readable", async () => {
  const known = await commonPasswords();
  expect(known.size).toBeGreaterThan(40_000);
  for (const each of ["password", "qwertyuiop", "1q2w3e4r5t", "123456789a"]) expect(known.has(each)).toBe(true);
});
