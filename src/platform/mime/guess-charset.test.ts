import iconv from "iconv-lite";
import { expect, test } from "vitest";
import { charsetOf, decoderOf } from "./charset-names.ts";
import { decodeText } from "./decode-text.ts";

/** What somebody writes of a printer that does not work; nothing says in which character set. */
test.each([
  ["windows-1252", "Der Drucker läuft nicht. Können Sie prüfen, ob die Größe „stimmt“? – 5 € danke"],
  ["windows-1252", "L’imprimante ne marche plus depuis midi, où est le problème ? Merci, Hélène à Nîmes"],
  ["windows-1252", "¿Podrían revisar la configuración mañana? Atentamente, José Núñez"],
  ["windows-1252", "Perché non è possibile? È già così da ieri, però di più non so. Niccolò"],
  ["windows-1252", "Printeren på kontoret virker ikke. Venlig hilsen, Søren Ærø"],
  ["windows-1252", "Os relatórios não estão disponíveis, nº 5 e nº 6. Há opções? Então avisem."],
  ["windows-1252", "Prentarinn virkar ekki. Það er ekki hægt að prenta út. Kær kveðja, Þór"],
  ["windows-1250", "Nie działa. Proszę o pomoc. Błąd. Dziękuję"],
  ["iso-8859-2", "Nie działa. Proszę o pomoc. Błąd. Dziękuję"],
  ["windows-1250", "Tiskárna v kanceláři nefunguje. Můžete prosím ověřit, zda je vše v pořádku? Děkuji"],
  ["iso-8859-2", "Tiskárna v kanceláři nefunguje. Můžete prosím ověřit, zda je vše v pořádku? Děkuji"],
  ["windows-1250", "Tlačiareň nefunguje, môžete ju skontrolovať? Ďakujem, Ľuboš Šťastný"],
  ["iso-8859-2", "A nyomtató nem működik. Kérem, nézzék meg, mi lehet a baj. Őry Gyűrű"],
  ["windows-1254", "Ofisteki yazıcı çalışmıyor. Lütfen kontrol eder misiniz? Teşekkürler, Şükrü Öğün"],
  ["windows-1251", "Не работает принтер"],
  ["koi8-r", "Не работает принтер"],
  ["windows-1253", "Καλημέρα, ο εκτυπωτής δεν λειτουργεί. Μπορείτε να ελέγξετε; Ευχαριστώ"],
  ["iso-8859-7", "Καλημέρα, ο εκτυπωτής δεν λειτουργεί. Μπορείτε να ελέγξετε; Ευχαριστώ"],
  ["windows-1255", "שלום, המדפסת לא עובדת. אנא בדקו מה קרה. תודה רבה"],
  ["windows-1256", "مرحبا، الطابعة لا تعمل. يرجى التحقق من المشكلة. شكرا"],
  ["windows-874", "สวัสดี เครื่องพิมพ์ไม่ทำงาน กรุณาตรวจสอบ"],
  ["gb18030", "您好，打印机坏了，请检查一下。谢谢！"],
  ["big5", "您好，印表機壞了，請檢查一下。謝謝！"],
  ["shift_jis", "プリンターが動きません。確認をお願いします。"],
  ["euc-kr", "안녕하세요, 프린터가 작동하지 않습니다. 확인 부탁드립니다."],
  ["macintosh", "Der Drucker im Büro läuft nicht. Können Sie die Größe prüfen?"],
  ["cp850", "Der Drucker im Büro läuft nicht. Können Sie die Größe prüfen?"],
])("guesses %s of %j", (charset, text) => {
  expect(decodeText(iconv.encode(text, charset))).toMatchObject({ text, trust: "guessed" });
});

test("every name that is believed can be read", () => {
  const numbers = Array.from({ length: 2_000 }, (_, at) => at);
  const names = numbers.flatMap((at) => [`cp${at}`, `windows-${at}`, `iso-8859-${at}`, `ibm${at}`, `x-cp${at}`]);
  const charsets = new Set(names.flatMap((name) => charsetOf(name) ?? []));
  expect(charsets.size).toBeGreaterThan(30);
  for (const charset of charsets) expect(decoderOf(charset)(Buffer.from("abc"))).toHaveLength(3);
});
