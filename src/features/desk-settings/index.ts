export { changeDesk } from "./actions/change-desk.ts";
export { createDesk } from "./actions/create-desk.ts";
export { deskInput } from "./input.ts";
export { isTimeZone, timeZones } from "./rules/time-zones.ts";
export { timeZoneChoices } from "./rules/time-zone-names.ts";
export { TimeZoneSelect } from "./views/time-zone-select.tsx";
export { nextStepsPath } from "./desk.ts";
export { areNextStepsShown } from "./store.ts";
export { findDesk, getDesk, type Desk } from "./store.ts";
