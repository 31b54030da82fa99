import type { en } from "./words-approval.en.ts";

export const de: typeof en = {
  phrases: {
    nobodyAsked: "Wählen Sie mindestens eine Person, die entscheidet.",
    notConcerned:
      "Fragen lassen sich nur der Ansprechpartner, Personen in CC und Personen der Organisation. Nehmen Sie andere zuerst in CC auf.",
    onlyPublic:
      "Kunden sehen dieses Ticket nicht und können deshalb nicht darüber entscheiden. Machen Sie es zuerst öffentlich.",
    stillAsked:
      "Kunden sind noch um die Freigabe der vorgeschlagenen Lösung gebeten. Ziehen Sie sie zuerst zurück, dann machen Sie das Ticket intern.",
    wouldBeOver:
      "Diese Art verlangt etwas von den Kunden, bevor ein Ticket endet, und dieses endete ohne das. Öffnen Sie es zuerst wieder, und machen Sie es dann öffentlich.",
    proposed: "Die Lösung liegt jetzt vor. Das Ticket wartet auf die Entscheidung.",
    withdrawn: "Die Frage ist zurückgezogen.",
    waived: "Notiert: Das geht ohne Freigabe.",
  },
  title: "Freigabe",
  demanded: "Tickets dieser Art werden gelöst, sobald die Lösung freigegeben ist.",
  propose: "Lösung vorschlagen",
  proposeAgain: "Andere Lösung vorschlagen",
  proposeHelp:
    "Wen Sie auswählen, bekommt sie als Mail und gibt sie dort oder im Portal frei oder lehnt sie ab. Das Ticket wartet so lange.",
  text: "Vorgeschlagene Lösung",
  textHelp:
    "Was wann gemacht wird und was das für den Kunden bedeutet. Genau dieser Text wird mit der Entscheidung versiegelt.",
  approvers: "Wer entscheidet",
  as: { requester: "hat gefragt", participant: "in CC", manager: "Verwalter", member: "Organisation" },
  more: (p) => `${p.count} weitere der Organisation`,
  rule: "Wie viele zustimmen müssen",
  rules: { all: "Alle", any: "Eine Person" },
  ask: "Um Freigabe bitten",
  waive: "Hotfix ohne Freigabe",
  waiveHelp: "Für das, was nicht warten kann. Der Grund bleibt im Verlauf.",
  reason: "Grund",
  goWithout: "Ohne Freigabe weitermachen",
  earlier: "Frühere Vorschläge",
  nobody: "Niemand lässt sich fragen: Weder Ansprechpartner noch Organisation haben eine E-Mail-Adresse.",
  states: {
    none: "Es ist noch nichts vorgeschlagen.",
    pending: "Wartet auf eine Entscheidung.",
    approved: "Die Lösung ist freigegeben.",
    declined: "Die Lösung wurde abgelehnt. Schlagen Sie eine andere vor.",
    waived: "Geht ohne Freigabe.",
  },
  happened: {
    "ticket.solution-proposed": (p) => `hat ${p.names} eine Lösung vorgeschlagen`,
    "ticket.solution-approved": () => "hat die vorgeschlagene Lösung freigegeben",
    "ticket.solution-declined": () => "hat die vorgeschlagene Lösung abgelehnt",
    "ticket.proposal-withdrawn": (p) =>
      p.because === "expired"
        ? "hat die Frage beendet: Niemand hat rechtzeitig entschieden"
        : "hat die vorgeschlagene Lösung zurückgezogen",
    "ticket.approval-waived": () => "macht ohne Freigabe weiter",
  },
  portal: {
    waits: "Wartet auf Freigabe",
    waitsForYou: "Wir haben eine Lösung vorgeschlagen. Sagen Sie unten, ob Sie einverstanden sind.",
    waitsFor: (p) => `Wir haben eine Lösung vorgeschlagen. Sie wartet auf ${p.names}.`,
    proposed: "Lösung vorgeschlagen",
    approved: "Lösung freigegeben",
    declined: "Lösung abgelehnt",
    withdrawn: "Lösungsvorschlag zurückgezogen",
    expired: "Lösungsvorschlag: Die Frist ist abgelaufen",
    earlier: "Frühere Vorschläge",
  },
  mails: {
    approved: (p) => `${p.author} gibt die Lösung zu #${p.number} frei`,
    declined: (p) => `${p.author} lehnt die Lösung zu #${p.number} ab`,
    waiting: "Andere sind noch gefragt.",
    expired: (p) => `Über die Lösung zu #${p.number} hat niemand rechtzeitig entschieden`,
  },
};
