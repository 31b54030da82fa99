/** What the rules of later features may use: pure, and without a way to the database. */
export * from "./clocks.ts";
export * from "./history.ts";
export * from "./targets.ts";
export * from "./replay.ts";
