const en = {
  "approval.asked": "Approval asked for",
  "approval.decided": "Approval decided",
  "approval.withdrawn": "Approval withdrawn",
  "approval.answer-undecided": "Answer by mail decided nothing",
};

const de: typeof en = {
  "approval.asked": "Freigabe erbeten",
  "approval.decided": "Über Freigabe entschieden",
  "approval.withdrawn": "Freigabe zurückgezogen",
  "approval.answer-undecided": "Antwort per Mail hat nichts entschieden",
};

/** What each event is called in a history. */
export const eventWords = { en, de };
