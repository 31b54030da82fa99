const head = "From: Cy <cy@kunde.example>\r\nTo: support@muster.example\r\nSubject: x\r\n";
const mixed = "Content-Type: multipart/mixed; boundary=b\r\n\r\n";
const large = 50_000_000;

const filled = (start: string, piece: string, end = ""): Buffer => {
  const raw = Buffer.alloc(start.length + Math.floor(large / piece.length) * piece.length + end.length);
  raw.write(start, "latin1");
  raw.fill(piece, start.length, raw.length - end.length, "latin1");
  raw.write(end, raw.length - end.length, "latin1");
  return raw;
};

/** Messages of 50 MB, and those that cost more than their size says. */
export const expensiveMail: Readonly<Record<string, () => Buffer>> = {
  "a file": () =>
    filled(
      `${head}${mixed}--b\r\n\r\nHi\r\n--b\r\nContent-Type: application/zip; name=a.zip\r\nContent-Transfer-Encoding: base64\r\n\r\n`,
      `${"QUJD".repeat(19)}\r\n`,
      "--b--\r\n",
    ),
  "a quoted-printable file": () =>
    filled(`${head}Content-Type: application/x\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n`, "=41=42=\r\n"),
  text: () => filled(`${head}\r\n`, "Some words in a line of text.\r\n"),
  "one line": () => filled(`${head}\r\n`, "a"),
  HTML: () => filled(`${head}Content-Type: text/html\r\n\r\n`, "<p>Some <b>words</b></p>\r\n"),
  "empty lines": () => filled(`${head}${mixed}`, "\n"),
  hyphens: () => filled(`${head}${mixed.replace("=b", "=xx")}`, "--x\n"),
  parts: () => filled(`${head}${mixed}`, "--b\r\n\r\n"),
  headers: () => filled(head, "X-A: b\r\n", "\r\nHi"),
  "one header": () => filled(`${head}X-A: b\r\n`, " c\r\n", "\r\nHi"),
  quotations: () => filled(`${head}\r\n`, "> a\nb\n"),
  introductions: () => filled(`${head}\r\n`, "Am 3.11.2026 um 10:00 x:\n"),
  tables: () => filled(`${head}\r\n`, "          a\n\n"),
  people: () => filled(`${head}\r\n`, "Ann Meyer\n\n3.11.2026\n"),
  initials: () => filled(`${head}\r\nAm 3.11.2026 um 14:05 schrieben Sie:\r\n`, "AM> a\nb\n"),
  "uuencoded files": () => filled(`${head}\r\n`, "begin 644 a\n#86)C\n"),
  "ten thousand levels": () =>
    Buffer.from(
      head +
        Array.from(
          { length: 10_000 },
          (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`,
        ).join(""),
    ),
  "ten thousand recipients": () =>
    Buffer.from(
      `${head}Cc: ${Array.from({ length: 10_000 }, (_, at) => `Person ${at} <p${at}@x.example>`).join(",\r\n ")}\r\n\r\nHi`,
    ),
  "a megabyte of headers": () => Buffer.from(`${head}${"X-Header: of some length\r\n".repeat(40_000)}\r\nHi`),
  "encoded words": () => Buffer.from(`From: a@b.example\r\nSubject: ${"=?utf-8?q?a?= ".repeat(70_000)}\r\n\r\nHi`),
  "open brackets": () => Buffer.from(`From: ${'("<'.repeat(500_000)}\r\n\r\nHi`),
  "open tags": () => Buffer.from(`${head}Content-Type: text/html\r\n\r\n${"<div></x>".repeat(200_000)}`),
};
