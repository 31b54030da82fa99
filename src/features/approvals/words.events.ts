const en = {
  "approval.asked": "Approval asked for",
  "approval.decided": "Approval decided",
  "approval.withdrawn": "Approval withdrawn",
};

const de: typeof en = {
  "approval.asked": "Freigabe erbeten",
  "approval.decided": "Über Freigabe entschieden",
  "approval.withdrawn": "Freigabe zurückgezogen",
};

/** What each event is called in a history. */
export const eventWords = { en, de };
