import { createLog } from "../../src/platform/log.ts";

/** For tests in which nobody reads the log. */
export const silentLog = createLog({ level: "silent", format: "json", write: () => undefined });
