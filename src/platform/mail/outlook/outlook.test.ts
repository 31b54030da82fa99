import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { msgOf, tnefOf, type Property, type Storage } from "../../../../test/support/outlook-files.ts";
import { parseMail } from "../parse.ts";
import { openCompoundFile } from "./compound-file.ts";
import { decompressRtf } from "./rtf-compression.ts";
import { readRtf } from "./rtf.ts";
import { unpackTnef } from "./tnef.ts";

const inMail = (tnef: Buffer, text = ""): Buffer =>
  Buffer.from(
    `From: Cy <cy@kunde.example>\r\nSubject: x\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n${text}\r\n--b\r\nContent-Type: application/ms-tnef; name=winmail.dat\r\nContent-Transfer-Encoding: base64\r\n\r\n${tnef.toString("base64")}\r\n--b--\r\n`,
  );

const shown = async (raw: Buffer) => {
  const { text, html, attachments, warnings } = await parseMail(raw);
  return {
    text,
    html,
    warnings,
    files: attachments.map(({ name, type, read, contentId }) => [
      name,
      type,
      read().toString("latin1").slice(0, 20),
      contentId,
    ]),
  };
};

describe("winmail.dat", () => {
  const files = [
    {
      title: "BERICH~1.PDF",
      content: Buffer.from("%PDF-1"),
      properties: [
        [0x3707, "Bericht März.pdf"],
        [0x370e, "application/pdf"],
      ] as Property[],
    },
    { title: "bild.png", content: Buffer.from("png"), properties: [[0x3712, "bild@kunde"]] as Property[] },
  ];

  test("is unpacked, and itself kept", async () => {
    const found = await shown(inMail(tnefOf([[0x1000, "Grüße aus Outlook"]], files)));
    expect(found).toMatchObject({ text: "Grüße aus Outlook", warnings: ["tnef"] });
    expect(found.files).toEqual([
      ["winmail.dat", "application/ms-tnef", expect.any(String), undefined],
      ["Bericht März.pdf", "application/pdf", "%PDF-1", undefined],
      ["bild.png", "image/png", "png", "bild@kunde"],
    ]);
  });

  test("does not replace the text beside it", async () => {
    expect((await shown(inMail(tnefOf([[0x1000, "other"]], []), "The words."))).text).toBe("The words.");
  });

  test("gives its HTML and its RTF", async () => {
    expect(
      await shown(
        inMail(
          tnefOf(
            [
              [0x1013, Buffer.from("<p>Grüße</p>")],
              [0x3fde, 65001],
            ],
            [],
          ),
        ),
      ),
    ).toMatchObject({ html: "<p>Grüße</p>", text: "Grüße" });
    const rtf = Buffer.from("{\\rtf1\\ansi\\ansicpg1252 Gr\\'fc\\'dfe\\par aus \\u8364?}");
    const head = Buffer.alloc(16);
    head.writeUInt32LE(rtf.length + 12, 0);
    head.writeUInt32LE(rtf.length, 4);
    head.writeUInt32LE(0x414c454d, 8);
    expect((await shown(inMail(tnefOf([[0x1009, Buffer.concat([head, rtf])]], [])))).text).toBe("Grüße\naus €");
  });

  test("in which another message lies gives that one's files, too", () => {
    const inner = tnefOf([[0x1000, "inside"]], [{ title: "in.txt", content: Buffer.from("x") }]);
    const outer = tnefOf([], [{ title: "Nachricht", content: Buffer.alloc(0), properties: [] }]);
    const object = Buffer.concat([Buffer.alloc(16), inner]);
    const file = tnefOf([], [{ title: "n", content: Buffer.from("n"), properties: [[0x3701, object]] }]);
    expect(unpackTnef(outer)?.files).toHaveLength(1);
    // The content that stands beside it comes first; without it the object is opened.
    const withoutContent = Buffer.concat([file.subarray(0, 6), file.subarray(6)]);
    expect(unpackTnef(withoutContent)).toBeDefined();
  });

  test("that is cut off or changed anywhere never throws and never hangs", () => {
    const whole = tnefOf(
      [
        [0x1000, "text"],
        [0x3fde, 1252],
      ],
      files,
    );
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(whole.length - 1), fc.nat(255), (length, at, byte) => {
        const changed = Buffer.from(whole.subarray(0, length));
        if (at < changed.length) changed[at] = byte;
        unpackTnef(changed);
      }),
      { numRuns: 2_000 },
    );
  });

  test("that is none is kept as it is", async () => {
    const found = await shown(inMail(Buffer.from("nothing of the kind"), "The words."));
    expect(found).toMatchObject({ text: "The words.", warnings: ["brokenTnef"] });
    expect(found.files).toHaveLength(1);
  });
});

