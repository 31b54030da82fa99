import { expect, test } from "vitest";
import { isOfSupplier, theirNumberIn } from "./theirs.ts";

test.each([
  ["Re: Export [#4711]", "4711"],
  ["[Ticket#20260042] Export", "20260042"],
  ["Ticket-ID: 8812 – Export", "8812"],
  ["Vorgang 99123: Export", "99123"],
  ["Re: Export (our number 10001) [ABC-77]", "ABC-77"],
  ["INC0012345 opened", "INC0012345"],
  ["Re: Export #5512", "5512"],
  ["Re: Export [#10001]", undefined],
  ["Ticket #10001 and [#33]", "33"],
  ["Export stops at 90 % since 2026", undefined],
  ["", undefined],
])("%s says their number %s", (subject, number) => {
  expect(theirNumberIn(subject, 10001)).toBe(number);
});

test.each([
  ["help@werk.example", "help@werk.example", true],
  ["Pia@WERK.example", "help@werk.example", true],
  ["pia@evil-werk.example", "help@werk.example", false],
  ["pia@sub.werk.example", "help@werk.example", false],
  ["werk@gmx.de", "werk@gmx.de", true],
  ["eve@gmx.de", "werk@gmx.de", false],
  ["", "help@werk.example", false],
])("%s for %s: %s", (address, mailAddress, is) => {
  expect(isOfSupplier(address, { mailAddress, isPublicDomain: (domain) => domain === "gmx.de" })).toBe(is);
});
