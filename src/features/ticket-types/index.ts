export { answerChanges, answerText, type AnswerChange } from "./answers.ts";
export * from "./rules/index.ts";
export { getDevelopmentStatus, listDevelopmentStatuses } from "./store/development-statuses.ts";
export { listPriorityCriteria, type PriorityCriteria } from "./store/priorities.ts";
export { getTicketType, listTicketTypes, ticketTypesById } from "./store/types.ts";
