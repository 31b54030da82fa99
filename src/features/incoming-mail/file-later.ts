import type { Reader } from "../../platform/db/db.ts";
import { enqueue } from "../../platform/jobs.ts";

export const fileJobName = "incoming-mail.file";

/** Puts the job that files the message into the queue; there is never more than one waiting. */
export const fileLater = (tx: Reader, mailId: number): Promise<void> =>
  enqueue(tx, fileJobName, { mailId }, { key: `incoming-mail ${mailId}` });
