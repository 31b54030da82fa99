import type { CustomerKey, AgentKey } from "./people.ts";
import type { DemoTicket } from "./story.ts";

const questions = {
  de: [
    ["Passwort läuft ab, obwohl es gerade geändert wurde", "Kennwortablauf war doppelt eingestellt; korrigiert."],
    ["Lieferschein druckt nur die erste Seite", "Druckertreiber aktualisiert."],
    ["Umsatzsteuer-Voranmeldung: Zeile 41 bleibt leer", "Steuerschlüssel des Kontos 4125 ergänzt."],
    ["Mobile App meldet sich nach jeder Schicht ab", "Sitzungsdauer auf 12 Stunden gestellt."],
    ["Bitte Mandant 7 für den Jahresabschluss sperren", "Mandant gesperrt."],
    ["Import hängt bei 87 %", "Leerzeile am Ende der Datei; der Import verträgt sie seit 7.4.1."],
    ["Neue Kollegin braucht Leserechte im Archiv", "Rechte vergeben."],
    ["Dashboard zeigt den Auftragseingang vom Vortag", "Nächtlicher Lauf war ausgefallen; nachgeholt."],
    ["Scanner in Halle 4 ohne Verbindung", "WLAN-Zertifikat erneuert."],
  ],
  en: [
    ["Can we rename a cost centre after bookings exist?", "Renamed in the master data; bookings keep their number."],
    ["Where do I find the delivery note archive?", "Menu path explained."],
    ["Wrong VAT on credit notes for Ireland", "Tax zone corrected."],
    ["Label printer picks the wrong tray", "Tray assignment corrected."],
    ["Two-day delay in the stock report", "Nightly run moved before the report."],
  ],
} as const;

const customersInTurn: readonly CustomerKey[] = ["cy", "eve", "olaf", "paolo", "cora", "raj", "nadine", "marta"];
const agentsInTurn: readonly AgentKey[] = ["ann", "ben", "lea", "mona"];

const inTurn = <T>(all: readonly T[], index: number): T => {
  const chosen = all[index % all.length];
  if (chosen === undefined) throw new RangeError("nothing to choose from");
  return chosen;
};

/** Tickets that were solved in the weeks before: what makes lists, filters and pages look like a desk in use. */
export const pastTickets: readonly DemoTicket[] = Array.from({ length: 48 }, (_, index) => {
  const by = inTurn(customersInTurn, index);
  const agent = inTurn(agentsInTurn, index * 3 + 1);
  const english = by === "eve" || by === "raj";
  const [subject, result] = english ? inTurn(questions.en, index) : inTurn(questions.de, index * 5);
  return {
    type: index % 3 === 0 ? "malfunction" : "service_request",
    by,
    channel: index % 2 === 0 ? "portal" : "mail",
    hoursAgo: 230 + index * 31,
    subject,
    text: english
      ? `Hello,\n\n${subject}?\n\nThanks for your help.`
      : `Guten Tag,\n\n${subject}. Können Sie bitte helfen?\n\nVielen Dank!`,
    ...(index % 3 === 0 && { priority: index % 2 === 0 ? ("medium" as const) : ("low" as const) }),
    steps: [
      { after: 15 + ((index * 37) % 240), by: agent, does: "take" },
      {
        after: 20 + ((index * 53) % 300),
        by: agent,
        does: "resolve",
        text: english ? `Hello,\n\n${result}\n\nKind regards` : `Guten Tag,\n\n${result}\n\nFreundliche Grüße`,
        result,
      },
      ...(index < 3 ? [] : [{ after: 900, by, does: "close" } as const]),
    ],
  };
});
