/** What the rules of later features may use: pure, and without a way to the database. */
export * from "./business-minutes.ts";
export * from "./days.ts";
export * from "./hours.ts";
export * from "./working-time.ts";
