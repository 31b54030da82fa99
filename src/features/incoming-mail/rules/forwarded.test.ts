import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { forwardsIn } from "./forwarded.ts";

const from = { name: "Cy Kunde", address: "cy@acme.example" };
const body = "Guten Tag,\n\nder Export bricht ab.\n\nViele Grüße\nCy";

const forms: [string, string, string][] = [
  [
    "Gmail",
    "Fwd: Export",
    `---------- Forwarded message ---------\nFrom: Cy Kunde <cy@acme.example>\nDate: Tue, Nov 3, 2026 at 2:05 PM\nSubject: Export\nTo: Ann <ann@desk.example>\n\n\n${body}`,
  ],
  [
    "Gmail in German",
    "Fwd: Export",
    `---------- Forwarded message ---------\nVon: Cy Kunde <cy@acme.example>\nDate: Di., 3. Nov. 2026 um 14:05 Uhr\nSubject: Export\nTo: Ann <ann@desk.example>\n\n\n${body}`,
  ],
  [
    "Gmail's marked names",
    "Fwd: Export",
    `---------- Forwarded message ---------\nVon: *Cy Kunde* <cy@acme.example>\nDate: Di., 3. Nov. 2026\nSubject: Export\nTo: <ann@desk.example>\nCc: Tom <tom@desk.example>\n\n${body}`,
  ],
  [
    "Outlook",
    "FW: Export",
    `From: Cy Kunde <cy@acme.example> \nSent: Tuesday, 3 November 2026 14:05\nTo: Ann <ann@desk.example>\nSubject: Export\n\n${body}`,
  ],
  [
    "Outlook in German",
    "WG: Export",
    `________________________________\nVon: Cy Kunde <cy@acme.example>\nGesendet: Dienstag, 3. November 2026 14:05\nAn: Ann <ann@desk.example>\nCc: Tom <tom@desk.example>\nBetreff: Export\nWichtigkeit: Hoch\n\n${body}`,
  ],
  [
    "old Outlook",
    "WG: Export",
    `-----Ursprüngliche Nachricht-----\nVon: Cy Kunde [mailto:cy@acme.example] \nGesendet: Dienstag, 3. November 2026 14:05\nAn: Ann\nBetreff: Export\n\n${body}`,
  ],
  [
    "Outlook's links",
    "FW: Export",
    `From: Cy Kunde <cy@acme.example<mailto:cy@acme.example>>\nDate: Tuesday, 3 November 2026 at 14:05\nTo: Ann <ann@desk.example<mailto:ann@desk.example>>\nSubject: Export\n\n${body}`,
  ],
  [
    "Outlook made from HTML",
    "AW: WG: Export".slice(4),
    `*Von:* Cy Kunde <cy@acme.example>\n*Gesendet:* Dienstag, 3. November 2026 14:05\n*An:* Ann <ann@desk.example>\n*Betreff:* Export\n\n${body}`,
  ],
  [
    "Apple Mail",
    "Fwd: Export",
    `Begin forwarded message:\n\n> From: Cy Kunde <cy@acme.example>\n> Subject: Export\n> Date: 3 November 2026 at 14:05:00 CET\n> To: Ann <ann@desk.example>\n> \n${body.replace(/^/gm, "> ")}`,
  ],
  [
    "Apple Mail in German",
    "Fwd: Export",
    `Anfang der weitergeleiteten Nachricht:\n\nVon: Cy Kunde <cy@acme.example>\nBetreff: Export\nDatum: 3. November 2026 um 14:05:00 MEZ\nAn: Ann <ann@desk.example>\nAntwort an: cy@acme.example\n\n${body}`,
  ],
  [
    "Apple Mail made from HTML",
    "Fwd: Export",
    `Anfang der weitergeleiteten Nachricht:\n\nVon: "Cy Kunde" <cy@acme.example>\n\nBetreff: Export\n\nDatum: 3. November 2026 um 14:05:00 MEZ\n\nAn: ann@desk.example\n\n${body}`,
  ],
  [
    "Thunderbird",
    "Fwd: Export",
    `-------- Forwarded Message --------\nSubject: \tExport\nDate: \tTue, 3 Nov 2026 14:05:00 +0100\nFrom: \tCy Kunde <cy@acme.example>\nTo: \tAnn <ann@desk.example>\n\n\n\n${body}`,
  ],
  [
    "Thunderbird in German",
    "WG: Export",
    `-------- Weitergeleitete Nachricht --------\nBetreff: \tExport\nDatum: \tTue, 3 Nov 2026 14:05:00 +0100\nVon: \tCy Kunde <cy@acme.example>\nAn: \tAnn <ann@desk.example>\n\n\n\n${body}`,
  ],
  [
    "a name that goes on in the next line",
    "Fwd: Export",
    `---------- Forwarded message ---------\nFrom: Cy Kunde\n <cy@acme.example>\nDate: Tue, Nov 3, 2026\nSubject: Export\nTo: Ann\n <ann@desk.example>\n\n${body}`,
  ],
];

describe.each(forms)("%s", (_program, subject, text) => {
  it("says whose words it forwards", () => {
    expect(forwardsIn({ subject, text })).toMatchObject([{ from, subject: "Export", text: body, above: "" }]);
  });

  it("lets the forwarder write above", () => {
    const note = "Bitte kümmert euch darum.\n\nEr ist ein wichtiger Kunde.";
    const [forward] = forwardsIn({ subject, text: `${note}\n\n${text}` });
    expect(forward).toMatchObject({ from, text: body, above: note });
    expect(forward?.headers).toContain("cy@acme.example");
  });
});

test("what was forwarded twice is found below, with each one's words", () => {
  const inner = forms[3]![2];
  const text = `Kennt das jemand?\n\n---------- Forwarded message ---------\nVon: Tom <tom@desk.example>\nDate: Di., 3. Nov. 2026\nSubject: FW: Export\nTo: Ann <ann@desk.example>\n\nFür euch.\n\n${inner}`;
  expect(forwardsIn({ subject: "Fwd: FW: Export", text })).toMatchObject([
    { from: { name: "Tom", address: "tom@desk.example" }, above: "Kennt das jemand?" },
    { from, above: "Für euch.", text: body },
  ]);
});

test.each([
  ["an answer with Outlook's headers", "AW: Export", forms[4]![2]],
  ["a forward that names no address", "WG: Export", forms[4]![2].replaceAll(/<[^>]*>/g, "")],
  ["headers that are not there", "Fwd: Export", "Please look at this."],
  ["words about forwarding", "Fwd: Export", "From: now on we use\nanother printer."],
  ["a mark without headers", "Fwd: Export", `---------- Forwarded message ---------\n\n${body}`],
  ["nothing", "", ""],
])("%s forwards nothing that could be known", (_what, subject, text) => {
  expect(forwardsIn({ subject, text })).toEqual([]);
});

test("never fails, in bounded time", () => {
  const line = fc.constantFrom(
    "From: a@b.example",
    "Sent: x",
    ">",
    "",
    "----",
    "Fwd",
    "Begin forwarded message:",
    "x: y",
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 60 }), (lines) => {
      expect(forwardsIn({ subject: "Fwd: x", text: lines.join("\n") }).length).toBeLessThanOrEqual(3);
    }),
  );
  for (const each of ["From: ", "> ", "From: a@b.example\n", "From: x\n\n", `${"a".repeat(500)}@`, "\n"]) {
    const begin = process.cpuUsage().user;
    forwardsIn({ subject: "Fwd: x", text: each.repeat(400_000 / each.length) });
    expect((process.cpuUsage().user - begin) / 1_000).toBeLessThan(1_500);
  }
});
