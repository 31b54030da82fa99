import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { charsetOf } from "./charset-names.ts";
import { decodeText } from "./decode-text.ts";

const german = "Schöne Grüße, bitte prüfen Sie die Zähler für 5 € – danke!";
const samples: [string, string][] = [
  ["utf-8", `${german} 漢字 🎉`],
  ["windows-1252", german],
  ["iso-8859-1", "Schöne Grüße aus Österreich"],
  ["iso-8859-2", "Zażółć gęślą jaźń"],
  ["iso-8859-5", "Привет из Москвы"],
  ["iso-8859-7", "Καλημέρα από την Αθήνα"],
  ["iso-8859-9", "İstanbul'dan selamlar, teşekkürler"],
  ["iso-8859-15", "5 € für Œuvres"],
  ["windows-1250", "Příliš žluťoučký kůň"],
  ["windows-1251", "Привет из Москвы"],
  ["windows-1257", "Ačiū už laišką"],
  ["koi8-r", "Привет из Москвы"],
  ["koi8-u", "Привіт із Києва, ґанок"],
  ["gb2312", "你好，这是一个测试"],
  ["gbk", "你好，這是一個測試"],
  ["gb18030", "你好，这是一个测试"],
  ["big5", "你好，這是一個測試"],
  ["shift_jis", "こんにちは、テストです"],
  ["euc-jp", "こんにちは、テストです"],
  ["euc-kr", "안녕하세요, 시험입니다"],
  ["cp949", "똠방각하, 펲시콜라입니다"],
  ["macintosh", "Schöne Grüße"],
  ["cp437", "Schöne Grüße"],
  ["cp850", "Schöne Grüße"],
  ["utf-16le", "Grüße 漢字"],
  ["utf-16be", "Grüße 漢字"],
];

test.each(samples)("reads %s", (charset, text) => {
  expect(decodeText(iconv.encode(text, charset), { said: charset })).toMatchObject({ text, trust: "said" });
});

test.each([
  ["utf-7", "Sch+APY-ne Gr+APwA3w-e", "Schöne Grüße"],
  ["iso-2022-jp", "\x1b$B$3$s$K$A$O\x1b(B!", "こんにちは!"],
  ["iso-2022-jp", "\x1b$B$3$s\x1b(B\x1b$B$K$A$O\x1b(B", "こんにちは"],
  ["iso-2022-kr", "\x1b$)C\x0e>H3gGO<<?d\x0f!", "안녕하세요!"],
  ["hz-gb-2312", "~{<:Ky2;SC~}, ~~", "己所不用, ~"],
])("reads %s, which has seven bits", (charset, raw, text) => {
  expect(decodeText(Buffer.from(raw, "latin1"), { said: charset }).text).toBe(text);
});

test.each([
  ["utf8", "utf-8"],
  ['"UTF-8"', "utf-8"],
  ["utf-8;", "utf-8"],
  ["latin1", "windows-1252"],
  ["latin-1", "windows-1252"],
  ["iso8859-1", "windows-1252"],
  ["cp1252", "windows-1252"],
  ["cp1251", "windows-1251"],
  ["x-sjis", "shift_jis"],
  ["cp932", "shift_jis"],
  ["ks_c_5601-1987", "euc-kr"],
  ["cp949", "euc-kr"],
  ["x-gbk", "gbk"],
  ["cp936", "gb18030"],
  ["ansi_x3.4-1968", "windows-1252"],
  ["x-mac-roman", "macintosh"],
  ["_iso-2022-jp$ESC", "iso-2022-jp"],
])("knows what is called %s", (name, charset) => {
  expect(charsetOf(name)).toBe(charset);
});

describe("bytes that are something else than is said", () => {
  test.each([
    ["UTF-8 called Latin-1", Buffer.from(german), "iso-8859-1", german],
    ["UTF-8 called ASCII", Buffer.from(german), "us-ascii", german],
    ["UTF-8 called Cyrillic", Buffer.from("Привет из Москвы"), "koi8-r", "Привет из Москвы"],
    ["Latin-1 called UTF-8", Buffer.from("Schöne Grüße", "latin1"), "utf-8", "Schöne Grüße"],
    ["Windows letters called Latin-1", iconv.encode(german, "windows-1252"), "iso-8859-1", german],
    ["Latin-1 called ASCII", Buffer.from("Schöne Grüße", "latin1"), "us-ascii", "Schöne Grüße"],
    ["UTF-8 called something unknown", Buffer.from(german), "x-unknown", german],
    ["Latin-1 called something unknown", Buffer.from("Grüße", "latin1"), "fakescii", "Grüße"],
    ["ASCII called UTF-16", Buffer.from("plain words"), "utf-16", "plain words"],
    ["a mark of UTF-8", Buffer.from(`\ufeff${german}`), "iso-8859-1", german],
    [
      "a mark of UTF-16",
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("Grüße", "utf16le")]),
      undefined,
      "Grüße",
    ],
    ["Japanese escapes called ASCII", Buffer.from("\x1b$B$3$s\x1b(B", "latin1"), "us-ascii", "こん"],
    ["Windows signs that went through Latin-1", Buffer.from("5 \x80 \x93x\x94", "utf8"), "utf-8", "5 € “x”"],
  ])("%s", (_name, bytes, said, text) => {
    expect(decodeText(bytes, { said }).text).toBe(text);
  });

  test("a cut letter at the end stays the only loss", () => {
    const bytes = Buffer.from(`${german} ü`);
    expect(decodeText(bytes.subarray(0, -1), { said: "utf-8" }).text).toBe(`${german} \ufffd`);
  });
});

describe("bytes of which nothing is said", () => {
  test.each([
    ["windows-1252", "Viele Grüße aus München, schöne Tage noch und auf Wiederhören! Die Prüfung läuft."],
    ["windows-1251", "Здравствуйте! Пожалуйста, проверьте наш заказ, он ещё не пришёл. Большое спасибо."],
    ["koi8-r", "Здравствуйте! Пожалуйста, проверьте наш заказ, он ещё не пришёл. Большое спасибо."],
    ["gb18030", "您好，请检查我们的订单，它还没有到。非常感谢您的帮助，祝您工作顺利。"],
    ["big5", "您好，請檢查我們的訂單，它還沒有到。非常感謝您的幫助，祝您工作順利。"],
    ["shift_jis", "こんにちは。注文がまだ届いていません。確認をお願いします。ありがとうございます。"],
    ["euc-jp", "こんにちは。注文がまだ届いていません。確認をお願いします。ありがとうございます。"],
    ["euc-kr", "안녕하세요. 주문이 아직 도착하지 않았습니다. 확인 부탁드립니다. 감사합니다."],
    ["utf-8", "Grüße, 你好, Привет"],
  ])("%s is found", (charset, text) => {
    expect(decodeText(iconv.encode(text, charset)).text).toBe(text);
  });

  test("what is likely is believed", () => {
    expect(decodeText(iconv.encode("Привет", "koi8-r"), { otherwise: "koi8-r" })).toMatchObject({
      text: "Привет",
      trust: "guessed",
    });
  });
});
