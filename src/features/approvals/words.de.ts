import type { en } from "./words.en.ts";

export const de: typeof en = {
  notAsked: "Sie wurden um diese Freigabe nicht gebeten und können deshalb nicht darüber entscheiden.",
  alreadyApproved: "Sie haben das schon freigegeben. Von Ihnen wird nichts mehr gebraucht.",
  alreadyDeclined: "Sie haben das schon abgelehnt. Von Ihnen wird nichts mehr gebraucht.",
  settled: "Darüber ist inzwischen entschieden; Ihre Entscheidung wird nicht mehr gebraucht.",
  withdrawn: "Diese Frage wurde zurückgezogen; es ist nichts mehr zu entscheiden.",
  expired: "Die Zeit für diese Entscheidung ist vorbei. Bitten Sie uns, sie Ihnen noch einmal vorzulegen.",
  reasonMissing: "Sagen Sie, warum Sie ablehnen, damit wir etwas Besseres vorschlagen können.",
  nobodyAsked: "Wählen Sie mindestens eine Person, die entscheidet.",
  unreachable: (p) =>
    `${p.names} lässt sich nicht fragen: ohne E-Mail-Adresse oder nicht mehr aktiv. Wählen Sie jemand anderen.`,
  isOver: "Diese Freigabe ist schon vorbei.",
};
