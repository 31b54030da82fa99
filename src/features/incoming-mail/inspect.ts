import type { MailHome } from "../outgoing-mail/index.ts";
import { examineMail } from "./examine.ts";
import { reportOf, type MailReport } from "./report.ts";
import { anyOwnMarks, ownMarksOf } from "./rules/own-marks.ts";

/** Whose mail is our own (any Tresen's when no desk is known), and what the envelope said, as far as somebody knows. */
export interface Seen {
  desk?: MailHome | undefined;
  envelopeFrom?: string | undefined;
}

export const knownIn = ({ desk, envelopeFrom }: Seen) => ({
  envelopeFrom,
  own: desk ? ownMarksOf(desk) : anyOwnMarks,
});

export const examineSeen = (raw: Uint8Array, seen: Seen) => examineMail(raw, knownIn(seen));

/** Runs a message through everything that needs no database, in this thread. */
export const inspectMail = async (raw: Uint8Array, seen: Seen = {}): Promise<MailReport> =>
  reportOf(await examineSeen(raw, seen), raw);
