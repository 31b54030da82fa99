import { describe, expect, test } from "vitest";
import { readAddresses } from "./addresses.ts";
import { decodeHeader } from "./encoded-words.ts";
import { readHeaders } from "./header-block.ts";
import { momentOf } from "./moment.ts";
import { readParameters } from "./parameters.ts";

const bytes = (text: string): string => Buffer.from(text).toString("latin1");

test.each([
  ["=?utf-8?Q?Gr=C3=BC=C3=9Fe?=", "Grüße"],
  ["=?UTF-8?B?R3LDvMOfZQ==?=", "Grüße"],
  ["=?ISO-8859-1?Q?Gr=FC=DFe_aus?= Berlin", "Grüße aus Berlin"],
  ["=?utf-8?Q?a?= =?utf-8?Q?b?=", "ab"],
  ["=?utf-8?Q?a?=\r\n =?iso-8859-1?Q?=FC?=", "aü"],
  ["=?utf-8?Q?caf=C3?= =?utf-8?Q?=A9?=", "café"],
  ["=?UTF-8?B?R3LDv?= =?UTF-8?B?MOfZQ==?=", "Grüße"],
  ["=?utf-8?Q?What=3F?=", "What?"],
  ["=?utf-8?Q?What??= now", "What? now"],
  ["=?utf-8?q?a blank inside?=", "a blank inside"],
  ["=?utf-8?B?R3LDvMOfZQ==", "Grüße"],
  ["Re: =?UTF-8?B?R3LDvMOf?==?UTF-8?B?ZQ==?=", "Re: Grüße"],
  ["=?utf-8*de?Q?Gr=C3=BC=C3=9Fe?=", "Grüße"],
  ["=?iso-2022-jp?B?GyRCJUYbKEI=?= =?iso-2022-jp?B?GyRCJTkbKEI=?=", "テス"],
  ["=?gb2312?B?xOO6ww==?=", "你好"],
  ["=?x-unknown?Q?Gr=C3=BC=C3=9Fe?=", "Grüße"],
  ["=?windows-1241?Q?Gr=FC=DFe?=", "Grüße"],
  ["=?cp899?Q?Gr=FC=DFe?=", "Grüße"],
  ["=?x-user-defined?Q?Gr=FC=DFe?=", "Grüße"],
  ["=?utf-8?Q?=3D=3Futf-8=3FQ=3Ftwice=3F=3D?=", "twice"],
  [bytes("Grüße, roh"), "Grüße, roh"],
  ["Gr\xfc\xdfe, roh", "Grüße, roh"],
  ["no word =? at all ?=", "no word =? at all ?="],
  ["=?broken?=", "=?broken?="],
])("decodes %j", (raw, expected) => {
  expect(decodeHeader(raw)).toBe(expected);
});

