export const en = {
  deskExists: "This desk is already set up. Sign in instead.",
  notATimeZone: "Choose a time zone from the list, for example Europe/Berlin.",
  created: "Desk set up",
  changed: "Desk settings changed",
};
