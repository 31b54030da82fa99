export * from "./rules/index.ts";
export { addCalendar } from "./actions/add-calendar.ts";
export { changeCalendar } from "./actions/change-calendar.ts";
export { makeDefault as makeDefaultCalendar } from "./actions/make-default.ts";
export { calendarAdminRoutes } from "./admin.tsx";
export { getCalendar, listCalendars } from "./store.ts";
export type { Calendar, ProposedTime } from "./types.ts";
export { calendarHref, calendarsPath } from "./views/paths.ts";
export { weekInWords } from "./views/week-in-words.ts";
