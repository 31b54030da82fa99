export const en = {
  deskExists: "This desk is already set up. Sign in instead.",
  notATimeZone: "Choose a time zone from the list, for example Europe/Berlin.",
  notAMinimum: (p: { floor: number; ceiling: number }) => `Choose a number from ${p.floor} to ${p.ceiling}.`,
  saved: "Saved.",
};

export const pages = {
  heading: "Desk",
  navigation: "Settings",
  settings: "Desk settings",
  about: "What customers see of the desk, and what holds for everybody.",
  name: "Name of the desk",
  nameHelp: "Stands on every page and in every mail.",
  mailAddress: "E-mail address of the desk",
  mailAddressHelp: "Customers write to it, and mails come from it.",
  language: "Language",
  languageHelp: "For everybody who has not chosen another one.",
  languages: { en: "English", de: "Deutsch" },
  timeZone: "Time zone",
  passwordMinimum: "Shortest password",
  passwordMinimumHelp:
    "In characters, at least 5. Passwords that exist already stay good. The commonest ones are never taken.",
  save: "Save",
};

export const eventWords = { "desk.created": "Desk set up", "desk.changed": "Desk settings changed" };
