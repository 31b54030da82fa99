import type { MailReport } from "../../features/incoming-mail/index.ts";

/** A report of a message in a file; `number`: which one of several. */
export type FiledReport = { file: string; number?: number } & (MailReport | UnreadReport);

/** What could not be read at all, in the form of the others; `warnings` says why. */
export type UnreadReport = Omit<MailReport, "reason" | "warnings"> & {
  reason: "no-file" | "defect";
  warnings: readonly string[];
};