const ann = { name: "Ann", address: "a@b.example" };
test.each([
  ["Ann <a@b.example>", [ann]],
  ['"Ann" <a@b.example>', [ann]],
  ["a@b.example (Ann)", [ann]],
  ["a@b.example <Ann>", [ann]],
  ["Ann a@b.example", [ann]],
  ["Ann < a @ b.example >", [ann]],
  ["Ann <<a@b.example>>", [ann]],
  ["Ann <mailto:a@b.example>", [ann]],
  ["Ann <@relay.example,@r.example:a@b.example>", [ann]],
  ["Ann <a@b.example", [ann]],
  ["Ann (at work) <a(x)@b.example(y)>", [ann]],
  ['"Doe, Ann \\"A\\"" <a@b.example>', [{ name: 'Doe, Ann "A"', address: "a@b.example" }]],
  ["=?utf-8?Q?Doe,_Ann?= <a@b.example>", [{ name: "Doe, Ann", address: "a@b.example" }]],
  ['"=?UTF-8?B?SsO8cmdlbg==?=" <j@b.example>', [{ name: "Jürgen", address: "j@b.example" }]],
  [bytes("Jürgen <j@b.example>"), [{ name: "Jürgen", address: "j@b.example" }]],
  ["J\xfcrgen <j@b.example>", [{ name: "Jürgen", address: "j@b.example" }]],
  ["=?utf-8?q?Ann_=3Ca=40b.example=3E?=", [ann]],
  ["Ann <a@b.example> Bob <b@b.example>", [ann, { name: "Bob", address: "b@b.example" }]],
  ["Ann <a@b.example>; Bob <b@b.example>;", [ann, { name: "Bob", address: "b@b.example" }]],
  ["Friends: Ann <a@b.example>, b@b.example;", [ann, { name: "", address: "b@b.example" }]],
  ["undisclosed-recipients:;", []],
  ["Support: Ann <a@b.example>", [{ name: "Support: Ann", address: "a@b.example" }]],
  [
    '"open <a@b.example>, Bob <b@b.example>',
    [
      { name: "open", address: "a@b.example" },
      { name: "Bob", address: "b@b.example" },
    ],
  ],
  ['"a b"@b.example', [{ name: "", address: '"a b"@b.example' }]],
  ["a@b@c.example", [{ name: "", address: "a@b@c.example" }]],
  [bytes("jürgen@bücher.example"), [{ name: "", address: "jürgen@bücher.example" }]],
  [
    "Doe, Ann <a@b.example>, b@b.example",
    [
      { name: "Doe, Ann", address: "a@b.example" },
      { name: "", address: "b@b.example" },
    ],
  ],
  ["Ann [a@b.example]", [ann]],
  [
    "a@b.example, b @ b . example",
    [
      { name: "", address: "a@b.example" },
      { name: "", address: "b@b.example" },
    ],
  ],
  [
    "a@b.example b@b.example",
    [
      { name: "", address: "a@b.example" },
      { name: "", address: "b@b.example" },
    ],
  ],
  ["Ann <a@b.example.>", [ann]],
  ["<Undisclosed-Recipient:@mx.example;>", []],
  ["MAILER-DAEMON", []],
  ["", []],
])("finds the addresses in %j", (raw, expected) => {
  expect(readAddresses(raw)).toEqual(expected);
});

test.each([
  ["TEXT/Plain; Charset=UTF-8", "text/plain", { charset: "UTF-8" }],
  ['a/b; name="x.txt"', "a/b", { name: "x.txt" }],
  ['a/b; name="x.txt', "a/b", { name: "x.txt" }],
  ["a/b; name=my file.pdf; x=1", "a/b", { name: "my file.pdf", x: "1" }],
  ['a/b; name="x" charset=utf-8', "a/b", { name: "x", charset: "utf-8" }],
  ['a/b; name="say "hi".txt"; c=d', "a/b", { name: 'say "hi".txt', c: "d" }],
  ['a/b; name="C:\\dir\\x.txt"', "a/b", { name: "C:\\dir\\x.txt" }],
  ["a/b; name=x; name=y", "a/b", { name: "x" }],
  ["a/b; ; ;name = x ;", "a/b", { name: "x" }],
  ["attachment; filename*=utf-8''Pr%C3%BCfung%20%E2%82%AC.pdf", "attachment", { filename: "Prüfung €.pdf" }],
  ["attachment; filename=old.pdf; filename*=utf-8''neu.pdf", "attachment", { filename: "neu.pdf" }],
  ["attachment; filename*0=a; filename*2=c.txt; filename*1=b", "attachment", { filename: "abc.txt" }],
  ["x; filename*0*=iso-8859-1''Pr%FC; filename*1=fung; filename*2*=%2Epdf", "x", { filename: "Prüfung.pdf" }],
  ["x; filename*0*=utf-8''%C3; filename*1*=%BC.txt", "x", { filename: "ü.txt" }],
  ['x; filename="=?utf-8?B?UHLDvGZ1bmcucGRm?="', "x", { filename: "Prüfung.pdf" }],
  ["x; filename==?iso-8859-1?Q?Pr=FCfung.pdf?=", "x", { filename: "Prüfung.pdf" }],
  ['x; filename*0="=?utf-8?B?UHLDvGZ1bm"; filename*1="cucGRm?="', "x", { filename: "Prüfung.pdf" }],
  [`x; filename="${bytes("Prüfung.pdf")}"`, "x", { filename: "Prüfung.pdf" }],
  ['x; filename="Pr\xfcfung.pdf"', "x", { filename: "Prüfung.pdf" }],
  ["text/html;iso-8859-1", "text/html", {}],
  ["", "", {}],
])("reads the parameters of %j", (raw, value, parameters) => {
  const read = readParameters(raw);
  expect([read.value, Object.fromEntries(read.parameters)]).toEqual([value, parameters]);
});

