export const en = {
  deskExists: "This desk is already set up. Sign in instead.",
  notATimeZone: "Choose a time zone from the list, for example Europe/Berlin.",
  notAMinimum: (p: { floor: number; ceiling: number }) => `Choose a number from ${p.floor} to ${p.ceiling}.`,
  notAColour: "Choose a colour as six digits, for example #00646b.",
  saved: "Saved.",
  nextStepsDismissed: "The list is put away. Everything in it is still found in the administration.",
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
  colour: "Colour",
  colourHelp:
    "Of buttons and links, on pages and in mails. It is made lighter or darker where words must be read on it.",
  mailFooter: "Foot of every mail",
  mailFooterHelp:
    "Who is behind the desk, for example company, address and register. Without it, mails end with the desk’s name.",
  language: "Language",
  languageHelp: "For everybody who has not chosen another one.",
  languages: { en: "English", de: "Deutsch" },
  timeZone: "Time zone",
  passwordMinimum: "Shortest password",
  passwordMinimumHelp:
    "In characters, at least 5. Passwords that exist already stay good. The commonest ones are never taken.",
  save: "Save",
};

export const eventWords = {
  "desk.created": "Desk set up",
  "desk.changed": "Desk settings changed",
  "desk.next_steps_dismissed": "List of next steps put away",
};
