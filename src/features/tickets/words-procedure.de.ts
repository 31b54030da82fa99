import { plural } from "../../platform/i18n/index.ts";
import type { en } from "./words-procedure.en.ts";

export const de: typeof en = {
  procedure: {
    title: "Vorgehen",
    stage: (p) => `Phase ${p.position} von ${p.count}`,
    next: (p) => `Weiter zu „${p.stage}“`,
    choose: "Andere Phase",
    open: (p) => `${p.count} ${plural(p.count, { one: "Schritt", other: "Schritte" })} noch offen`,
    tick: (p) => `„${p.step}“ abhaken`,
    untick: (p) => `Häkchen bei „${p.step}“ entfernen`,
    doneBy: (p) => `erledigt von ${p.name}`,
  },
  solution: {
    title: "Dokumentierte Lösung",
    lead: "Für alle, die wieder davorstehen: Ursache und was zu tun ist. Kunden sehen das nicht.",
    needed: "Bei dieser Art wird das vor dem Schließen verlangt.",
    write: "Lösung festhalten",
    edit: "Bearbeiten",
    save: "Lösung speichern",
    fromResult: "Beginnt mit dem Ergebnis, das der Kunde liest.",
  },
  confirmation: {
    missing: "Der Kunde hat die Lösung noch nicht bestätigt.",
    given: "Vom Kunden bestätigt",
    title: "Funktioniert die Lösung?",
    lead: "Bitte probieren Sie es aus. Mit Ihrer Bestätigung können wir die Anfrage abschließen.",
    yes: "Ja, es funktioniert",
    no: "Nein, etwas stimmt noch nicht",
  },
  closes: (p) => `Schließt sich am ${p.date} von selbst, wenn der Kunde nicht antwortet.`,
  access: {
    title: "Zugang zu Umgebungen",
    none: "Es ist kein Zugang vermerkt.",
    lead: "Vermerken Sie hier, wo Sie uns hineingelassen haben, damit niemand vergisst, es zurückzunehmen.",
    leadDesk: "Wo der Kunde uns hineingelassen hat. Ist das Ticket gelöst, wird er gebeten, den Zugang zu entziehen.",
    environment: "Umgebung",
    environmentHelp: "Name oder Adresse, gern auch bis wann.",
    note: "Zugang vermerken",
    grant: "Ich habe Zugang gewährt",
    end: (p) => `Zugang zu ${p.environment} ist beendet`,
    since: "seit",
    ended: "beendet",
    stillOpen: (p) =>
      `${p.count} ${plural(p.count, { one: "Zugang ist", other: "Zugänge sind" })} noch offen, obwohl das hier gelöst ist.`,
  },
  phrases: {
    confirmed: "Danke. Die Lösung ist bestätigt.",
    accessGranted: "Vermerkt. Wir erinnern Sie daran, den Zugang zurückzunehmen, sobald die Anfrage gelöst ist.",
    accessEnded: "Vermerkt, dass der Zugang beendet ist.",
    documented: "Die Lösung ist festgehalten.",
  },
};
