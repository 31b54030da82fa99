import { plural } from "../../platform/i18n/index.ts";
import type { en } from "./words.mails.en.ts";

export const de: typeof en = {
  because: {
    invited: ({ desk }) => `Sie bekommen diese E-Mail, weil Ihnen jemand bei ${desk} einen Zugang gegeben hat.`,
    invitedToDesk: ({ desk }) =>
      `Sie bekommen diese E-Mail, weil ein Administrator von ${desk} Sie dort als Servicemitarbeiter angelegt hat.`,
    registered: ({ desk }) =>
      `Sie bekommen diese E-Mail, weil sich jemand mit dieser Adresse bei ${desk} registriert hat. Wenn Sie das nicht waren, tun Sie nichts; dann geschieht auch nichts.`,
    forgotten: ({ desk }) =>
      `Sie bekommen diese E-Mail, weil jemand mit dieser Adresse bei ${desk} ein neues Passwort angefordert hat. Wenn Sie das nicht waren, tun Sie nichts; Ihr Passwort bleibt, wie es ist.`,
    renewed: ({ desk }) => `Sie bekommen diese E-Mail, weil bei ${desk} ein neuer Link angefordert wurde.`,
    signIn: ({ desk }) =>
      `Sie bekommen diese E-Mail, weil sich jemand mit dieser Adresse bei ${desk} anmelden möchte. Wenn Sie das nicht waren, tun Sie nichts; ohne diese E-Mail kommt niemand hinein.`,
    invitation: ({ organisation, desk }) =>
      `Sie bekommen diese E-Mail, weil ein Verwalter von ${organisation} bei ${desk} diese Adresse angegeben hat. Wenn Sie nicht wissen, warum, tun Sie nichts.`,
    changed: ({ desk }) => `Sie bekommen diese E-Mail, weil Sie bei ${desk} einen Zugang haben.`,
    blocked: ({ desk }) => `Sie bekommen diese E-Mail, weil Sie bei ${desk} einen Zugang haben.`,
  },
  setPassword: {
    subject: ({ desk }) => `Ihr Zugang zu ${desk}`,
    subjectToDesk: ({ desk }) => `Ihr Arbeitsplatz bei ${desk}`,
    heading: "Wählen Sie Ihr Passwort",
    invited: ({ desk }) =>
      `Bei ${desk} können Sie Ihre Anfragen im Browser ansehen und beantworten. Wählen Sie zu Beginn ein Passwort.`,
    invitedToDesk: ({ desk }) =>
      `Sie arbeiten jetzt am Tresen von ${desk}: Dort sehen Sie, was Kunden fragen, antworten ihnen und arbeiten mit Ihren Kollegen daran. Wählen Sie zu Beginn ein Passwort.`,
    registered: ({ desk }) => `Ein Schritt fehlt noch: Wählen Sie ein Passwort für ${desk}.`,
    forgotten: "Hier können Sie ein neues Passwort wählen.",
    renewed: "Hier ist der neue Link.",
    button: "Passwort wählen",
    until: ({ until }) =>
      `Der Link gilt einmal, bis ${until}. Ist es dafür zu spät, öffnen Sie ihn trotzdem: Sie können sich einen neuen schicken lassen.`,
  },
  alreadyRegistered: {
    subject: ({ desk }) => `Sie haben schon einen Zugang zu ${desk}`,
    heading: "Sie haben schon einen Zugang",
    text: ({ desk }) =>
      `Unter dieser Adresse gibt es bei ${desk} schon einen Zugang. Melden Sie sich mit Ihrem Passwort an oder lassen Sie sich auf der Anmeldeseite einen Link schicken.`,
    button: "Anmelden",
    forgotten: "Passwort vergessen? Hier wählen Sie ein neues:",
  },
  signIn: {
    subject: ({ desk }) => `Anmelden bei ${desk}`,
    heading: "Anmelden",
    text: "Mit diesem Link melden Sie sich ohne Passwort an.",
    button: "Anmelden",
    until: ({ until }) => `Der Link gilt einmal, bis ${until}.`,
  },
  invitation: {
    subject: ({ organisation, desk }) => `${organisation} lädt Sie zu ${desk} ein`,
    heading: ({ organisation }) => `Eine Einladung von ${organisation}`,
    text: ({ organisation, desk }) =>
      `${organisation} wird von ${desk} betreut, und Sie sollen dabei sein: dort fragen, die Antworten verfolgen und sehen, was Ihre Kollegen fragen.`,
    seen: ({ organisation }) =>
      `Wenn Sie annehmen, sehen Mitglieder von ${organisation} auch Ihre offenen Anfragen und die, die Sie künftig für die Organisation stellen.`,
    accept: "Annehmen und Passwort wählen",
    answer: "Annehmen oder ablehnen",
    until: ({ until }) => `Die Einladung gilt bis ${until}.`,
  },
  seatRequest: {
    subject: ({ organisation }) => `Mehr Plätze für ${organisation}`,
    text: ({ organisation, package: booked, seats, used }) =>
      `${organisation} hat das Paket ${booked} mit ${seats} ${plural(seats, { one: "Platz", other: "Plätzen" })} im Kundenportal; ${used} sind vergeben. Wir brauchen mehr. Bitte sagen Sie uns, was möglich ist.`,
  },
  changed: {
    subject: ({ desk }) => `Ihr Passwort bei ${desk} wurde geändert`,
    heading: "Ihr Passwort wurde geändert",
    text: ({ desk, at }) =>
      `Das Passwort Ihres Zugangs bei ${desk} wurde am ${at} geändert. Alle anderen Geräte wurden abgemeldet.`,
    wasYou: "Waren Sie das? Dann ist nichts zu tun.",
    wasNotYou:
      "Waren Sie das nicht? Dann kann jemand anderes Ihren Zugang benutzen. Wählen Sie sofort ein neues Passwort, das beendet jede Anmeldung, und sagen Sie uns Bescheid.",
    button: "Neues Passwort wählen",
  },
  blocked: {
    subject: ({ desk }) => `Jemand wollte sich bei ${desk} als Sie anmelden`,
    heading: "Zu viele falsche Passwörter",
    text: ({ at, minutes }) =>
      `Zu Ihrer Adresse wurden mehrere falsche Passwörter eingegeben, das letzte am ${at}. ${minutes} Minuten lang wird keines mehr geprüft.`,
    wasYou: "Waren Sie das? Dann melden Sie sich mit einem Link an, den wir Ihnen schicken; das geht sofort.",
    wasNotYou:
      "Waren Sie das nicht? Es ist niemand hineingekommen. Wenn Sie dasselbe Passwort auch anderswo benutzen oder es leicht zu erraten ist, wählen Sie ein neues.",
    button: "Mit Link anmelden",
  },
};
