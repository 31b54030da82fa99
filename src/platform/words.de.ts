import type { en } from "./words.en.ts";

export const de: typeof en = {
  required: "Bitte füllen Sie dieses Feld aus.",
  tooShort: (p) => `Bitte mindestens ${p.least} Zeichen.`,
  tooLong: (p) => `Bitte höchstens ${p.most} Zeichen.`,
  notAnAddress: "Bitte eine E-Mail-Adresse wie name@example.com eingeben.",
  notAChoice: "Bitte wählen Sie eine der Möglichkeiten.",
  notANumber: "Bitte eine Zahl eingeben.",
  unreadable: "Das lässt sich nicht lesen. Bitte prüfen Sie Ihre Eingabe.",
  notFound: "Hier ist nichts, oder Sie dürfen es nicht sehen.",
  forbidden: "Das dürfen Sie nicht.",
  signInFirst: "Bitte melden Sie sich an, um fortzufahren.",
  otherOrigin:
    "Dieses Formular kam von einer anderen Website. Es wurde nichts geändert. Öffnen Sie die Seite hier und senden Sie es erneut.",
  tooLarge: (p) =>
    `Das ist zu groß: Höchstens ${p.most} können auf einmal gesendet werden. Es wurde nichts gespeichert; gehen Sie zurück, Ihr Text steht noch im Formular.`,
  fileTooLarge: (p) => `„${p.name}“ ist zu groß. Eine Datei darf höchstens ${p.most} haben.`,
  tooManyRequests: "Zu viele Versuche. Bitte warten Sie einige Minuten und versuchen Sie es dann erneut.",
  busy: "Tresen erreicht gerade seine Datenbank nicht. Es geht nichts verloren; versuchen Sie es in einigen Sekunden erneut.",
  broken: "Bei uns ist etwas schiefgegangen. Der Fehler ist vermerkt; was vorher gespeichert war, ist sicher.",
  changedMeanwhile:
    "Jemand hat das inzwischen geändert. Sehen Sie sich den neuen Stand an und senden Sie erneut. Ihr Text bleibt erhalten.",
};
