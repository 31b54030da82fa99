import type { Names } from "./rules/type.ts";

interface Hanging {
  question: Names;
  on: Names;
}

/** What the feature refuses, and why. */
export const en = {
  nameTaken: "There is one of this name already.",
  noSuchTeam: "There is no such team any more. Choose another one.",
  noTypeLeft:
    "Then no type would be left that customers may open, and mails of customers could not become tickets. Let customers open another type first.",
  approvalNeedsWaiting:
    "Tickets wait for an approval in the status Waiting, so a type that demands one has to use it. Otherwise nobody could be asked.",
  confirmationNeedsResolved:
    "Customers confirm what is in the status Resolved, so a type that demands their confirmation has to use it. Otherwise its tickets could never be closed.",
  feedbackNeedsRating: "Feedback is given as a rating, so a type that demands it needs the rating.",
  feedbackNeedsResolved:
    "Customers rate what is in the status Resolved, so a type that demands their feedback has to use it. Otherwise its tickets could never be closed.",
  bothNames: "Fill it in in both languages, or in neither.",
  noOptions: "Without options there is nothing to choose. Write at least one.",
  oneCondition: "Choose answers to one question only.",
  conditionEmpty: (p: { question: Names }) => `“${p.question.en}” hangs on no answer, so nobody would be asked it.`,
  conditionLater: (p: Hanging) =>
    `“${p.question.en}” hangs on “${p.on.en}”, so it has to stand below it; otherwise nobody would be asked it.`,
  conditionRetired: (p: Hanging) =>
    `“${p.question.en}” hangs on “${p.on.en}”, which nobody is asked any more. Take the condition away or choose another one first.`,
  conditionKind: (p: Hanging) =>
    `“${p.question.en}” cannot hang on “${p.on.en}”, because there is nothing to choose from in it.`,
  conditionAudience: (p: Hanging) =>
    `“${p.question.en}” hangs on “${p.on.en}”, which customers are not asked; so they would never be asked “${p.question.en}” either.`,
  conditionOption: (p: Hanging & { answer: Names }) =>
    `“${p.question.en}” hangs on the answer “${p.answer.en}” to “${p.on.en}”. Take it out of that condition first.`,
};
