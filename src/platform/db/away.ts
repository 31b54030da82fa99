const codes = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOENT",
  "EPIPE",
  "57P01", // admin_shutdown
  "57P02", // crash_shutdown
  "57P03", // cannot_connect_now
  "53300", // too_many_connections
]);
const texts = /Connection terminated|timeout exceeded when trying to connect|encountered a connection error/;

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";

/** Whether the database cannot be reached just now, as opposed to having refused a statement. */
export const isDatabaseAway = (error: unknown): boolean =>
  (codes.has(codeOf(error)) && !(error instanceof Error && "path" in error)) ||
  (error instanceof Error && texts.test(error.message)) ||
  (error instanceof AggregateError && error.errors.some(isDatabaseAway));
