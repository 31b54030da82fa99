import { plural } from "../../platform/i18n/index.ts";
import type { BackBecause } from "./events-together.ts";
import type { en } from "./words-together.en.ts";

const because: (typeof en)["mails"]["desk"]["why"] = {
  dropped: "wird nicht ausgeführt",
  unlinked: "ist nicht mehr verknüpft",
  unresolvable: "ist erledigt",
  over: "ist vorbei",
};

const plan = ({ from, to }: { from: string; to: string }): string =>
  from ? `für ${to} statt für ${from}` : `für ${to}`;

const happened: (typeof en)["happened"] = {
  "ticket.merged": (p) => `hat es mit #${p.number} zusammengeführt; dort geht es weiter`,
  "ticket.absorbed": (p) => `hat #${p.number} hier hineingeführt`,
  "ticket.unmerged": (p) =>
    `hat die Zusammenführung mit #${p.number} rückgängig gemacht${p.mailed && `; die E-Mail darüber war schon gegangen an ${p.mailed}`}`,
  "ticket.gave-back": (p) => `hat die Zusammenführung von #${p.number} rückgängig gemacht`,
  "ticket.split": (p) =>
    `hat ${p.count} ${plural(p.count, { one: "Nachricht", other: "Nachrichten" })} nach #${p.number} abgetrennt`,
  "ticket.words-brought": () => "hat eine Nachricht mitgebracht",
  "ticket.passed-on": () => "hat es weitergegeben",
  "ticket.escalated": (p) => `hat es an den technischen Support eskaliert, Auftrag #${p.number}`,
  "ticket.order-ended": (p) =>
    `hat vermerkt: Auftrag #${p.number} ${because[p.because as BackBecause]}${p.refused && `, aber dieses Ticket lässt sich noch nicht lösen: ${p.refused}`}`,
  "ticket.resolved-by-order": (p) =>
    `hat es gelöst, weil Auftrag #${p.number} erledigt ist${p.orderVersion && ` (in ${p.orderVersion})`}`,
  "ticket.version-planned": (p) =>
    p.to ? `hat es ${plan(p)} geplant` : `hat die geplante Version ${p.from} zurückgenommen`,
  "ticket.order-planned": (p) =>
    p.to
      ? `hat vermerkt: Auftrag #${p.number} ist ${plan(p)} geplant`
      : `hat vermerkt: Auftrag #${p.number} ist nicht mehr für ${p.from} geplant`,
  "ticket.change-taken-back": (p) =>
    p.mailed
      ? `hat eben Getanes zurückgenommen; ${p.mailed} hatte die E-Mail schon`
      : "hat eben Getanes zurückgenommen",
  "ticket.task-added": (p) => `hat die Aufgabe „${p.title}“ hinzugefügt`,
  "ticket.task-changed": (p) => `hat die Aufgabe „${p.title}“ geändert`,
  "ticket.task-done": (p) => `hat „${p.title}“ erledigt`,
  "ticket.task-reopened": (p) => `hat das Häkchen bei „${p.title}“ entfernt`,
  "ticket.task-removed": (p) => `hat die Aufgabe „${p.title}“ entfernt`,
};

