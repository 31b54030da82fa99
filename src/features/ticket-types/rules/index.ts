/** What the rules of later features may use: pure, and without a way to the database. */
export * from "./answers.ts";
export * from "./creating.ts";
export * from "./form.ts";
export * from "./form-settings.ts";
export * from "./status-names.ts";
export * from "./type.ts";
export * from "./types-settings.ts";
