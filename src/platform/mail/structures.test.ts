import { expect, test } from "vitest";
import { workTime } from "../../../test/support/work-time.ts";
import { parseMail } from "./parse.ts";

const head = "From: Cy <cy@kunde.example>\nTo: support@muster.example\nSubject: x\nMIME-Version: 1.0\n";
const mixed = (...parts: string[]) =>
  `${head}Content-Type: multipart/mixed; boundary=b\n\n${parts.map((part) => `--b\n${part}\n`).join("")}--b--\n`;
const plain = "Content-Type: text/plain\n\nHello";
const file = (name: string, content = "YWJj", type = "application/octet-stream") =>
  `Content-Type: ${type}; name="${name}"\nContent-Disposition: attachment; filename="${name}"\nContent-Transfer-Encoding: base64\n\n${content}`;
const inner = "From: Ann <ann@muster.example>\nSubject: Old mail\n\nold words";

interface Expected {
  text?: string;
  /** Contained in it. */
  html?: string;
  /** Name, type and content of each. */
  files?: [string, string, string][];
  warnings?: string[];
}

const cases: Record<string, [message: string, expected: Expected]> = {
  "no MIME at all": ["From: a@b.example\nSubject: x\n\nHello", { text: "Hello" }],
  "a text and a file": [
    mixed(plain, file("a.bin")),
    { text: "Hello", files: [["a.bin", "application/octet-stream", "abc"]] },
  ],
  "two texts around a picture": [
    mixed(
      plain,
      "Content-Type: image/png\nContent-Disposition: inline; filename=p.png\nContent-Transfer-Encoding: base64\n\nYWJj",
      "Content-Type: text/plain\n\nBye",
    ),
    { text: "Hello\n\nBye", files: [["p.png", "image/png", "abc"]] },
  ],
  "a text and its HTML": [
    `${head}Content-Type: multipart/alternative; boundary=b\n\n--b\n${plain}\n--b\nContent-Type: text/html\n\n<p>Hello <b>you</b></p>\n--b--`,
    { text: "Hello", html: "<b>you</b>", files: [], warnings: [] },
  ],
  "HTML beside an empty text": [
    `${head}Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\n \n--b\nContent-Type: text/html\n\n<p>Hello</p>\n--b--`,
    { text: "Hello", html: "<p>Hello</p>", warnings: ["textFromHtml"] },
  ],
  "HTML alone": [
    `${head}Content-Type: text/html\n\n<p>Hello</p><p>Bye</p>`,
    { text: "Hello\n\nBye", warnings: ["textFromHtml"] },
  ],
  "HTML called text": [`${head}\n<html><body><p>Hello</p></body></html>`, { text: "Hello", html: "<p>Hello</p>" }],
  "a newsletter: alternatives, pictures inside, a file beside": [
    mixed(
      `Content-Type: multipart/related; boundary=r\n\n--r\nContent-Type: multipart/alternative; boundary=a\n\n--a\n${plain}\n--a\nContent-Type: text/html\n\n<img src="cid:p@x">\n--a--\n--r\nContent-Type: image/png\nContent-ID: <p@x>\nContent-Transfer-Encoding: base64\n\nYWJj\n--r--`,
      file("a.pdf", "YWJj", "application/pdf"),
    ),
    {
      text: "Hello",
      html: "cid:p@x",
      files: [
        ["attachment-1.png", "image/png", "abc"],
        ["a.pdf", "application/pdf", "abc"],
      ],
    },
  ],
  "an HTML text followed by a plain footer": [
    mixed("Content-Type: text/html\n\n<p>Hello</p>", "Content-Type: text/plain\n\nfooter <list>"),
    { text: "Hello\n\nfooter <list>", html: "footer &lt;list&gt;" },
  ],
  "a file without a text": [mixed(file("a.bin")), { text: "", files: [["a.bin", "application/octet-stream", "abc"]] }],
  "a file as the whole message": [
    `${head}${file("a.pdf", "YWJj", "application/pdf")}`,
    { text: "", files: [["a.pdf", "application/pdf", "abc"]] },
  ],
  "a text as a file": [
    mixed(plain, file("notes.txt", "YWJj", "text/plain")),
    { text: "Hello", files: [["notes.txt", "text/plain", "abc"]] },
  ],
  "a text with a name, to be shown": [
    mixed(plain, 'Content-Type: text/plain; name="log.txt"\nContent-Disposition: inline; filename="log.txt"\n\nline'),
    { text: "Hello\n\nline", files: [["log.txt", "text/plain", "line"]] },
  ],
  "a picture called text": [
    mixed(plain, 'Content-Type: text/plain; name="p.txt"\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo='),
    { text: "Hello", files: [["p.txt", "text/plain", "\x89PNG\r\n\x1a\n"]] },
  ],
  "a message inside": [
    mixed(plain, `Content-Type: message/rfc822\n\n${inner}`),
    { text: "Hello", files: [["Old mail.eml", "message/rfc822", inner]] },
  ],
  "a digest": [
    `${head}Content-Type: multipart/digest; boundary=b\n\n--b\n\n${inner}\n--b--`,
    { text: "", files: [["Old mail.eml", "message/rfc822", inner]] },
  ],
  "a message inside that has parts itself": [
    mixed(
      plain,
      `Content-Type: message/rfc822\n\nSubject: Old\nContent-Type: multipart/mixed; boundary=c\n\n--c\n\nold\n--c--`,
    ),
    {
      text: "Hello",
      files: [
        ["Old.eml", "message/rfc822", "Subject: Old\nContent-Type: multipart/mixed; boundary=c\n\n--c\n\nold\n--c--"],
      ],
    },
  ],
  "an end that is missing": [
    `${head}Content-Type: multipart/mixed; boundary=b\n\n--b\n${plain}\n--b\n${file("a.bin")}`,
    { text: "Hello", files: [["a.bin", "application/octet-stream", "abc"]], warnings: ["truncated"] },
  ],
  "an end that is cut off": [
    `${head}Content-Type: multipart/mixed; boundary=b\n\n--b\n${plain}\n--b-`,
    { text: "Hello", files: [] },
  ],
  "an end that is wrong": [
    `${head}Content-Type: multipart/mixed; boundary=b\n\n--b\n${plain}\n--b\n${file("a.bin")}\n--b-->\nmore`,
    { text: "Hello", files: [["a.bin", "application/octet-stream", "abc"]] },
  ],
  "an inner end that is missing": [
    mixed(`Content-Type: multipart/alternative; boundary=i\n\n--i\n${plain}`, file("a.bin")),
    { text: "Hello", files: [["a.bin", "application/octet-stream", "abc"]], warnings: [] },
  ],
  "parts behind the end": [
    `${head}Content-Type: multipart/mixed; boundary=b\n\n--b\n${plain}\n--b--\n\n--b\n${file("a.bin")}\n--b--`,
    { text: "Hello", files: [["a.bin", "application/octet-stream", "abc"]] },
  ],
  "one boundary that begins like the other": [
    `${head}Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: multipart/alternative; boundary=b-2\n\n--b-2\n${plain}\n--b-2--\n--b\n${file("a.bin")}\n--b--`,
    { text: "Hello", files: [["a.bin", "application/octet-stream", "abc"]] },
  ],
  "the same boundary inside": [
    `${head}Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: multipart/mixed; boundary=b\n\n--b\n${plain}\n--b--\n--b\n${file("a.bin")}\n--b--`,
    { text: "Hello", files: [["a.bin", "application/octet-stream", "abc"]] },
  ],
  "a boundary with blanks behind it": [
    `${head}Content-Type: multipart/mixed; boundary="b "\n\n--b  \n${plain}\n--b--\t\n`,
    { text: "Hello", files: [] },
  ],
  "no boundary": [
    `${head}Content-Type: multipart/mixed\n\n--xyz\n${plain}\n--xyz\n${file("a.bin")}\n--xyz--`,
    { text: "Hello", files: [["a.bin", "application/octet-stream", "abc"]], warnings: ["missingBoundary"] },
  ],
  "another boundary than it says": [
    `${head}Content-Type: multipart/mixed; boundary=said\n\n--used\n${plain}\n--used--`,
    { text: "Hello", files: [], warnings: ["truncated", "missingBoundary"] },
  ],
  "no parts": [`${head}Content-Type: multipart/mixed; boundary=b\n\nHello`, { text: "Hello", files: [] }],
  "words before the parts alone": [
    `${head}Content-Type: multipart/mixed; boundary=b\n\nHello\n--b\n${file("a.bin")}\n--b--`,
    { text: "Hello" },
  ],
  "the usual words before the parts": [
    `${head}Content-Type: multipart/mixed; boundary=b\n\nThis is a multi-part message in MIME format.\n--b\n${file("a.bin")}\n--b--`,
    { text: "" },
  ],
  "a part without headers": [
    `${head}Content-Type: multipart/mixed; boundary=b\n\n--b\n\nHello\n--b\nBye\n--b--`,
    { text: "Hello\n\nBye" },
  ],
  "a multipart that is encoded as a whole": [
    `${head}Content-Type: multipart/mixed; boundary=b\nContent-Transfer-Encoding: base64\n\n${Buffer.from(`--b\n${plain}\n--b\n${file("a.bin")}\n--b--`).toString("base64")}`,
    { text: "Hello", files: [["a.bin", "application/octet-stream", "abc"]], warnings: ["badEncoding", "truncated"] },
  ],
  "a text that is not encoded as it says": [
    `${head}Content-Transfer-Encoding: base64\n\nThese are words, and nobody has encoded them at all.`,
    { text: "These are words, and nobody has encoded them at all.", warnings: ["badEncoding"] },
  ],
  "an encoding that nobody knows": [`${head}Content-Transfer-Encoding: base9000\n\nHello`, { text: "Hello" }],
  "an encoding with something behind it": [
    `${head}Content-Transfer-Encoding: quoted-printable; x=y\n\nH=65llo`,
    { text: "Hello" },
  ],
  "lines that end with CR alone": [`${head}\nHello\nBye`.replaceAll("\n", "\r"), { text: "Hello\nBye" }],
  "files in the text": [
    `${head}\nHello\nbegin 644 a.txt\n#86)C\n\`\nend\nBye`,
    { text: "Hello\nBye", files: [["a.txt", "text/plain", "abc"]], warnings: ["uuencoded"] },
  ],
  "a part in uuencode": [
    mixed(
      plain,
      "Content-Type: application/msword; name=a.doc\nContent-Transfer-Encoding: x-uuencode\n\nbegin 644 a.doc\n#86)C\n`\nend",
    ),
    { text: "Hello", files: [["a.doc", "application/msword", "abc"]] },
  ],
  "yEnc, which is left alone": [
    `${head}\n=ybegin line=128 size=3 name=a\nabc\n=yend size=3`,
    { text: "=ybegin line=128 size=3 name=a\nabc\n=yend size=3" },
  ],
  "flowed text": [
    `${head}Content-Type: text/plain; format=flowed; delsp=yes\n\nSchö \nne\n> alt \n> er\n-- \nCy`.replace(
      "Schö",
      "Scho",
    ),
    { text: "Schone\n> alter\n-- \nCy" },
  ],
  "a text signed with PGP": [
    `${head}Content-Type: multipart/signed; boundary=b; protocol="application/pgp-signature"\n\n--b\n${plain}\n--b\nContent-Type: application/pgp-signature; name=signature.asc\n\nxyz\n--b--`,
    { text: "Hello", files: [["signature.asc", "application/pgp-signature", "xyz"]], warnings: ["signed"] },
  ],
  "what is encrypted with PGP": [
    `${head}Content-Type: multipart/encrypted; boundary=b\n\n--b\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--b\nContent-Type: application/octet-stream; name=encrypted.asc\n\nxyz\n--b--`,
    {
      text: "",
      files: [
        ["attachment-1.asc", "application/pgp-encrypted", "Version: 1"],
        ["encrypted.asc", "application/octet-stream", "xyz"],
      ],
      warnings: ["encrypted"],
    },
  ],
  "PGP in the text": [
    `${head}\n-----BEGIN PGP MESSAGE-----\n\nabc\n-----END PGP MESSAGE-----`,
    { files: [["encrypted.asc", "application/pgp", "-----BEGIN PGP MESSAGE"]], warnings: ["encrypted"] },
  ],
  "words that PGP has signed where they stand": [
    `${head}\nHello,\n\n-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nIt works.\n- -- \nCy\n-----BEGIN PGP SIGNATURE-----\n\niQEz\n-----END PGP SIGNATURE-----\n\nBye`,
    {
      text: "Hello,\n\nIt works.\n-- \nCy\n\nBye",
      files: [["signed.asc", "application/pgp", "Hello"]],
      warnings: ["signed"],
    },
  ],
  "words that were signed and are quoted": [
    `${head}\nHello\n> -----BEGIN PGP SIGNED MESSAGE-----\n> Hash: SHA256\n>\n> It works.`,
    { text: "Hello\n> -----BEGIN PGP SIGNED MESSAGE-----\n> Hash: SHA256\n>\n> It works." },
  ],
  "parts that no header announces": [
    `From: a@b.example\nSubject: x\n\n--=_1\n${plain}\n--=_1\n${file("a.bin")}\n--=_1--`,
    { text: "Hello", files: [["a.bin", "application/octet-stream", "abc"]], warnings: ["missingBoundary"] },
  ],
  "two types, of which the second is meant": [
    `${head}Content-Type: text/plain\nContent-Type: multipart/mixed; boundary=b\n\n--b\n${plain}\n--b--`,
    { text: "Hello", warnings: ["missingBoundary"] },
  ],
  "a text that only says that there is HTML": [
    `${head}Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\nYour mail client does not support HTML.\n--b\nContent-Type: text/html\n\n<p>Hello</p>\n--b--`,
    { text: "Hello", warnings: ["textFromHtml"] },
  ],
  "the same as text and as HTML, as if they were two": [
    mixed(plain, "Content-Type: text/html\n\n<p><b>Hello</b></p>"),
    { text: "Hello", html: "<b>Hello</b>", warnings: [] },
  ],
  "a byte order mark and empty lines above all": [`\ufeff\n\n${head}\nHello`, { text: "Hello", warnings: [] }],
  "a message inside, encoded": [
    mixed(
      plain,
      `Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n${Buffer.from(inner).toString("base64")}`,
    ),
    { text: "Hello", files: [["Old mail.eml", "message/rfc822", "From: Ann"]] },
  ],
  "what is encrypted with S/MIME": [
    `${head}Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\nContent-Transfer-Encoding: base64\n\nYWJj`,
    { text: "", files: [["smime.p7m", "application/pkcs7-mime", "abc"]], warnings: ["encrypted"] },
  ],
  "enriched text alone": [
    `${head}Content-Type: text/enriched\n\n<bold>Now</bold> is <color><param>red</param>the time</color>\n\nfor << all`,
    { text: "Now is the time\nfor < all", files: [["attachment-1.txt", "text/enriched", "<bold>Now"]] },
  ],
  "an invitation without words": [
    `${head}Content-Type: text/calendar; method=REQUEST; charset=utf-8\n\nBEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Jour fixe\\, neu\nDTSTART;TZID=Europe/Berlin:20261106T100000\nDTEND;TZID=Europe/Berlin:20261106T110000\nLOCATION:Raum 1\nDESCRIPTION:Bitte\n  pünktlich\nEND:VEVENT\nEND:VCALENDAR`,
    {
      text: "Jour fixe, neu\n2026-11-06 10:00 (Europe/Berlin) – 2026-11-06 11:00 (Europe/Berlin)\nRaum 1\n\nBitte pünktlich",
      files: [["attachment-1.ics", "text/calendar", "BEGIN:VCALENDAR"]],
      warnings: ["textFromCalendar"],
    },
  ],
  "a report on a delivery": [
    `${head}Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n${plain}\n--b\nContent-Type: message/delivery-status\n\nAction: failed\n--b\nContent-Type: text/rfc822-headers\n\nSubject: y\n--b--`,
    {
      text: "Hello",
      files: [
        ["attachment-1.txt", "message/delivery-status", "Action: failed"],
        ["attachment-2.txt", "text/rfc822-headers", "Subject: y"],
      ],
    },
  ],
  "two senders, of which one is empty": [
    `From:\nFrom: Cy <cy@kunde.example>\nSubject:\nSubject: x\n\nHello`,
    { text: "Hello" },
  ],
  "nothing at all": ["", { text: "", files: [] }],
  "headers alone": [head, { text: "", files: [] }],
};

