import { plural } from "../../platform/i18n/index.ts";

/** What a person has typed and not sent, or sent lately. */
export const en = {
  title: "Drafts",
  lead: "Everything you typed and did not send, and what you sent, dropped or overwrote in another window in the last 30 days. Only you see this.",
  unsent: "Not sent",
  sent: "Sent",
  none: "Nothing of yours lies here",
  noneHelp: "What you type is kept while you type it. Until it is sent, it stands here.",
  noneSent: "You have sent nothing in the last 30 days",
  kinds: { public: "Answer", note: "Internal note", update: "Update", new: "New request" },
  newTicket: "New ticket",
  noSubject: "Without a subject yet",
  gone: "In a request that you can no longer see. The words are still yours.",
  states: {
    writing: "not sent yet",
    sent: "sent",
    discarded: "dropped",
    overwritten: "overwritten by another window",
  },
  savedAt: "Saved",
  showAll: (p: { characters: string }) => `Show all ${p.characters} characters`,
  goOn: "Go on writing",
  discard: "Drop",
  restore: "Put back",
  startEmpty: "Begin with an empty form",
  begun: "This was begun before and not sent. It is back in the form.",
  allDrafts: (p: { count: number }) => (p.count > 1 ? `All ${p.count} begun drafts` : "All drafts"),
  files: (p: { count: number }) => `${p.count} ${plural(p.count, { one: "file", other: "files" })}`,
  phrases: {
    draftRestored: "The words are back.",
    draftDiscarded: "The draft is dropped. For 30 days you can get it back from here.",
  },
};
