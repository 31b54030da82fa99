/** What the rules of later features may use: pure, and without a way to the database. */
export { decisionIn, type MailDecision } from "./mail-decision.ts";
export * from "./outcome.ts";
export * from "./text.ts";
