/** What the rules of later features may use: pure, and without a way to the database. */
export * from "./choices.ts";
export * from "./named.ts";
