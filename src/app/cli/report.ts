import type { MailReport } from "../../features/incoming-mail/index.ts";

/** A report of one message in a file. */
export type FiledReport = { file: string; number: number } & (MailReport | UnreadReport);

/** A file that could not be read at all, in the form of the others. */
export type UnreadReport = Omit<MailReport, "reason"> & { reason: "no-file" | "defect"; problem: string };
