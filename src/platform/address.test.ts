import { expect, test } from "vitest";
import { readAddresses } from "./mime/addresses.ts";
import { asciiDomain, readableAddress } from "./address.ts";
import { address } from "./input.ts";

test.each([
  ["ann@xn--mller-kva.example", "ann@müller.example"],
  ["ann@MAIL.XN--MLLER-KVA.example", "ann@mail.müller.example"],
  ["ann@mu\u0308ller.example", "ann@müller.example"],
  ["ann@muster.example", "ann@muster.example"],
  ["Ann@Muster.example", "Ann@Muster.example"],
  ["xn--mller-kva@muster.example", "xn--mller-kva@muster.example"],
  ["ann@xn--a b", "ann@xn--a b"],
  ["root@[192.0.2.1]", "root@[192.0.2.1]"],
  ["nobody", "nobody"],
  ["", ""],
])("%j is %j", (given, readable) => {
  expect(readableAddress(given)).toBe(readable);
  expect(readableAddress(readable)).toBe(readable);
});

test("an address that is typed and one in a header are the same", () => {
  expect(address.parse(" Ann@xn--mller-kva.example ")).toBe("ann@müller.example");
  const sent = "Ann <ann@xn--mller-kva.example>, <ann@MÜLLER.example>";
  expect(readAddresses(Buffer.from(sent).toString("latin1")).map((each) => each.address)).toEqual([
    "ann@müller.example",
    "ann@müller.example",
  ]);
});

test("domains are ASCII where nothing else may stand", () => {
  expect(asciiDomain("müller.example")).toBe("xn--mller-kva.example");
  expect(asciiDomain("muster.example")).toBe("muster.example");
});
