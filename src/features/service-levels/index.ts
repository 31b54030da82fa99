export * from "./rules/index.ts";
export { addTarget } from "./actions/add-target.ts";
export { changeTarget } from "./actions/change-target.ts";
export { endTarget } from "./actions/end-target.ts";
export { formatDuration } from "./rules/durations.ts";
export { agreementsNow } from "./agreements.ts";
export { forWhom } from "./views/target-list.tsx";
export type { Offer } from "./views/offer.ts";
export { serviceLevelHref, serviceLevelsPath } from "./views/paths.ts";
