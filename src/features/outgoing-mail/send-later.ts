import type { Reader } from "../../platform/db/db.ts";
import { enqueue } from "../../platform/jobs.ts";

export const sendJobName = "outgoing-mail.send";

/** Puts the job that sends the mail into the queue; there is never more than one waiting. */
export const sendLater = (tx: Reader, mailId: number, at: Date): Promise<void> =>
  enqueue(tx, sendJobName, { mailId }, { at, key: `outgoing-mail ${mailId}` });
