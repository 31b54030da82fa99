import { describe, expect, test } from "vitest";
import { examineMail } from "./examine.ts";
import { ownMarksOf } from "./rules/own-marks.ts";

const own = ownMarksOf({ mailAddress: "support@muster.example" });
const examine = (headers: string) =>
  examineMail(Buffer.from(`To: support@muster.example\nSubject: Export\n${headers}\n\nIt stops at 90 %.\n`), {
    envelopeFrom: undefined,
    own,
  });
const jane = { name: "Jane Doe", address: "jane@kunde.example" };

describe("whoever wrote it speaks where another address stands in From", () => {
  test.each([
    [
      "a group of Google's that may not use the sender's address",
      `From: "'Jane Doe' via Support" <support@muster.example>\nX-Original-Sender: jane@kunde.example\nList-ID: <support.muster.example>\nPrecedence: list`,
      jane,
    ],
    [
      "the same, with the author as it was",
      `From: "'Jane Doe' via Support" <support@muster.example>\nReply-To: support@muster.example\nX-Original-From: =?utf-8?Q?J=C3=BCrgen?= <juergen@kunde.example>\nList-ID: <support.muster.example>`,
      { name: "Jürgen", address: "juergen@kunde.example" },
    ],
    [
      "a list of Mailman's",
      "From: Jane Doe via Support <support@muster.example>\nReply-To: jane@kunde.example\nList-Id: Support <support.muster.example>\nX-Mailman-Version: 2.1.39",
      jane,
    ],
    [
      "a list of Mailman 3's to which answers go back",
      "From: Jane Doe via Support <support@muster.example>\nReply-To: support@muster.example\nX-MailFrom: jane@kunde.example\nList-Id: Support <support.muster.example>",
      jane,
    ],
    [
      "a list to which answers go back, and its author in copy",
      "From: Jane Doe via Support <support@muster.example>\nReply-To: support@muster.example\nCc: Max <max@kunde.example>, Jane Doe <jane@kunde.example>\nList-Id: Support <support.muster.example>",
      jane,
    ],
    [
      "a form that sends from the company's address",
      "From: Website <support@muster.example>\nReply-To: Jane Doe <jane@kunde.example>",
      jane,
    ],
    [
      "a form that sends from an address that nobody reads",
      "From: Website <noreply@muster.example>\nReply-To: Jane Doe <jane@kunde.example>",
      jane,
    ],
  ])("%s", async (_what, headers, speaker) => {
    expect(await examine(headers)).toMatchObject({ from: [speaker], isStandIn: true, ignored: undefined });
  });
});

describe("nobody stands in", () => {
  test.each([
    ["for a person", "From: Boss <boss@kunde.example>\nReply-To: jane@kunde.example", "boss@kunde.example"],
    ["without another address", "From: Shop <noreply@shop.example>", "noreply@shop.example"],
    [
      "where the other one is read by nobody either",
      "From: noreply@shop.example\nReply-To: no-reply@shop.example",
      "noreply@shop.example",
    ],
    [
      "for who names himself in a header of a group's",
      `From: a@b.example\nX-Original-From: c@d.example`,
      "a@b.example",
    ],
  ])("%s", async (_what, headers, address) => {
    expect(await examine(headers)).toMatchObject({ from: [{ address }], isStandIn: false, ignored: undefined });
  });
});

test("nobody in copy speaks by his place there alone", async () => {
  const copied = "From: Support <support@muster.example>\nCc: Jane Doe <jane@kunde.example>";
  expect(await examine(copied)).toMatchObject({ isStandIn: false, ignored: { verdict: "own" } });
});

test.each([
  ["with our reply address", "Reply-To: support+t17-p5-abcdefghijklmnop@muster.example"],
  ["with our Message-ID", "Reply-To: jane@kunde.example\nMessage-ID: <1.tresen@muster.example>"],
  ["with our mark", "Reply-To: jane@kunde.example\nX-Loop: support@muster.example"],
])("our own mail that comes back %s stays our own", async (_what, headers) => {
  expect((await examine(`From: Support <support@muster.example>\n${headers}`)).ignored?.verdict).toBe("own");
});