export const de: typeof en = {
  happened,
  events: {
    "ticket.merged": "Mit einem anderen zusammengeführt",
    "ticket.absorbed": "Ein anderes hineingeführt",
    "ticket.unmerged": "Zusammenführung rückgängig gemacht",
    "ticket.gave-back": "Hineingeführtes wieder getrennt",
    "ticket.split": "Nachrichten abgetrennt",
    "ticket.words-brought": "Nachricht mitgebracht",
    "ticket.passed-on": "Weitergegeben",
    "ticket.escalated": "An den technischen Support eskaliert",
    "ticket.order-ended": "Auftrag beendet",
    "ticket.version-planned": "Version geplant",
    "ticket.order-planned": "Auftrag für andere Version geplant",
    "ticket.change-taken-back": "Änderung zurückgenommen",
    "ticket.task-added": "Aufgabe hinzugefügt",
    "ticket.task-changed": "Aufgabe geändert",
    "ticket.task-done": "Aufgabe erledigt",
    "ticket.task-reopened": "Aufgabe wieder offen",
    "ticket.task-removed": "Aufgabe entfernt",
  },
  fromTicket: (p) => `aus #${p.number}`,
  wentTo: (p) => `Geht weiter in #${p.number}`,
  cancel: "Abbrechen",
  reason: "Grund",
  reasonHelp: "Für den Verlauf; Kunden sehen das nicht.",
  menu: {
    merge: "Zusammenführen …",
    split: "Abtrennen …",
    escalate: "Eskalieren …",
    passOn: "Weitergeben …",
  },
  merge: {
    title: (p) => `#${p.number} mit einem anderen Ticket zusammenführen`,
    lead: "Dieses Ticket wird geschlossen. Seine Nachrichten stehen im anderen, und was noch dazu geschrieben wird, kommt dort an.",
    search: "Nummer oder Wörter des Tickets, in dem es weitergeht",
    find: "Suchen",
    none: "Kein Ticket passt.",
    candidates: "Geht weiter in",
    look: "Ansehen, was geschieht",
    another: "Ein anderes wählen",
    into: "Geht weiter in",
    joining: (p) => `${p.names} ${plural(p.count, { one: "steht", other: "stehen" })} dann dort in CC.`,
    nobodyJoins: "Niemand kommt dort hinzu; alle nehmen schon teil.",
    internalSource: "Kunden haben dieses Ticket nicht gesehen und werden seine Nachrichten auch dort nicht sehen.",
    alsoFrom: (p) => `#${p.number} geht selbst in #${p.end} weiter, also auch dieses.`,
    decide: "Wer darf was lesen?",
    readTarget: (p) =>
      `${p.names} ${plural(p.count, { one: "würde", other: "würden" })} #${p.number} mit ${p.messages} ${plural(p.messages, { one: "Nachricht", other: "Nachrichten" })} lesen, und wer daran teilnimmt.`,
    readSource: (p) =>
      `${p.names} ${plural(p.count, { one: "würde", other: "würden" })} ${p.messages} ${plural(p.messages, { one: "Nachricht", other: "Nachrichten" })} aus #${p.number} lesen.`,
    together: "Sie dürfen einander lesen",
    togetherHelp: "Alle oben Genannten lesen alles und erfahren von jeder Antwort.",
    apart: "Sie bleiben getrennt",
    apartHelp:
      "Kunden des einen sehen nichts vom anderen. Für die Kunden dieses Tickets ist es geschlossen; was sie noch schreiben, wird ein neues.",
    button: (p) => `Mit #${p.number} zusammenführen`,
    pending: "Hier wartet eine Lösung auf Freigabe. Diese Frage wird zurückgezogen.",
  },
  merged: {
    title: (p) => `Dieses Ticket geht in #${p.number} weiter`,
    text: "Was noch dazu geschrieben wird, kommt dort an.",
    apart: "Seine Kunden sehen nichts von jenem Ticket: Für sie ist dieses geschlossen.",
    open: (p) => `#${p.number} öffnen`,
    undo: "Zusammenführung rückgängig machen",
    undoHelp: "Beide gehen wieder eigene Wege; was seither geschrieben wurde, bleibt dort.",
    into: "Hier hineingeführt",
    undoOf: (p) => `Zusammenführung von #${p.number} rückgängig machen`,
  },
  bulkMerge: {
    button: "Zusammenführen",
    title: "Tickets zusammenführen",
    lead: "Alle gehen in einem Ticket weiter.",
    target: "In welchem geht es weiter?",
    look: "Ansehen, was geschieht",
    apart: "Wo jemand lesen würde, was er bisher nicht konnte",
    report: (p) =>
      `${p.count} ${plural(p.count, { one: "Ticket geht", other: "Tickets gehen" })} in #${p.number} weiter.`,
    refused: "Diese ließen sich nicht zusammenführen",
    undone: (p) =>
      p.names
        ? `Die Zusammenführung von ${p.numbers} ist rückgängig gemacht. Die E-Mail darüber war schon gegangen an ${p.names}.`
        : `Die Zusammenführung von ${p.numbers} ist rückgängig gemacht. Niemand hatte eine E-Mail darüber erhalten.`,
  },
  split: {
    title: "Als eigenes Ticket abtrennen",
    lead: "Die Nachricht wird ein neues Ticket, mit ihren Dateien. Sie bleibt auch hier stehen und sagt, wo es weitergeht.",
    message: "Welche Nachricht?",
    andFollowing: "Und alles, was darauf folgt",
    subject: "Betreff des neuen Tickets",
    button: "Abtrennen",
    none: "Hier gibt es nichts abzutrennen.",
  },
  passOn: {
    title: "An ein anderes Team weitergeben",
    team: "An",
    reason: "Was ist bekannt, und was soll das Team tun?",
    keep: "Die Zuständigen bleiben zuständig",
    keepHelp: (p) => `Jetzt: ${p.names}. Sonst findet das Team es ohne Zuständige vor.`,
    button: "Weitergeben",
    levels: { first: "1st Level", second: "2nd Level", technical: "Technischer Support" },
    none: "Es gibt noch kein anderes Team.",
  },
  escalate: {
    title: "An den technischen Support eskalieren",
    lead: "Das Ticket wird angehalten, bis der technische Support fertig ist. Der Kunde sieht Nummer, Stand und geplante Version des Auftrags, sonst nichts.",
    joinTitle: "Ein Auftrag, den es schon gibt",
    search: "Nummer oder Wörter",
    find: "Suchen",
    similar: "Ähnliche, die noch nicht erledigt sind",
    waiting: (p) => `${p.count} ${plural(p.count, { one: "Ticket wartet", other: "Tickets warten" })} darauf`,
    join: (p) => `An #${p.number} anhängen`,
    none: "Kein offener Auftrag passt.",
    newTitle: "Ein neuer Auftrag",
    subject: "Was ist zu tun?",
    text: "Beschreibung für den technischen Support",
    textHelp:
      "Was schon versucht wurde, wie sich das Problem zeigt, was der Kunde braucht. Produkt und Version werden übernommen.",
    team: "Team",
    urgency: "Wie dringend es ist, entscheidet der technische Support.",
    button: "Auftrag anlegen",
  },
  orders: {
    title: "Aufträge beim technischen Support",
    waitingTitle: (p) => `Wartet darauf (${p.count})`,
    noneWaiting: "Kein Ticket wartet darauf.",
    states: {
      received: "Eingegangen",
      in_progress: "In Arbeit",
      on_hold: "Angehalten",
      done: "Erledigt",
      dropped: "Wird nicht ausgeführt",
    },
    planned: (p) => `geplant für ${p.version}`,
    unlink: (p) => `Nicht mehr auf #${p.number} warten`,
    versions: "Geplante Versionen",
    resolveHint: (p) =>
      `${p.count} ${plural(p.count, { one: "Ticket wartet und wird", other: "Tickets warten und werden" })} mit diesem Ergebnis gelöst. Die Kunden lesen es.`,
    versionReason: "Grund für eine andere Version",
    versionReasonHelp: "Alle, die darauf warten, lesen ihn.",
    rankHint: "Wie dringend es ist, entscheidet der technische Support.",
  },
  tasks: {
    title: "Aufgaben",
    none: "Nichts zu tun.",
    add: "Aufgabe hinzufügen",
    task: "Was ist zu tun?",
    assignee: "Wer",
    nobody: "egal wer",
    due: "Bis",
    save: "Speichern",
    edit: (p) => `„${p.title}“ ändern`,
    editShort: "Ändern",
    remove: "Entfernen",
    tick: (p) => `„${p.title}“ abhaken`,
    untick: (p) => `Häkchen bei „${p.title}“ entfernen`,
    doneBy: (p) => `erledigt von ${p.name}`,
    overdue: "überfällig",
    dueOn: (p) => `bis ${p.day}`,
    mine: "Meine Aufgaben",
    everybodys: "Alle",
    which: "Wessen Aufgaben",
    pageTitle: "Aufgaben",
    noneTitle: "Es ist nichts mehr zu tun",
    noneMine: "Hier stehen Ihre Aufgaben aus allen Tickets, die dringendsten zuerst.",
    noneAll: "Hier stehen die Aufgaben aus allen Tickets, die dringendsten zuerst.",
    open: (p) => `${p.count} ${plural(p.count, { one: "Aufgabe ist", other: "Aufgaben sind" })} noch offen.`,
  },
  portal: {
    mergedTitle: (p) => `Geht weiter in Anfrage #${p.number}`,
    merged: "Wir kümmern uns um beides an einer Stelle. Auch was Sie per E-Mail schreiben, kommt dort an.",
    mergedOpen: (p) => `Anfrage #${p.number} öffnen`,
    mergedApart:
      "Wir haben diese Anfrage geschlossen, weil wir uns um die Sache zusammen mit einer anderen kümmern. Wenn noch etwas offen ist, fragen Sie unten.",
    happened: {
      merged: "Geschlossen: geht zusammen mit einer anderen Anfrage weiter",
      absorbed: (p) => `Anfrage #${p.number} geht hier weiter`,
      unmerged: "Geht wieder für sich weiter",
      escalated: (p) => `An unsere Technik weitergegeben als Auftrag #${p.number}`,
      resolvedByOrder: (p) => `Auftrag #${p.number} ist erledigt`,
      orderVersion: (p) => `Version: ${p.version}`,
      orderPlanned: (p) => `Auftrag #${p.number} ist für ${p.to} geplant`,
      orderReplanned: (p) => `Auftrag #${p.number}: geplant für ${p.to || "keine Version mehr"} statt für ${p.from}`,
      versionPlanned: (p) => (p.to ? `Geplant für ${p.to}` : "Nicht mehr für eine Version geplant"),
    },
    order: "Auftrag",
    orderLine: (p) => `#${p.number} · ${p.state}`,
    planned: (p) => `geplant für ${p.version}`,
    onOrder: (p) =>
      `Unsere Technik arbeitet daran als Auftrag #${p.number}. Wir schreiben Ihnen, wenn er erledigt ist; Sie müssen nichts tun.`,
    onOrderPlanned: (p) =>
      `Unsere Technik arbeitet daran als Auftrag #${p.number}, geplant für ${p.version}. Wir schreiben Ihnen, wenn er erledigt ist; Sie müssen nichts tun.`,
  },
  mails: {
    merged: {
      heading: (p) => `Ihre Anfrage #${p.number} geht in #${p.into} weiter`,
      text: "Wir kümmern uns um beides an einer Stelle, damit Sie nicht zwei Anfragen verfolgen müssen. Alles bisher Gesagte steht dort.",
      apartHeading: (p) => `Anfrage #${p.number} ist geschlossen`,
      apart:
        "Wir kümmern uns um die Sache zusammen mit einer anderen. Wenn noch etwas offen ist, antworten Sie einfach auf diese E-Mail; wir legen dafür eine neue Anfrage an.",
      button: (p) => `Anfrage #${p.into} öffnen`,
    },
    order: {
      escalated: (p) => `Unsere Technik sieht sich die Anfrage #${p.number} an`,
      escalatedText: "Wir machen von selbst weiter, sobald sie fertig ist, und schreiben Ihnen dann.",
      planned: (p) => `Anfrage #${p.number}: Die geplante Version steht fest`,
      replanned: (p) => `Anfrage #${p.number}: Die geplante Version hat sich geändert`,
      done: (p) => `Anfrage #${p.number} ist gelöst`,
      plannedSeveral: (p) => `Die geplante Version für ${p.count} Ihrer Anfragen steht fest`,
      replannedSeveral: (p) => `Die geplante Version für ${p.count} Ihrer Anfragen hat sich geändert`,
      doneSeveral: (p) => `${p.count} Ihrer Anfragen sind gelöst`,
      answerGoesTo: (p) => `Eine Antwort auf diese E-Mail geht zur Anfrage #${p.number}.`,
      doneText: "Wir halten das für gelöst. Falls nicht, antworten Sie einfach auf diese E-Mail.",
      order: "Auftrag",
      state: "Stand",
      version: "Geplante Version",
      doneVersion: "Version",
      none: "keine",
    },
    desk: {
      passedOn: (p) => `${p.by} gibt #${p.number} an ${p.team} weiter`,
      back: (p) => `#${p.number} geht weiter: Auftrag #${p.order} ${p.why}`,
      why: because,
      unresolvable: (p) => `Es ließ sich nicht von selbst lösen: ${p.reason}`,
    },
  },
  because: { team: (p) => `Sie erhalten diese E-Mail, weil Sie zum Team ${p.team} gehören.` },
  waitsCounted: ({ count }) =>
    plural(count, {
      one: "Ticket, das auf ein anderes wartet oder auf das eines wartet",
      other: "Tickets, die auf andere warten oder auf die welche warten",
    }),
  phrases: {
    atLeastTwo: "Markieren Sie mindestens zwei Tickets, um sie zusammenzuführen.",
    mergeWithItself: "Ein Ticket lässt sich nicht mit sich selbst zusammenführen.",
    mergedTheOtherWay: (p) => `#${p.number} wurde schon mit diesem Ticket zusammengeführt und geht hier weiter.`,
    decideSight: "Jemand würde lesen, was er bisher nicht konnte. Entscheiden Sie, ob er das darf.",
    merged: (p) => `#${p.number} geht in #${p.into} weiter.`,
    unmerged: (p) =>
      p.names
        ? `#${p.number} geht wieder eigene Wege. Die E-Mail über die Zusammenführung war schon gegangen an ${p.names}.`
        : `#${p.number} geht wieder eigene Wege. Niemand hatte eine E-Mail über die Zusammenführung erhalten.`,
    onlySaidIsSplit: "Nur Nachrichten aus dem Gespräch werden zu Tickets.",
    splitTooEarly: "Diese Antwort kann noch zurückgenommen werden. Warten Sie, bis sie unterwegs ist.",
    nothingWouldStay:
      "In diesem Ticket bliebe nichts zurück. Wählen Sie eine spätere Nachricht, oder ändern Sie den Betreff.",
    split: (p) => `Ticket #${p.number} ist angelegt.`,
    isTheirsAlready: "Das Ticket ist schon bei diesem Team.",
    passedOn: (p) => `An ${p.team} weitergegeben.`,
    kindInUse: (p) =>
      `${p.count} ${plural(p.count, { one: "Ticket", other: "Tickets" })} dieser Art warten auf andere, oder andere auf sie. Legen Sie die Art stattdessen still, und legen Sie eine andere an.`,
    typeInChain: (p) =>
      `Dieses Ticket und ${p.numbers} hängen als Anfrage und Auftrag zusammen, deshalb bleibt es, was es ist. Wählen Sie eine Art derselben Sorte, oder lösen Sie zuerst die Verknüpfung.`,
    isNoOrder: (p) => `#${p.number} ist kein technisches Ticket.`,
    orderIsOver: (p) => `#${p.number} ist beendet. Öffnen Sie es zuerst wieder, oder legen Sie einen neuen Auftrag an.`,
    waitsAlready: (p) => `Das Ticket wartet schon auf #${p.number}.`,
    orderNeedsSubject: "Sagen Sie in wenigen Wörtern, was zu tun ist.",
    orderNeedsText: "Beschreiben Sie es für den technischen Support.",
    noTechnicalType: "Es gibt keine Art für technische Tickets mehr.",
    escalated: (p) => `Angehalten, bis Auftrag #${p.number} erledigt ist.`,
    versionReasonMissing: "Nennen Sie den Grund; allen, die darauf warten, wurde eine andere Version gesagt.",
    onlyTechniciansRank: "Wie dringend ein technisches Ticket ist, entscheidet der technische Support.",
    takenBack: (p) =>
      p.names
        ? `Es ist wieder, wie es war. Die E-Mail darüber war schon gegangen an ${p.names}.`
        : "Es ist wieder, wie es war. Niemand hatte eine E-Mail darüber erhalten.",
    takenBackEach: (p) =>
      `${p.count} ${plural(p.count, { one: "Ticket ist", other: "Tickets sind" })} wieder wie vorher.${p.names ? ` Die E-Mail darüber war schon gegangen an ${p.names}.` : ""}`,
    takeBackTooLate: "Das lässt sich nicht mehr zurücknehmen: Es ist zu lange her oder wurde seitdem geändert.",
    taskAdded: "Die Aufgabe ist hinzugefügt.",
    taskDone: "Erledigt.",
    taskOpen: "Die Aufgabe ist wieder offen.",
    taskSaved: "Die Aufgabe ist gespeichert.",
    taskRemoved: "Die Aufgabe ist entfernt.",
    tasksStillOpen: (p) =>
      `Status: ${p.status}. ${p.count} ${plural(p.count, { one: "Aufgabe ist", other: "Aufgaben sind" })} noch offen.`,
    choose: "Wählen Sie das Ticket, in dem es weitergeht.",
  },
};
