export const en = {
  isTaken: "This is one of the desk’s addresses already.",
  noTag: "Leave out what stands behind the +; mail to such addresses comes in anyway.",
  notOffered: "Choose from the list.",
  isMain: "This is the address of the desk itself. Give the desk another one first, under Settings.",
};

export const pages = {
  languages: { en: "English", de: "German" },
  uses: { one: "mail address", other: "mail addresses" },
};

export const eventWords = {
  "mail-address.added": "Mail address added",
  "mail-address.changed": "Mail address changed",
  "mail-address.retired": "Mail address retired",
  "mail-address.restored": "Mail address in use again",
};
