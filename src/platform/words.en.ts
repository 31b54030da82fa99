import { plural } from "./i18n/format.ts";

const listed = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(", ");

export const en = {
  required: "Fill this in.",
  tooShort: (p: { least: number }) =>
    `Use at least ${p.least} ${plural(p.least, { one: "character", other: "characters" })}.`,
  tooLong: (p: { most: number }) =>
    `Use at most ${p.most} ${plural(p.most, { one: "character", other: "characters" })}.`,
  notAnAddress: "Write an e-mail address like name@example.com.",
  notAChoice: "Choose one of the options.",
  choiceMissing: "Choose at least one of the options.",
  fileMissing: "Attach a file.",
  notANumber: "Write a number.",
  unreadable: "This cannot be read. Check what you entered.",
  notFound: "The address may be wrong, or you may not see what is here.",
  forbidden: "You may not do this.",
  signInFirst: "Sign in to go on.",
  otherOrigin: "This form was sent from another website. Nothing was changed. Open the page here and send it again.",
  tooLarge: (p: { most: string }) =>
    `This is too large: at most ${p.most} of text, and a few files, can be sent at once. Nothing was sent. Go back: your text is still in the form; put the longest part into a file.`,
  fieldCut: (p: { most: string }) =>
    `This is longer than ${p.most}; only its beginning is still here. Put the text into a file and attach it.`,
  filesRefused: (p: {
    each: readonly string[];
    count: readonly string[];
    together: readonly string[];
    mostEach: string;
    mostTogether: string;
    mostFiles: number;
  }) =>
    [
      p.each.length > 0 && `Too large, at most ${p.mostEach} each: ${listed(p.each)}.`,
      p.together.length > 0 && `Too large together, at most ${p.mostTogether}: ${listed(p.together)}.`,
      p.count.length > 0 && `Too many, at most ${p.mostFiles} at once: ${listed(p.count)}.`,
      `${plural(p.each.length + p.together.length + p.count.length, { one: "This file was", other: "These files were" })} not attached.`,
    ]
      .filter(Boolean)
      .join(" "),
  addressTooLong:
    "The address of this page is too long. Shorten what stands behind the question mark, or begin again at the start page.",
  requestUnreadable: "This could not be read. Please load the page again.",
  tooManyRequests: "Too many attempts. Wait a few minutes, then try again.",
  busy: "Tresen cannot reach its database at the moment. Nothing is lost; try again in a few seconds.",
  broken: "Something went wrong on our side. It has been written down; what was saved before is safe.",
  changedMeanwhile: "Somebody changed this meanwhile. Look at the new state, then send again. Your words are kept.",
  saidMeanwhile: (p: { now: string; by: string }) =>
    `${p.by || "Somebody else"} has changed this, too, meanwhile: it is now “${p.now}”. Your words stand here; save again, and they hold.`,
  emptiedMeanwhile: (p: { by: string }) =>
    `${p.by || "Somebody else"} has changed this, too, meanwhile: nothing stands there now. Your words stand here; save again, and they hold.`,
  fieldChangedMeanwhile: (p: { by: string }) =>
    `${p.by || "Somebody else"} has changed this, too, meanwhile. Your words stand here; save again, and they hold.`,
};
