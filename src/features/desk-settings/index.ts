export { createDesk } from "./actions/create-desk.ts";
export { deskInput } from "./input.ts";
export { isTimeZone, timeZones } from "./rules/time-zones.ts";
export { findDesk, getDesk, type Desk } from "./store.ts";
