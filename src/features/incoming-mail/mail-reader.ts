import { placesIn, type MailboxPlace } from "../../platform/mail/mbox.ts";
import type { MailPart } from "../../platform/mail/parsed-mail.ts";
import { answerTasks, type Handed } from "../../platform/side-thread.ts";
import type { Examined } from "./examine.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { examineSeen, inspectMail, type Seen } from "./inspect.ts";
import type { MailReport } from "./report.ts";

// The program of the thread that reads mail; `reading.ts` is its other side. Keep small what it imports.

export interface ReadingTask {
  kind: ReadingAnswer["kind"];
  raw: Uint8Array<ArrayBuffer>;
  seen: Seen;
}

export type ReadingAnswer =
  | { kind: "examined"; examined: SentMail }
  | { kind: "report"; report: MailReport }
  | { kind: "fingerprint"; fingerprint: string }
  | { kind: "mailbox"; places: readonly MailboxPlace[] };

/** More of a mailbox file are not shown. */
const mostMessages = 10_000;

/** A message as it crosses between threads, which functions cannot: with the content of its files. */
export type SentMail = Omit<Examined, "parsed"> & {
  parsed: Omit<Examined["parsed"], "attachments"> & { attachments: readonly SentPart[] };
};
export type SentPart = Omit<MailPart, "read"> & { content: Uint8Array<ArrayBuffer> };

const answerTo = async ({ kind, raw, seen }: ReadingTask): Promise<Handed<ReadingAnswer>> => {
  switch (kind) {
    case "report":
      return { value: { kind, report: await inspectMail(raw, seen) } };
    case "fingerprint":
      return { value: { kind, fingerprint: await fingerprintOf(raw) } };
    case "mailbox":
      return { value: { kind, places: placesIn(Buffer.from(raw.buffer), mostMessages) } };
    case "examined": {
      const { parsed, ...rest } = await examineSeen(raw, seen);
      const attachments = parsed.attachments.map(sent);
      return {
        value: { kind, examined: { ...rest, parsed: { ...parsed, attachments } } },
        transfer: attachments.map(({ content }) => content.buffer),
      };
    }
  }
};

/** A copy: what is read may be a piece of the message, or stand in it twice. */
const sent = ({ read, ...part }: MailPart): SentPart => ({ ...part, content: new Uint8Array(read()) });

answerTasks(answerTo);
