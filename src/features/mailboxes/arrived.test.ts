import { expect, test } from "vitest";
import { envelopeIn } from "./arrived.ts";

test.each([
  [
    ["Return-Path: <cy@acme.example>", "Delivered-To: support@desk.example"],
    "cy@acme.example",
    ["support@desk.example"],
  ],
  [["Return-Path: <>", "From: MAILER-DAEMON <postmaster@x.example>"], "", []],
  [['From: "Cy, Kunde" <cy@acme.example>'], "cy@acme.example", []],
  [
    ["X-Original-To:", "  support+t1@desk.example", "Envelope-To: a@b.example, c@d.example"],
    "",
    ["support+t1@desk.example", "a@b.example"],
  ],
  [["Subject: nothing"], "", []],
])("of %j the envelope is from %j to %j", (head, from, to) => {
  const raw = Buffer.from([...head, "", "Return-Path: <no@body.example>", ""].join("\r\n"));
  expect(envelopeIn(raw)).toEqual({ from, to });
});
