import type { en } from "./words.en.ts";

const presets: (typeof en)["presets"] = {
  care_packages: {
    name: "Service-Desk mit Service-Paketen",
    about: "Organisationen buchen ein Paket mit Plätzen; sie melden Fehlverhalten und stellen Serviceanfragen.",
    sets: [
      "Wer nicht antwortet, wird erinnert, dann schließt sich die Anfrage von selbst",
      "Entwicklungsstatus, von denen zwei per E-Mail mitgeteilt werden",
      "Antworten und Lösungen werden je Paket zugesagt",
      "Einladungen enden, wo die Plätze des Pakets enden",
    ],
  },
  levels: {
    name: "Support in drei Ebenen",
    about:
      "Der 1st Level gibt an den 2nd Level weiter; der technische Support bearbeitet ein Ticket, auf das viele Anfragen warten.",
    sets: [
      "Drei Teams, eines je Ebene",
      "Anfragen warten angehalten auf ein technisches Ticket und werden mit ihm gelöst",
      "Kunden sehen Nummer, Stand und geplante Version des Auftrags",
    ],
  },
  service_calls: {
    name: "Servicecalls zu Produkten",
    about: "Calls aus Portal, E-Mail und Telefon in einer Liste, jeder mit Produkt, Version und Modul.",
    sets: [
      "Das Formular fragt nach Produkt, Version und Modul",
      "Jeder Call endet mit einem Ergebnis",
      "Programmieraufträge mit geplanter Version; Änderungen werden per E-Mail mitgeteilt",
    ],
  },
  field_service: {
    name: "Serviceeinsätze",
    about: "Arbeit an der Maschine, der Technik angeboten: Wer annimmt, macht es.",
    sets: [
      "Anfragen beginnen als Entwurf, von dem niemand erfährt",
      "Mitglieder schreiben nur, wo sie angenommen haben oder zugewiesen sind",
      "Fertig, dann bewertet, dann geschlossen; nur der Service öffnet wieder",
    ],
  },
  partners: {
    name: "2nd Level für Partner",
    about: "Partner mit eigenem 1st Level geben Fälle weiter, mit den Angaben, die Sie verlangen.",
    sets: [
      "Pflichtangaben: Kundennummer, Domain, Ansprechpartner, Fehlerbild",
      "Lösungen warten auf die Freigabe des Partners",
      "Schließen verlangt Bestätigung und Feedback des Partners und eine festgehaltene Lösung",
      "Ein Vorgehen in acht Phasen mit Checklisten",
    ],
  },
};

export const de: typeof en = {
  title: "Arbeitsweisen",
  heading: "Tresen",
  about:
    "Wählen Sie, wie Ihr Support arbeitet; mehreres zugleich ist möglich. Tresen richtet dafür Arten, Formulare, Teams und Zusagen ein. Alles lässt sich danach ändern, und nichts, was schon eingerichtet ist, geht verloren oder ändert sich, ohne dass Sie es sagen.",
  effect: "Richtet den Tresen nach einer oder mehreren Vorlagen so ein, wie Sie arbeiten.",
  choose: "Wie arbeiten Sie?",
  presets,
  types: "Arten",
  teams: "Teams",
  sets: "Richtet ein",
  chosen: (p) => `Eingerichtet am ${p.date}`,
  retireOthers: "Die anderen mitgelieferten Arten nicht anbieten",
  retireOthersHelp:
    "Sie werden stillgelegt, nicht gelöscht: Ihre Tickets gehen weiter, und Sie können sie zurückholen.",
  leftTitle: "Diese Einstellungen bleiben, wie sie sind",
  leftAbout:
    "Jemand hat sie geändert, oder eine Arbeitsweise hat sie gesetzt, und die gewählten wollen sie anders. Alles andere wird eingerichtet.",
  left: (p) => `${p.type}, ${p.setting}: bleibt „${p.is}“; „${p.preset}“ würde „${p.wanted}“ daraus machen.`,
  overwrite: "Auch diese Einstellungen ändern",
  overwriteHelp: "Wo zwei der gewählten Arbeitsweisen Verschiedenes wollen, gilt die weiter unten stehende.",
  yes: "ja",
  no: "nein",
  apply: "Tresen einrichten",
  later: "Jetzt nicht",
  next: {
    title: "Sagen Sie, wie Ihr Support arbeitet",
    about: "Vorlagen richten Arten, Formulare, Teams und Zusagen ein; alles lässt sich danach ändern.",
  },
  phrases: {
    chooseOne: "Wählen Sie mindestens eine Arbeitsweise.",
    applied: "Der Tresen ist eingerichtet. Sehen Sie die Arten durch und besetzen Sie die Teams.",
  },
  settings: { presets: "Arbeitsweisen", retired: "Nicht mehr angebotene Arten" },
  events: { "presets.chosen": "Nach Arbeitsweisen eingerichtet" },
};
