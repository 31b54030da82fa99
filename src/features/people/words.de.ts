import { plural } from "../../platform/i18n/index.ts";
import type { en } from "./words.en.ts";

export const de: typeof en = {
  notSetUpTitle: "Dieser Tresen ist noch nicht eingerichtet",
  notSetUp:
    "Tresen läuft und wartet auf den ersten Administrator. Wer das Programm gestartet hat, findet in diesem Terminal einen Einrichtungs-Link; nur mit ihm lässt sich der Tresen einrichten. Danach ist diese Seite für alle da.",
  wrongSetUpLink:
    "Das ist nicht der Einrichtungs-Link dieses Tresens. Der richtige steht in dem Terminal, in dem Tresen gestartet wurde.",
  alreadySetUp:
    "Dieser Tresen ist schon eingerichtet, der Link hat seinen Dienst getan. Melden Sie sich stattdessen an.",
  sameAsDesk: "Das ist die Adresse des Tresens selbst. Geben Sie die an, unter der Sie persönlich Post bekommen.",

  wrongPassword:
    "E-Mail-Adresse und Passwort passen nicht zusammen. Prüfen Sie beides, oder lassen Sie sich einen Link schicken.",
  tooManySignIns: ({ minutes }) =>
    `Zu viele Versuche. ${minutes} Minuten lang wird hier kein Passwort mehr geprüft. Anmelden können Sie sich weiterhin mit einem Link, den wir Ihnen per E-Mail schicken.`,
  tooManyLinks: ({ minutes }) =>
    `Es wurden schon mehrere E-Mails angefordert. Sehen Sie nach, auch im Spam-Ordner; in ${minutes} Minuten geht es wieder.`,

  linkUnknown:
    "Dieser Link ist nicht vollständig. Öffnen Sie ihn direkt aus der E-Mail, oder kopieren Sie die ganze Adresse.",
  linkUsed: "Dieser Link wurde schon benutzt.",
  linkExpired: "Dieser Link ist abgelaufen.",
  signedInAsOther:
    "In diesem Browser ist inzwischen jemand anderes angemeldet. Sehen Sie nach, wer, und machen Sie weiter, wenn Sie das möchten.",
  noAccess: "Mit diesem Zugang kann man sich nicht anmelden. Fragen Sie die Leute am Tresen.",

  passwordTooShort: ({ least }) =>
    `Bitte mindestens ${least} ${plural(least, { one: "Zeichen", other: "Zeichen" })}. Ein paar Wörter hintereinander merken sich leicht.`,
  passwordTooLong: ({ most }) => `Bitte höchstens ${most} Zeichen.`,
  passwordIsAddress: "Ihre Adresse würde man als Erstes versuchen. Wählen Sie ein anderes Passwort.",
  passwordTooCommon:
    "Das ist eines der Passwörter, die als Erste versucht werden. Wählen Sie etwas, worauf nur Sie kommen.",
  wrongCurrentPassword: "Das ist nicht Ihr jetziges Passwort.",

  notATimeZone: "Wählen Sie eine Zeitzone aus der Liste, zum Beispiel Europe/Berlin.",
  roleAddress:
    "Diese Adresse gehört einer Abteilung und nicht einer Person; niemand könnte sagen, wer sich angemeldet hat. Nehmen Sie Ihre persönliche Adresse. E-Mails von dieser Adresse erreichen uns trotzdem.",
  addressTaken: "Diese Adresse gehört schon jemand anderem.",
  noAddress: "Ohne E-Mail-Adresse kann man sich nicht anmelden. Tragen Sie zuerst die Adresse ein.",

  lastAdministrator: "Das ist der letzte Administrator. Machen Sie zuerst jemand anderen zum Administrator.",
  notYourself: "Sich selbst können Sie nicht deaktivieren. Bitten Sie einen anderen Administrator.",
  isDeactivated: "Diese Person ist deaktiviert. Aktivieren Sie sie zuerst wieder.",
  agentsOnly: "In ein Team können nur Personen, die am Tresen arbeiten.",
  notADomain: ({ text }) => `„${text}“ ist keine Domain. Schreiben Sie sie wie example.org, eine je Zeile.`,
  publicDomain: ({ domain }) =>
    `Bei ${domain} kann jeder eine Adresse bekommen; die Domain kann nicht für eine einzelne Organisation stehen.`,
  domainTaken: ({ domain, organisation }) => `${domain} gehört schon zu ${organisation}.`,
  customerNumberTaken: "Diese Kundennummer hat schon eine andere Organisation.",
  packageNameTaken: "Ein Paket mit diesem Namen gibt es schon.",
  packageRetired: "Dieses Paket wird nicht mehr angeboten. Wählen Sie ein anderes.",
  noSeatLeft: ({ organisation, seats }) =>
    `${organisation} hat ${seats} ${plural(seats, { one: "Platz", other: "Plätze" })} im Kundenportal, und ${plural(seats, { one: "er ist vergeben", other: "alle sind vergeben" })}. Entfernen Sie jemanden, der keinen Zugang mehr braucht, oder fragen Sie nach mehr Plätzen. Per E-Mail kann jeder auch ohne Platz fragen.`,
  seatsUnlimited: "Ihre Organisation hat so viele Plätze, wie sie braucht. Laden Sie einfach ein.",
  cannotBeInvited: "Diese Adresse kann nicht eingeladen werden. Fragen Sie bitte die Leute am Tresen.",
  isMemberAlready: "Diese Person ist schon Mitglied.",
  invitationOver: "Diese Einladung gilt nicht mehr. Lassen Sie sich neu einladen.",
  tooLateToReadmit: "Das ist zu lange her. Laden Sie die Person neu ein.",
  notYourselfHere: "Sich selbst können Sie nicht entfernen. Fragen Sie die Leute am Tresen.",
  notAManager: "Verwalter entfernt nur der Tresen. Fragen Sie bitte dort.",
  noSuchCalendar: "Dieser Kalender wird nicht mehr angeboten. Wählen Sie einen anderen.",
  assigneeNotInTeam: "Wählen Sie jemanden, der Mitglied dieses Teams ist.",
  teamInUse: "Dieses Team wird noch genannt und lässt sich deshalb nicht löschen. Legen Sie es stattdessen still.",
  teamNameTaken: "Ein Team mit diesem Namen gibt es schon.",
  unknownPerson: "Unter dieser Adresse ist niemand bekannt. Legen Sie die Person zuerst an.",
};
