import { onTestFinished } from "vitest";
import { effects, jobs } from "../../src/app/features.ts";
import { listenForMail } from "../../src/features/incoming-mail/listener.ts";
import { fileMailJob } from "../../src/features/incoming-mail/jobs.ts";
import { receiveMail } from "../../src/features/incoming-mail/receive-mail.ts";
import { listIncoming } from "../../src/features/incoming-mail/store.ts";
import { replyAddress } from "../../src/features/outgoing-mail/index.ts";
import type { Context } from "../../src/platform/context.ts";
import { eventJobs } from "../../src/platform/events.ts";
import { drainJobs } from "../../src/platform/jobs.ts";
import { castOf, type Cast } from "./cast.ts";
import { testContext } from "./context.ts";
import { freshDb } from "./db.ts";

export const desk = { mailAddress: "support@desk.example" };

export interface MailDesk {
  context: Context;
  cast: Cast;
  /** Where the SMTP server listens. */
  port: number;
  stop(): Promise<void>;
  /** Files everything that has arrived. */
  file(): Promise<void>;
  /** All that follows, mails included. */
  drain(): Promise<void>;
  /** The person's own reply address in the ticket. */
  replyTo(ticketId: number, personId: number): string;
}

/** A desk with its people that takes in mail by SMTP on a free port. */
export const startMailDesk = async (parts: Partial<Context> = {}): Promise<MailDesk> => {
  const connection = await freshDb();
  const context = await testContext(connection, parts);
  const cast = await castOf(context.db);
  const { port, stop } = await listenForMail(context, { host: "127.0.0.1", port: 0 });
  let stopped: Promise<void> | undefined;
  const stopOnce = () => (stopped ??= stop());
  onTestFinished(stopOnce);
  return {
    context,
    cast,
    port,
    stop: stopOnce,
    file: () => drainJobs(context, [fileMailJob]),
    drain: () => drainJobs(context, [...jobs, ...eventJobs(effects)]),
    replyTo: (ticketId, personId) => replyAddress({ signer: context.signer, desk, ticketId, personId }),
  };
};

export interface Written {
  from: string;
  to?: string;
  cc?: string;
  subject?: string;
  text?: string;
  headers?: Record<string, string>;
  envelopeFrom?: string;
}

let count = 0;

/** Hands a message over as another server would, and files it. Returns what became of it. */
export const arrive = async ({ context, file }: MailDesk, mail: Written) => {
  const to = mail.to ?? desk.mailAddress;
  const headers = {
    From: mail.from,
    To: to,
    ...(mail.cc && { Cc: mail.cc }),
    Subject: mail.subject ?? "Export fails",
    "Message-ID": `<${++count}@test.example>`,
    "Content-Type": "text/plain; charset=utf-8",
    ...mail.headers,
  };
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const { mailId } = await receiveMail(context, {
    source: "test",
    envelopeFrom: mail.envelopeFrom ?? mail.from.replace(/^.*<|>$/g, ""),
    envelopeTo: [to.replace(/^.*<|>$/g, "")],
    raw: Buffer.from([...head, "", mail.text ?? "It stops at 90 %."].join("\r\n")),
  });
  await file();
  const all = await listIncoming(context.db, {}, { limit: 1_000, offset: 0 });
  return all.find(({ id }) => id === mailId)!;
};