describe("a message saved by Outlook", () => {
  const recipient = (name: string, address: string, kind: number) => ({
    head: 8,
    properties: [
      [0x3001, name],
      [0x39fe, address],
      [0x0c15, kind],
    ] as Property[],
  });
  const file = (name: string, content: string): { head: number; properties: Property[] } => ({
    head: 8,
    properties: [
      [0x3707, name],
      [0x3701, Buffer.from(content)],
    ],
  });
  const inner = {
    head: 24,
    properties: [
      [0x0037, "Ältere Nachricht"],
      [0x1000, "Von damals"],
    ] as Property[],
    storages: { "__attach_version1.0_#00000000": file("alt.txt", "alt") },
  };
  const msg = msgOf({
    head: 32,
    properties: [
      [0x0037, "Prüfung"],
      [0x0042, "Jürgen Kunde"],
      [0x5d02, "juergen@kunde.example"],
      [0x1000, "Grüße 漢字"],
      [0x1035, "<1@kunde.example>"],
      [0x0039, Buffer.from("00c0e1d2b153dc01", "hex")],
    ],
    storages: {
      "__recip_version1.0_#00000000": recipient("Support", "support@muster.example", 1),
      "__recip_version1.0_#00000001": recipient("Cora", "cora@kunde.example", 2),
      "__attach_version1.0_#00000000": file("groß.bin", "x".repeat(10_000)),
      "__attach_version1.0_#00000001": { head: 8, properties: [], storages: { "__substg1.0_3701000D": inner } },
    },
  });

  const saved = (properties: Property[], storages: Record<string, Storage> = {}) =>
    parseMail(msgOf({ head: 32, properties: [[0x1000, "Some words"], ...properties], storages }));
  const inDirectory = "/O=KUNDE/OU=FIRST/CN=RECIPIENTS/CN=CY@BEN";

  test("does not take a name in the company's directory for an address", async () => {
    const to = { "__recip_version1.0_#00000000": recipient("Support", "support@muster.example", 1) };
    expect(
      (
        await saved(
          [
            [0x0c1a, "Cy"],
            [0x0c1e, "EX"],
            [0x0c1f, inDirectory],
          ],
          to,
        )
      ).from,
    ).toEqual([]);
  });

  test("knows the sender by the key that Outlook looks for, and by himself among the recipients", async () => {
    expect(
      (
        await saved([
          [0x0c1a, "Cy"],
          [0x0c1d, Buffer.from("SMTP:CY@KUNDE.EXAMPLE\0")],
        ])
      ).from,
    ).toEqual([{ name: "Cy", address: "cy@kunde.example" }]);
    const himself = {
      head: 8,
      properties: [
        [0x3001, "Cy"],
        [0x3003, inDirectory.toLowerCase()],
        [0x39fe, "cy@kunde.example"],
      ] as Property[],
    };
    expect((await saved([[0x0c1f, inDirectory]], { "__recip_version1.0_#00000000": himself })).from).toMatchObject([
      { address: "cy@kunde.example" },
    ]);
  });

  test("names its people and files in its own character set, in their order", async () => {
    const chinese = Buffer.from("a4a4a4e5a657", "hex");
    const { to, attachments } = await saved([[0x3ffd, 950]], {
      "__attach_version1.0_#00000001": file("b.txt", "b"),
      "__recip_version1.0_#0000000A": recipient("Cora", "cora@kunde.example", 1),
      "__attach_version1.0_#00000000": {
        head: 8,
        properties: [
          [0x3707, { narrow: Buffer.concat([chinese, Buffer.from(".txt")]) }],
          [0x3701, Buffer.from("a")],
        ],
      },
      "__recip_version1.0_#00000009": {
        head: 8,
        properties: [
          [0x3001, { narrow: chinese }],
          [0x39fe, "cy@kunde.example"],
          [0x0c15, 1],
        ],
      },
    });
    expect(to).toEqual([
      { name: "中文名", address: "cy@kunde.example" },
      { name: "Cora", address: "cora@kunde.example" },
    ]);
    expect(attachments.map(({ name }) => name)).toEqual(["中文名.txt", "b.txt"]);
  });

  const signed = [
    'Content-Type: multipart/signed; boundary="s"',
    "",
    "--s",
    'Content-Type: multipart/mixed; boundary="m"',
    "",
    "--m",
    "",
    "Signed words",
    "--m",
    'Content-Type: text/csv; name="a.csv"',
    "Content-Disposition: attachment",
    "",
    "1;2",
    "--m--",
    "--s",
    "Content-Type: application/pgp-signature; name=signature.asc",
    "",
    "x",
    "--s--",
  ].join("\r\n");

  test("that was signed lies in a file of it: its words and its files are found there", async () => {
    const content = {
      "__attach_version1.0_#00000000": {
        head: 8,
        properties: [
          [0x370e, "multipart/signed"],
          [0x3701, Buffer.from(signed)],
        ] as Property[],
      },
    };
    const alone = await parseMail(
      msgOf({ head: 32, properties: [[0x001a, "IPM.Note.SMIME.MultipartSigned"]], storages: content }),
    );
    expect(alone).toMatchObject({ text: "Signed words", warnings: ["outlookFile", "signed"] });
    expect(alone.attachments.map(({ name }) => name)).toEqual([expect.any(String), "a.csv", "signature.asc"]);
    const both = await saved([[0x001a, "IPM.Note.SMIME.MultipartSigned"]], content);
    expect(both.text).toBe("Some words");
    expect((await saved([[0x001a, "IPM.Note"]], content)).attachments).toHaveLength(1);
  });

  test("is read like any other", async () => {
    const parsed = await parseMail(msg);
    expect(parsed).toMatchObject({
      from: [{ name: "Jürgen Kunde", address: "juergen@kunde.example" }],
      to: [{ name: "Support", address: "support@muster.example" }],
      cc: [{ name: "Cora", address: "cora@kunde.example" }],
      subject: "Prüfung",
      messageId: "<1@kunde.example>",
      text: "Grüße 漢字",
      warnings: ["outlookFile"],
    });
    expect(parsed.attachments.map(({ name, read }) => [name, read().length])).toEqual([
      ["groß.bin", 10_000],
      ["Ältere Nachricht.eml", expect.any(Number)],
      ["alt.txt", 3],
    ]);
    const again = await parseMail(parsed.attachments[1]!.read());
    expect(again).toMatchObject({ subject: "Ältere Nachricht", text: "Von damals" });
  });

  test("prefers the headers with which it came", async () => {
    const received = msgOf({
      head: 32,
      properties: [
        [0x007d, "From: Cy <cy@kunde.example>\r\nReferences: <a@b> <c@d>\r\n\r\n"],
        [0x0037, "x"],
        [0x5d02, "other@kunde.example"],
      ],
    });
    expect(await parseMail(received)).toMatchObject({
      from: [{ name: "Cy", address: "cy@kunde.example" }],
      references: ["<a@b>", "<c@d>"],
      subject: "x",
    });
  });

  test("that is cut off or changed anywhere never throws and never hangs", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(msg.length),
        fc.array(fc.tuple(fc.nat(msg.length - 1), fc.nat(255)), { maxLength: 20 }),
        async (length, changes) => {
          const changed = Buffer.from(msg.subarray(0, Math.max(600, length)));
          for (const [at, byte] of changes) if (at < changed.length) changed[at] = byte;
          const { attachments } = await parseMail(changed);
          for (const { read } of attachments) read();
        },
      ),
      { numRuns: 300 },
    );
  });

  test("whose chains run in circles ends", () => {
    const circle = Buffer.from(msg);
    circle.fill(0, circle.length - 512);
    expect(() => openCompoundFile(circle)?.entries.map(({ read }) => read())).not.toThrow();
  });

  test("that cannot be read is kept as a file", async () => {
    const broken = Buffer.concat([msg.subarray(0, 8), Buffer.alloc(2_000, 7)]);
    expect(await parseMail(broken)).toMatchObject({
      text: "",
      warnings: ["brokenOutlookFile"],
      attachments: [{ type: "application/vnd.ms-outlook" }],
    });
  });
});

test("compressed RTF is the example of its specification", () => {
  // MS-OXRTFCP §4.1.1
  const bytes = Buffer.from(
    "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0",
    "hex",
  );
  expect(decompressRtf(bytes)?.toString("latin1")).toBe("{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n");
});

test("RTF gives back the HTML that it was made from", () => {
  const rtf = `{\\rtf1\\ansi\\ansicpg1252\\fromhtml1 {\\fonttbl{\\f0 Arial;}}{\\*\\htmltag18 <p>}\\htmlrtf {\\f0 \\htmlrtf0 Gr\\'fc\\'dfe{\\*\\htmltag84 &nbsp;}\\htmlrtf \\par}\\htmlrtf0 {\\*\\htmltag26 </p>}}`;
  expect(readRtf(Buffer.from(rtf, "latin1"))).toEqual({ isHtml: true, text: "<p>Grüße&nbsp;</p>" });
});