test.each([
  ["Tue, 3 Nov 2026 14:05:07 +0100", "2026-11-03T13:05:07.000Z"],
  ["Tue, 3 Nov 2026 14:05 +0100 (CET)", "2026-11-03T13:05:00.000Z"],
  ["3 Nov 26 14:05 EST", "2026-11-03T19:05:00.000Z"],
  ["3 Nov 99 14:05 GMT", "1999-11-03T14:05:00.000Z"],
  ["Tue Nov  3 14:05:00 2026", "2026-11-03T14:05:00.000Z"],
  ["2026-11-03T14:05:00Z", "2026-11-03T14:05:00.000Z"],
  ["Tue, 03-Nov-2026 14:05:00 GMT+01:00", "2026-11-03T13:05:00.000Z"],
  ["Di, 3 Dez 2026 14.05.00 +0100", "2026-12-03T13:05:00.000Z"],
  ["Nov 3, 2026 2:05 PM -0500", "2026-11-03T19:05:00.000Z"],
  ["Fri, 21 Nov 1997 09(comment):   55  :  06 -0600", "1997-11-21T15:55:06.000Z"],
  ["Tue, 3 Nov 2026 12:05 AM +0000", "2026-11-03T00:05:00.000Z"],
  ["mar, 03 févr. 2026 14:05:00 +0100", "2026-02-03T13:05:00.000Z"],
  ["martes, 3 de noviembre de 2026 14:05", "2026-11-03T14:05:00.000Z"],
  ["вт, 03 ноя 2026 14:05:00 +0300", "2026-11-03T11:05:00.000Z"],
  ["ven. 3 juil. 2026 14:05", "2026-07-03T14:05:00.000Z"],
  ["03.11.2026 14:05:00", "2026-11-03T14:05:00.000Z"],
  ["11/3/2026 2:05:00 PM", "2026-11-03T14:05:00.000Z"],
  ["03/11/2026 14:05", undefined],
  ["31 Feb 2026 14:05", undefined],
  ["3 Nov 0026 14:05", undefined],
  ["yesterday", undefined],
  ["99 Nov 2026 14:05", undefined],
  ["", undefined],
])("%j is %s", (value, moment) => {
  expect(momentOf(value)?.toISOString()).toBe(moment);
});

describe("a block of headers", () => {
  const read = (text: string) => {
    const raw = Buffer.from(text);
    const { fields, bodyStart } = readHeaders({ raw, start: 0, end: raw.length });
    return {
      fields: fields.map(({ name, raw: value }) => `${name}=${value}`),
      body: raw.subarray(bodyStart).toString(),
    };
  };

  test.each([
    ["as it should be", "To: 1\r\nCc: 2\r\n\r\nbody", ["to=1", "cc=2"], "body"],
    ["folded", "To: 1\r\n 2\r\n\t3\r\n\r\nbody", ["to=1 2\t3"], "body"],
    ["with bare line ends", "To: 1\nCc: 2\n\nbody", ["to=1", "cc=2"], "body"],
    ["with blanks before the colon", "To : 1\n\nbody", ["to=1"], "body"],
    ["that begins with a blank", " To: 1\nCc: 2\n\nbody", ["to=1", "cc=2"], "body"],
    ["in a mailbox file", "From ann@example.org Tue Nov 3 14:05:00 2026\nTo: 1\n\nbody", ["to=1"], "body"],
    ["wrapped without a blank", "To: 1;\nname=x\nCc: 2\n\nbody", ["to=1; name=x", "cc=2"], "body"],
    ["with a line of blanks inside", "To: 1\n \n 2\nCc: 2\n\nbody", ["to=1 2", "cc=2"], "body"],
    [
      "without an empty line behind",
      "To: 1\nthis is the body\nand more of it",
      ["to=1"],
      "this is the body\nand more of it",
    ],
    ["that are none", "just words\nand more", [], "just words\nand more"],
    ["after a wrong line", "garbage\nTo: 1\n\nbody", ["to=1"], "body"],
    ["without a body", "To: 1\n", ["to=1"], ""],
    ["of nothing", "", [], ""],
  ])("%s", (_name, text, fields, body) => {
    expect(read(text)).toEqual({ fields, body });
  });
});
