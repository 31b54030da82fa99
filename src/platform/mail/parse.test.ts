import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { workTime } from "../../../test/support/work-time.ts";
import { sanitiseHtml } from "../html/safe-html.ts";
import { parseMail } from "./parse.ts";

const head =
  "From: Cy <cy@kunde.example>\r\nTo: support@muster.example\r\nSubject: x\r\nMessage-ID: <1@kunde.example>\r\n";

describe("a message made to be slow or to fall over", () => {
  const cases: [string, string][] = [
    ["a sender of a million letters", `From: ${"a".repeat(1_000_000)}\r\n\r\nx`],
    ["half a million brackets", `From: ${"(".repeat(500_000)}\r\n\r\nx`],
    ["encoded words that never end", `${head}Subject: ${"=?utf-8?q?a?= ".repeat(60_000)}\r\n\r\nx`],
    ["a hundred thousand references", `${head}References: ${"<a@b> ".repeat(100_000)}\r\n\r\nx`],
    ["a hundred thousand headers", `${head}${"X-A: b\r\n".repeat(100_000)}\r\nx`],
    [
      "ten thousand recipients",
      `${head}Cc: ${Array.from({ length: 10_000 }, (_, at) => `p${at}@x.example`).join(",\r\n ")}\r\n\r\nx`,
    ],
    [
      "three thousand parts in each other",
      head +
        Array.from(
          { length: 3_000 },
          (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`,
        ).join(""),
    ],
    [
      "twenty thousand parts",
      `${head}Content-Type: multipart/mixed; boundary=b\r\n\r\n${"--b\r\nContent-Type: a/b\r\n\r\nx\r\n".repeat(20_000)}--b--`,
    ],
    ["a hundred thousand nested tags", `${head}Content-Type: text/html\r\n\r\n${"<div>".repeat(100_000)}x`],
    ["a million opened tags", `${head}Content-Type: text/html\r\n\r\n${"<".repeat(1_000_000)}`],
    ["two million blanks", `${head}\r\n${" ".repeat(2_000_000)}x`],
    ["a broken one with a long line", `From: ${"a".repeat(3_000_000)}\r\n${"b".repeat(3_000_000)}`],
  ];
  test.each(cases)("%s", async (_name, raw) => {
    const took = await workTime(async () => {
      const { html } = await parseMail(Buffer.from(raw));
      if (html !== undefined) sanitiseHtml(html);
    });
    expect(took).toBeLessThan(2_000);
  });
});

test("what is nested too deep stays together in one file", async () => {
  const raw =
    head +
    Array.from({ length: 3_000 }, (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`).join(
      "",
    ) +
    "\r\nthe words inside";
  const parsed = await parseMail(Buffer.from(raw));
  expect(parsed).toMatchObject({
    from: [{ address: "cy@kunde.example" }],
    subject: "x",
    messageId: "<1@kunde.example>",
  });
  expect(parsed.warnings).toContain("tooDeep");
  expect(parsed.attachments.map(({ read }) => read().toString()).join()).toContain("the words inside");
});

const piece = fc.oneof(
  fc.constantFrom(
    "\r\n",
    "\n",
    "\r\n\r\n",
    "--b",
    "--b--",
    "Content-Type: ",
    "multipart/mixed; boundary=b",
    "text/plain; charset=",
    "utf-7",
    "text/html",
    "message/rfc822",
    "Content-Transfer-Encoding: base64",
    "quoted-printable",
    "=?utf-8?B?",
    "?=",
    "From: ",
    "a@b.example",
    "<",
    ">",
    "Message-ID: ",
    "=C3=",
    "\0",
    "\u00ff",
    "begin 644 a.txt",
    "<p>",
    "<div",
    "cid:x",
    "Content-Disposition: attachment; filename*0*=",
  ),
  fc.string({ maxLength: 20 }),
);

test("whatever arrives, parsing answers, with text that can be stored and files with names", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (pieces) => {
      const parsed = await parseMail(Buffer.from(pieces.join(""), "latin1"));
      const { subject, text, from, messageId } = parsed;
      expect(
        JSON.stringify({
          subject,
          text,
          from,
          messageId,
          files: parsed.attachments.map(({ name, contentId }) => [name, contentId]),
        }),
      ).not.toContain("\\u0000");
      expect(parsed.html === undefined ? "" : (sanitiseHtml(parsed.html) ?? "")).not.toContain("\0");
      for (const { name, type } of parsed.attachments) {
        expect(name).toMatch(/^[^/\\\p{Cc}]{1,200}$/u);
        expect(type).toMatch(/^[\w.+-]+\/[\w.+-]+$/);
      }
      for (const id of [...parsed.references, ...parsed.inReplyTo]) expect(id).toMatch(/^<[^<>\s]+>$/);
    }),
    { numRuns: 500 },
  );
});

test.each([
  ["<script>alert(1)</script><p>Hallo</p>", "<p>Hallo</p>"],
  ['<p onclick="x()" style="position:fixed" class="a">Hallo</p>', "<p>Hallo</p>"],
  ['<a href="javascript:alert(1)">x</a>', '<a rel="noopener noreferrer nofollow" target="_blank">x</a>'],
  ['<a href="//evil.example">x</a>', '<a rel="noopener noreferrer nofollow" target="_blank">x</a>'],
  [
    '<a href="https://a.example/?b=1&amp;c=2">x</a>',
    '<a href="https://a.example/?b=1&amp;c=2" rel="noopener noreferrer nofollow" target="_blank">x</a>',
  ],
  ['<img src="data:image/svg+xml,<svg onload=alert(1)>">', '<img alt="" />'],
  ['<svg><script>alert(1)</script></svg><math><mi xlink:href="x">', ""],
  ["<style>@import 'https://evil.example'</style><title>x</title>ok", "ok"],
  ['<form action="https://evil.example"><input name="password"><button>Send</button></form>', "Send"],
  ["<h1>Titel</h1>", "<p>Titel</p>"],
  ['<iframe src="https://evil.example"></iframe><object data="x"></object><base href="https://evil.example">', ""],
])("of %j stays %j", (html, expected) => {
  expect(sanitiseHtml(html)).toBe(expected);
});

test.each([
  ['<p>Click <a href="javascript:alert(1)">x</a></p>', "Click x"],
  ['<p>Click <a href=" data:text/html,x">x</a></p>', "Click x"],
  ['<p>See <a href="https://a.example/b">our page</a></p>', "See our page <https://a.example/b>"],
  [
    '<p>Write to <a href="mailto:cy@a.example">Cy</a> or <a href="tel:+49301">call</a></p>',
    "Write to Cy <cy@a.example> or call <tel:+49301>",
  ],
])("the text of %j names only addresses that can be followed", async (html, expected) => {
  const parsed = await parseMail(Buffer.from(`${head}Content-Type: text/html\r\n\r\n${html}`));
  expect(parsed.text).toBe(expected);
});

test("nothing in a header turns what stands behind it around", async () => {
  const turned = Buffer.from(
    'From: "Support\u202eelpmaxe" <x@y.example>\r\nSubject: Invoice \u202egpj.exe \u2066a\u2069 שלום\r\n\r\nx',
  );
  const { from, subject } = await parseMail(turned);
  expect([from[0]?.name, subject]).toEqual(["Supportelpmaxe", "Invoice gpj.exe a שלום"]);
});
