import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { decisionIn, type Answer } from "./mail-decision.ts";

const answer = (text: string, more: Partial<Answer> = {}) =>
  decisionIn({ text, name: "Cy Kunde", hasFiles: false, ...more });

const approved = { verdict: "approved", reason: "" };

describe("a clear yes", () => {
  it.each([
    "Yes",
    "yes.",
    "Approved!",
    "*Freigegeben*",
    "  JA  ",
    "Ja, einverstanden.",
    "Genehmigt",
    "I agree",
    "Hallo Tom,\n\nfreigegeben.\n\nViele Grüße\nCy Kunde\nAcme GmbH\nTel +49 30 123456",
    "Dear Ms Beck,\n\nApproved.\n\nKind regards,\nCy",
    "Ja.\n\nCy",
    "Einverstanden\n\nVielen Dank!",
    "Approved\n\nSent from my iPhone",
    "Ja\n\nVon meinem iPhone gesendet",
  ])("%j", (text) => {
    expect(answer(text)).toEqual(approved);
  });
});

describe("a clear no, with its reason", () => {
  it.each([
    ["No: not on Thursday.", "not on Thursday."],
    ["Abgelehnt: Der Termin passt nicht.", "Der Termin passt nicht."],
    ["Nein, weil der Termin nicht passt.", "weil der Termin nicht passt."],
    ["Nicht einverstanden – zu teuer", "zu teuer"],
    ["Declined - too late", "too late"],
    [
      "Nein.\n\nDer Termin passt nicht.\nBitte am Freitag.\n\nViele Grüße\nCy",
      "Der Termin passt nicht.\nBitte am Freitag.",
    ],
    ["Guten Tag Frau Beck,\n\nich lehne ab: zu teuer\n\nCy Kunde", "zu teuer"],
    ["Not approved because it is too late", "because it is too late"],
  ])("%j", (text, reason) => {
    expect(answer(text)).toEqual({ verdict: "declined", reason });
  });
});

describe("everything else decides nothing", () => {
  it.each([
    "",
    "Ja?",
    "Ja, aber erst am Freitag.",
    "Yes, but only on Friday",
    "Ja\n\nBitte erst am Freitag nach 18 Uhr.",
    "Freigegeben\n\nViele Grüße\nCy\n\nPS: Aber erst am Freitag",
    "Approved\n\nThanks, but only after the backup",
    "Approved\n\nThanks.\nPlease wait for Ann.",
    "Nein",
    "No\n\nKind regards\nCy",
    "No problem",
    "Nein, danke, keine Fragen. Freigegeben.",
    "Nein\n\nFreigegeben",
    "OK",
    "Ist das freigegeben?",
    "When will it be approved?",
    "Nicht nötig: ja",
    "Hallo nein,\nfreigegeben",
    "Hallo,\nGuten Tag,\nfreigegeben",
    "> Do you agree?\n\nYes",
    "Yes\n\n> It takes an hour.\n\nReally?",
    "I am out of office until Monday.",
    "Ich bin erst am Montag wieder da.\n\nJa",
    "Cy Kunde",
    "Ja\n\nMia Huber",
  ])("%j", (text) => {
    expect(answer(text)).toBeUndefined();
  });

  it("a yes to which files are attached", () => {
    expect(answer("Yes", { hasFiles: true })).toBeUndefined();
  });
});

test("whatever stands below a yes, it takes nothing that could be a condition", () => {
  const word = fc.constantFrom("aber", "erst", "nur", "wenn", "but", "only", "if", "not", "nicht", "außer", "except");
  fc.assert(
    fc.property(
      word,
      fc.lorem({ maxCount: 6 }),
      fc.constantFrom("Danke,", "Kind regards", "Cy", ""),
      (hedge, text, end) => {
        expect(answer(`Yes\n\n${end}\n${text} ${hedge} ${text}`)).toBeUndefined();
      },
    ),
  );
});

test("never fails, in bounded time", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
      answer(text);
    }),
  );
  expect(answer(`Yes${" ".repeat(100)}, but only on Friday`)).toBeUndefined();
  expect(answer(`Hallo${" a".repeat(50_000)}`)).toBeUndefined();
  expect(answer(`No: ${"x".repeat(6_000)}`)).toBeUndefined();
});
