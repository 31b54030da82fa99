import { phrasesOf } from "../../../platform/errors.ts";

const en = {
  notSubmitted: "This request has not been submitted yet.",
  otherStatus: "The ticket’s status does not allow this. Look at where it stands now; your words are kept.",
  isResolved: "This ticket is resolved. Reopen it first.",
  isClosed: "This ticket is closed. Reopen it first, or open a follow-up.",
  isCancelled: "This ticket was cancelled. Reopen it first, or open a new one.",
  closedForGood: "This ticket was closed too long ago to be reopened. Open a follow-up instead.",
  stillOpen: "This ticket can still be answered, so it needs no follow-up.",
  onlyWhileOpen: "Work on this has already begun, so it can no longer be cancelled. Write to us instead.",
  isTaken: "Somebody is assigned to this ticket already.",
  takeFirst: "Only those who are assigned write here. Take the ticket first.",
  isMerged: "This ticket was merged into another one; go on there.",
  notMerged: "This ticket is not merged.",
  mergeTechnical: "A technical ticket can only be merged with another technical ticket. Escalate to link the two.",
  mergeIntoCancelled: "That ticket was cancelled. Reopen it first, or merge the other way round.",
  mergeIntoClosed: "That ticket is closed. Reopen it first, or merge the other way round.",
  mergeIntoInternal: "Customers do not see that ticket. Make it public first, or merge the other way round.",
  awaitsApproval: "The proposed solution still waits for approval.",
  needsApproval: "This type demands that the solution is approved first; propose it, or say why it goes without.",
  nothingToApprove: "Nothing waits for approval here.",
  needsSolution: "Write the solution down first; this type demands it before a ticket is closed.",
  needsConfirmation: "The customer has not confirmed yet that the solution works.",
  needsFeedback: "The customer has not said yet how it was; this type demands it before a ticket is closed.",
  noFeedback: "No feedback is waited for here.",
  isTechnicalItself: "This is technical support’s own ticket.",
  nothingToConfirm: "There is nothing to confirm here.",
  noRating: "Tickets of this type are not rated.",
  noProcedure: "This type has no procedure.",
};

const de: typeof en = {
  notSubmitted: "Diese Anfrage ist noch nicht eingereicht.",
  otherStatus:
    "Der Status des Tickets lässt das nicht zu. Sehen Sie nach, wie es jetzt steht; Ihr Text bleibt erhalten.",
  isResolved: "Dieses Ticket ist gelöst. Öffnen Sie es zuerst wieder.",
  isClosed: "Dieses Ticket ist geschlossen. Öffnen Sie es zuerst wieder, oder stellen Sie eine Folgeanfrage.",
  isCancelled: "Dieses Ticket wurde abgebrochen. Öffnen Sie es zuerst wieder, oder stellen Sie eine neue Anfrage.",
  closedForGood:
    "Dieses Ticket ist schon zu lange geschlossen, um es wieder zu öffnen. Stellen Sie stattdessen eine Folgeanfrage.",
  stillOpen: "Dieses Ticket lässt sich noch beantworten und braucht keine Folgeanfrage.",
  onlyWhileOpen:
    "Die Arbeit hat schon begonnen, deshalb lässt sich die Anfrage nicht mehr abbrechen. Schreiben Sie uns stattdessen.",
  isTaken: "Für dieses Ticket ist schon jemand zuständig.",
  takeFirst: "Hier schreiben nur Zuständige. Übernehmen Sie das Ticket zuerst.",
  isMerged: "Dieses Ticket wurde mit einem anderen zusammengeführt; dort geht es weiter.",
  notMerged: "Dieses Ticket ist nicht zusammengeführt.",
  mergeTechnical:
    "Ein technisches Ticket lässt sich nur mit einem technischen zusammenführen. Eskalieren Sie, um die beiden zu verknüpfen.",
  mergeIntoCancelled:
    "Jenes Ticket wurde abgebrochen. Öffnen Sie es zuerst wieder, oder führen Sie andersherum zusammen.",
  mergeIntoClosed: "Jenes Ticket ist geschlossen. Öffnen Sie es zuerst wieder, oder führen Sie andersherum zusammen.",
  mergeIntoInternal:
    "Kunden sehen jenes Ticket nicht. Machen Sie es zuerst öffentlich, oder führen Sie andersherum zusammen.",
  awaitsApproval: "Die vorgeschlagene Lösung wartet noch auf die Freigabe.",
  needsApproval:
    "Bei dieser Art muss die Lösung erst freigegeben werden; schlagen Sie sie vor, oder begründen Sie, warum es ohne geht.",
  nothingToApprove: "Hier wartet nichts auf eine Freigabe.",
  needsSolution: "Halten Sie zuerst die Lösung fest; diese Art verlangt das vor dem Schließen.",
  needsConfirmation: "Der Kunde hat noch nicht bestätigt, dass die Lösung funktioniert.",
  needsFeedback: "Der Kunde hat noch kein Feedback gegeben; diese Art verlangt es vor dem Schließen.",
  noFeedback: "Hier wird auf kein Feedback gewartet.",
  isTechnicalItself: "Das ist ein Ticket des technischen Supports selbst.",
  nothingToConfirm: "Hier gibt es nichts zu bestätigen.",
  noRating: "Tickets dieser Art werden nicht bewertet.",
  noProcedure: "Diese Art hat kein Vorgehen mit Phasen.",
};

export type RefusalName = keyof typeof en;

/** Why the machine forbids a move. */
export const refusal = phrasesOf("tickets", { en, de });
