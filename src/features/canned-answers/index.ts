export { inLanguage, type CannedAnswer } from "./rules/languages.ts";
export { fillPlaceholders, type Placeholders } from "./rules/placeholders.ts";
export { listCannedAnswers } from "./store.ts";
