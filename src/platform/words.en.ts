import { plural } from "./i18n/format.ts";

export const en = {
  required: "Fill this in.",
  tooShort: (p: { least: number }) =>
    `Use at least ${p.least} ${plural(p.least, { one: "character", other: "characters" })}.`,
  tooLong: (p: { most: number }) =>
    `Use at most ${p.most} ${plural(p.most, { one: "character", other: "characters" })}.`,
  notAnAddress: "Write an e-mail address like name@example.com.",
  notAChoice: "Choose one of the options.",
  notANumber: "Write a number.",
  unreadable: "This cannot be read. Check what you entered.",
  notFound: "There is nothing here, or you may not see it.",
  forbidden: "You may not do this.",
  signInFirst: "Sign in to go on.",
  otherOrigin: "This form was sent from another website. Nothing was changed. Open the page here and send it again.",
  tooLarge: (p: { most: string }) =>
    `This is too large: at most ${p.most} can be sent at once. Nothing was saved; go back, your text is still in the form.`,
  fileTooLarge: (p: { name: string; most: string }) => `“${p.name}” is too large. A file may have at most ${p.most}.`,
  tooManyRequests: "Too many attempts. Wait a few minutes, then try again.",
  busy: "Tresen cannot reach its database at the moment. Nothing is lost; try again in a few seconds.",
  broken: "Something went wrong on our side. It has been written down; what was saved before is safe.",
  changedMeanwhile: "Somebody changed this meanwhile. Look at the new state, then send again. Your words are kept.",
};