test.each(Object.entries(cases))("%s", async (_name, [message, expected]) => {
  const parsed = await parseMail(Buffer.from(message));
  if (expected.text !== undefined) expect(parsed.text).toBe(expected.text);
  if (expected.html !== undefined) expect(parsed.html).toContain(expected.html);
  if (expected.files) {
    const begin = (index: number): number => expected.files?.[index]?.[2].length ?? Infinity;
    expect(
      parsed.attachments.map(({ name, type, read }, index) => [
        name,
        type,
        read().toString("latin1").slice(0, begin(index)),
      ]),
    ).toEqual(expected.files);
  }
  if (expected.warnings) expect(parsed.warnings.toSorted()).toEqual(expected.warnings.toSorted());
  if (message !== "") expect(parsed.from[0]?.address).toMatch(/@/);
});

test("a text that nobody can read to its end is cut, and whole in its file", async () => {
  const { text, attachments, warnings } = await parseMail(Buffer.from(`${head}\n${"words ".repeat(1_000_000)}`));
  expect(text.length).toBeLessThan(2_100_000);
  expect(attachments.map(({ read }) => read().length)).toEqual([6_000_000]);
  expect(warnings).toContain("textCut");
});

test("more parts than anybody sends are kept together", async () => {
  const part = `${file("a.bin")}\n`;
  const { attachments, warnings } = await parseMail(
    Buffer.from(`${head}Content-Type: multipart/mixed; boundary=b\n\n${`--b\n${part}`.repeat(12_000)}--b--`),
  );
  expect(warnings).toContain("tooManyParts");
  expect(attachments.at(-1)?.read().toString().split("--b\n").length).toBe(2_002);
  expect(attachments).toHaveLength(10_000);
});

test("thousands of texts in character sets that nobody can know are read as the first ones", async () => {
  const words = `Content-Type: text/plain; charset=utf-8\n\n${"Gr\xfc\xdfe aus K\xf6ln ".repeat(10)}\n`;
  const raw = `${head}Content-Type: multipart/mixed; boundary=b\n\n${`--b\n${words}`.repeat(9_000)}--b--\n`;
  expect(await workTime(() => parseMail(Buffer.from(raw, "latin1")))).toBeLessThan(1_500);
  const { text, warnings } = await parseMail(Buffer.from(raw, "latin1"));
  expect(text.slice(-20)).toBe(" aus Köln Grüße aus Köln".slice(-20));
  expect(warnings).toContain("wrongCharset");
});

test("a Content-ID is without brackets and control characters", async () => {
  const part = (id: string) => `Content-Type: image/png\nContent-ID: ${id}\nContent-Transfer-Encoding: base64\n\nYWJj`;
  const { attachments } = await parseMail(Buffer.from(mixed(part("<a@b>"), part("c@d"), part("<e\u0000f>"))));
  expect(attachments.map(({ contentId }) => contentId)).toEqual(["a@b", "c@d", "e"]);
});
