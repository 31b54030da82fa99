import type { en } from "./words.en.ts";

export const de: typeof en = {
  title: "Änderungsprotokoll",
  about:
    "Jede Änderung einer Einstellung: wer sie wann gemacht hat, was vorher galt und was jetzt gilt. Hier verschwindet nie etwas.",
  navigationAbout: "Wer welche Einstellung geändert hat, und was vorher galt.",
  heading: "Tresen",
  area: "Bereich",
  anyArea: "Alle Bereiche",
  person: "Person",
  anybody: "Alle",
  program: "Das Programm selbst",
  when: "Wann",
  who: "Wer",
  what: "Was",
  one: "Nur davon eines",
  nothing: "nichts",
  yes: "ja",
  no: "nein",
  changedTo: (p) => `${p.from} → ${p.to}`,
  none: "Noch ist nichts geändert worden",
  noneAbout: "Sobald jemand eine Einstellung ändert, steht es hier.",
  noMatch: "Keine Änderung passt",
  noMatchAbout: "Wählen Sie einen anderen Bereich oder eine andere Person.",
  showAll: "Alle zeigen",
};
