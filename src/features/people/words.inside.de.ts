import { plural } from "../../platform/i18n/index.ts";
import type { en } from "./words.inside.en.ts";

export const de: typeof en = {
  organisation: "Organisation",
  about: "Wer aus Ihrer Organisation dieses Kundenportal nutzt. Mitglieder sehen gegenseitig ihre Anfragen.",
  noneTitle: "Sie gehören zu keiner Organisation",
  none: "Ihre Anfragen gehören nur Ihnen. Wenn Ihre Firma einen Vertrag mit uns hat, bitten Sie deren Verwalter um eine Einladung.",
  yours: "Ihre Organisationen",

  seats: "Plätze",
  taken: ({ used, seats }) => `${used} von ${seats} vergeben`,
  takenUnlimited: ({ used }) => `${used} vergeben, so viele Sie möchten`,
  inPackage: ({ package: booked }) => `Service-Paket ${booked}`,
  telephone: { members: "Sie dürfen auch anrufen.", desk: "Mitglieder dürfen anrufen." },
  seatsHelp:
    "Einen Platz braucht, wer sich anmelden kann, und jede offene Einladung. Wer nur E-Mails schreibt, braucht keinen.",
  overfull: ({ more }) =>
    `Das sind ${more} mehr, als das Paket hat. Alle behalten ihren Zugang; einladen können Sie erst wieder, wenn Plätze frei sind.`,
  full: "Alle Plätze sind vergeben",
  fullText: "Entfernen Sie jemanden, der keinen Zugang mehr braucht, oder fragen Sie uns nach mehr Plätzen.",
  requestSeats: "Nach mehr Plätzen fragen",
  seatsRequested: "Ihre Anfrage ist bei uns angekommen; die Antwort finden Sie unter Ihren Anfragen.",
  requestedAt: "Sie haben nach mehr Plätzen gefragt",

  members: "Mitglieder",
  memberCount: ({ count }) => `${count} ${plural(count, { one: "Mitglied", other: "Mitglieder" })}`,
  name: "Name",
  email: "E-Mail-Adresse",
  since: "Seit",
  access: "Zugang",
  canSignIn: "Kann sich anmelden",
  mailOnly: "Nur per E-Mail",
  manager: "Verwalter",
  managerAbout: "Darf Mitglieder einladen und entfernen",
  remove: "Entfernen",
  removeOf: ({ name }) => `${name} entfernen`,
  removed: ({ name }) => `${name} ist kein Mitglied mehr.`,
  restored: ({ name }) => `${name} ist wieder Mitglied.`,

  invitations: "Offene Einladungen",
  invitedAt: "Eingeladen",
  until: "Gilt bis",
  over: "Abgelaufen",
  again: "Erneut schicken",
  againOf: ({ name }) => `${name} eine neue Einladung schicken`,
  withdraw: "Zurücknehmen",
  withdrawOf: ({ name }) => `Einladung von ${name} zurücknehmen`,
  withdrawn: ({ name }) => `Die Einladung von ${name} ist zurückgenommen.`,

  outside: "Mit Adressen bei Ihnen, aber kein Mitglied",
  outsideAbout:
    "Sie haben eine Adresse bei einer Ihrer Domains bestätigt. Als sie sich registriert haben, war kein Platz frei, oder jemand hat sie entfernt.",
  takeIn: "Aufnehmen",
  takeInOf: ({ name }) => `${name} zum Mitglied machen`,
  takenIn: ({ name }) => `${name} ist jetzt Mitglied.`,

  invite: "Jemanden einladen",
  inviteAbout:
    "Wir schicken einen Link per E-Mail. Wer ihn benutzt, sieht die Anfragen der Organisation, und Sie sehen seine.",
  language: "Sprache der E-Mail",
  languages: { en: "English", de: "Deutsch" },
  inviteSubmit: "Einladung schicken",
  invited: ({ name }) => `${name} bekommt eine Einladung per E-Mail.`,
  readOnly: "Verwalter laden Mitglieder ein und entfernen sie:",
  noManager: "Es gibt noch keinen Verwalter. Fragen Sie uns, wenn Sie jemanden einladen möchten.",

  invitationTitle: ({ organisation }) => `${organisation} lädt Sie ein`,
  invitationText: ({ organisation }) =>
    `Wenn Sie annehmen, sehen Sie, was Mitglieder von ${organisation} fragen, und sie sehen Ihre offenen Anfragen und die, die Sie künftig für die Organisation stellen.`,
  accept: "Annehmen",
  decline: "Ablehnen",
  accepted: ({ organisation }) => `Sie gehören jetzt zu ${organisation}.`,
  declined: "Die Einladung ist abgelehnt.",
};
