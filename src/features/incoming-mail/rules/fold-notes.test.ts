import { describe, expect, test } from "vitest";
import { fold } from "./fold.ts";
import { showsOldWords } from "./repeats.ts";

const cut = (text: string, subject = "Re: Export") => fold({ text, subject });
const own = "Es geht wieder.\nVielen Dank!";

const columns = [
  '             "Ann Meyer"',
  "             <ann@muster.e",
  "             xample>                                                    To",
  "                                       cy@kunde.example",
  "             03.11.2026                                                 cc",
  "             14:05",
  "                                                                   Subject",
  "                                       Re: Export",
].join("\n");

describe("Notes", () => {
  test.each([
    [
      "in German",
      "Ann Meyer <ann@muster.example>\n03.11.2026 14:05\n\nAn\nCy Kunde <cy@kunde.example>\nKopie\n\nThema\nRe: Export bricht ab",
    ],
    [
      "within a company",
      "Ann Meyer/Muster/DE\n03.11.2026 14:05\nBitte antworten an\nann@muster.example\n\nAn\nCy Kunde/Kunde@KUNDE\nKopie\n\nThema\nExport",
    ],
    [
      "in English",
      "Ann Meyer <ann@muster.example>\n11/03/2026 02:05 PM\n\nTo\ncy@kunde.example\ncc\n\nSubject\nRe: Export",
    ],
    ["in French", "Ann Meyer <ann@muster.example>\n03/11/2026 14:05\n\nA\ncy@kunde.example\ncc\n\nObjet\nRe: Export"],
    ["in columns", columns],
    ["with the beginning of the words", "Ann Meyer ---03.11.2026 14:05:12---Guten Tag,\n\nVon: Ann Meyer\nAn: Cy"],
    ["with what a picture is called", "Inactive hide details for Ann Meyer ---11/03/2026 02:05:12 PM---Hello"],
  ])("%s", (_kind, head) => {
    const old = `${head}\n\n\nWelche Version haben Sie?`;
    expect(cut(`${own}\n\n${old}`)).toEqual({ text: own, quoted: old, signature: "" });
    expect(showsOldWords(`${own}\n\n${old}`)).toBe(true);
  });

  test.each([
    ["an appointment", "Unser Termin:\n\nCy Kunde\n03.11.2026 14:05\n\nOrt\nHamburg\n\nThema\nExport"],
    ["a list", "Ann Meyer\n03.11.2026 14:05\nHamburg\nCy Kunde\n04.11.2026 15:00\nBerlin\nTo\ndo"],
    [
      "a form in columns",
      "So sieht es aus:\n\n          Name          To\n          Export        Subject\n          Import",
    ],
    ["a signature with a date", "Danke!\n\nCy Kunde\n03.11.2026\n\nAn\nden Vorgang bitte anhängen."],
  ])("shows %s", (_what, text) => {
    expect(cut(text).text).toContain(text.trim().split("\n").at(-1)!.trim());
    expect(cut(text).quoted).toBe("");
  });
});

describe("lines marked by initials", () => {
  const old = "AM> Welche Version haben Sie?\nAM>\nAM>> Seit wann?";

  test.each([
    "Tuesday, November 3, 2026, 2:05:12 PM, you wrote:",
    "Am Dienstag, 3. November 2026 um 14:05 schrieben Sie:",
    "Ann Meyer schrieb:",
    "03.11.2026 14:05, Ann Meyer писал(а):",
    "Вы писали 3 ноября 2026 г., 14:05:12:",
  ])("are old words below %j", (introduction) => {
    expect(cut(`${own}\n\n${introduction}\n\n${old}`)).toEqual({
      text: own,
      quoted: `${introduction}\n\n${old}`,
      signature: "",
    });
    expect(showsOldWords(`${own}\n\n${introduction}\n\n${old}`)).toBe(true);
  });

  test("with answers between them are shown with what they answer", () => {
    const text = `Hello Ann,\n\nTuesday, November 3, 2026, 2:05:12 PM, you wrote:\n\nAM> Which version?\n\n4.2\n\nAM> Since when?\n\nYesterday.`;
    expect(cut(text)).toEqual({ text, quoted: "", signature: "" });
  });

  test("above the answer are folded away from it", () => {
    const quoted = `Tuesday, November 3, 2026, 2:05:12 PM, you wrote:\n\nAM> Which version?`;
    expect(cut(`${quoted}\n\n4.2, since yesterday.`)).toMatchObject({ text: "4.2, since yesterday.", quoted });
  });

  test.each([
    ["a database's prompt", "Am 3.11.2026 um 14:05 schrieb die Datenbank:\n\nSQL> select 1;\nSQL> commit;\n\nWas tun?"],
    ["anything without an introduction", "AM> is what it shows\nAM> and nothing else.\n\nWhy?"],
    ["what somebody else is named for", "Ein Kollege schrieb:\n\nAM> steht da\nAM> und da\n\nWarum?"],
  ])("are shown: %s", (_what, text) => {
    expect(cut(text)).toEqual({ text, quoted: "", signature: "" });
  });
});
