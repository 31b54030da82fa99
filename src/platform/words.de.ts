import { plural } from "./i18n/format.ts";
import type { en } from "./words.en.ts";

const listed = (names: readonly string[]): string => names.map((name) => `„${name}“`).join(", ");

export const de: typeof en = {
  required: "Bitte füllen Sie dieses Feld aus.",
  tooShort: (p) => `Bitte mindestens ${p.least} Zeichen.`,
  tooLong: (p) => `Bitte höchstens ${p.most} Zeichen.`,
  notAnAddress: "Bitte eine E-Mail-Adresse wie name@example.com eingeben.",
  notAChoice: "Bitte wählen Sie eine der Möglichkeiten.",
  choiceMissing: "Bitte wählen Sie mindestens eine der Möglichkeiten.",
  fileMissing: "Bitte hängen Sie eine Datei an.",
  notANumber: "Bitte eine Zahl eingeben.",
  unreadable: "Das lässt sich nicht lesen. Bitte prüfen Sie Ihre Eingabe.",
  notFound: "Vielleicht stimmt die Adresse nicht, oder Sie dürfen nicht sehen, was hier steht.",
  forbidden: "Das dürfen Sie nicht.",
  signInFirst: "Bitte melden Sie sich an, um fortzufahren.",
  otherOrigin:
    "Dieses Formular kam von einer anderen Website. Es wurde nichts geändert. Öffnen Sie die Seite hier und senden Sie es erneut.",
  tooLarge: (p) =>
    `Das ist zu groß: Auf einmal lassen sich höchstens ${p.most} Text und einige Dateien senden. Es wurde nichts gesendet. Gehen Sie zurück: Ihr Text steht noch im Formular; legen Sie den längsten Teil in eine Datei.`,
  fieldCut: (p) =>
    `Das ist länger als ${p.most}; nur der Anfang steht noch hier. Legen Sie den Text in eine Datei und hängen Sie sie an.`,
  filesRefused: (p) =>
    [
      p.each.length > 0 && `Zu groß, höchstens ${p.mostEach} je Datei: ${listed(p.each)}.`,
      p.together.length > 0 && `Zusammen zu groß, höchstens ${p.mostTogether}: ${listed(p.together)}.`,
      p.count.length > 0 && `Zu viele, höchstens ${p.mostFiles} auf einmal: ${listed(p.count)}.`,
      `${plural(p.each.length + p.together.length + p.count.length, { one: "Diese Datei ist", other: "Diese Dateien sind" })} nicht angehängt.`,
    ]
      .filter(Boolean)
      .join(" "),
  addressTooLong:
    "Die Adresse dieser Seite ist zu lang. Kürzen Sie, was hinter dem Fragezeichen steht, oder beginnen Sie auf der Startseite neu.",
  requestUnreadable: "Das ließ sich nicht lesen. Bitte laden Sie die Seite neu.",
  tooManyRequests: "Zu viele Versuche. Bitte warten Sie einige Minuten und versuchen Sie es dann erneut.",
  busy: "Tresen erreicht gerade seine Datenbank nicht. Es geht nichts verloren; versuchen Sie es in einigen Sekunden erneut.",
  broken: "Bei uns ist etwas schiefgegangen. Der Fehler ist vermerkt; was vorher gespeichert war, ist sicher.",
  changedMeanwhile:
    "Jemand hat das inzwischen geändert. Sehen Sie sich den neuen Stand an und senden Sie erneut. Ihr Text bleibt erhalten.",
  saidMeanwhile: (p) =>
    `Das hat inzwischen auch ${p.by || "jemand anders"} geändert: Jetzt steht dort „${p.now}“. Ihre Angabe steht hier; speichern Sie noch einmal, dann gilt sie.`,
  emptiedMeanwhile: (p) =>
    `Das hat inzwischen auch ${p.by || "jemand anders"} geändert: Jetzt steht dort nichts. Ihre Angabe steht hier; speichern Sie noch einmal, dann gilt sie.`,
  fieldChangedMeanwhile: (p) =>
    `Das hat inzwischen auch ${p.by || "jemand anders"} geändert. Ihre Angabe steht hier; speichern Sie noch einmal, dann gilt sie.`,
};
