import { setTimeout as sleep } from "node:timers/promises";
import { simpleParser, type ParsedMail } from "mailparser";
import { createTransport, type SendMailOptions, type SentMessageInfo } from "nodemailer";
import { startMailReceiver } from "./mail-receiver.ts";

export interface ReadMail {
  from: string;
  to: string[];
  raw: string;
  parsed: ParsedMail;
}

export interface Mailbox {
  /** For TRESEN_SMTP_URL. */
  url: string;
  /** The first mail to this address that `isWanted`; waits for it at most `patience` ms. */
  waitFor(address: string, options?: WaitOptions): Promise<ReadMail>;
  /** Everything that has come so far, oldest first. */
  all(): Promise<ReadMail[]>;
}

interface WaitOptions {
  isWanted?: (mail: ReadMail) => boolean;
  patience?: number;
}

/** A person's mailbox: a mail server that takes everything in, and reads it. It closes when the test ends, or as `until` says. */
export const openMailbox = async (options: Parameters<typeof startMailReceiver>[0] = {}): Promise<Mailbox> => {
  const { url, received } = await startMailReceiver(options);
  const read: ReadMail[] = [];
  const all = async () => {
    while (read.length < received.length) {
      const mail = received[read.length]!;
      read.push({ ...mail, parsed: await simpleParser(mail.raw) });
    }
    return read;
  };
  const waitFor = async (address: string, { isWanted = () => true, patience = 15_000 }: WaitOptions = {}) => {
    const deadline = Date.now() + patience;
    while (Date.now() < deadline) {
      const mail = (await all()).find((each) => each.to.includes(address) && isWanted(each));
      if (mail) return mail;
      await sleep(25);
    }
    const had = read.map(({ to, parsed }) => `${to.join(", ")}: ${parsed.subject ?? ""}`).join("\n  ");
    throw new Error(`no such mail to ${address} within ${patience} ms; there were\n  ${had}`);
  };
  return { url, waitFor, all };
};

/** Sends a mail as a person's mail program does, by a real SMTP conversation; rejects when it is refused. */
export const sendMail = async (port: number, mail: SendMailOptions): Promise<SentMessageInfo> => {
  const transport = createTransport({ host: "127.0.0.1", port, secure: false, ignoreTLS: true });
  try {
    return await transport.sendMail(mail);
  } finally {
    transport.close();
  }
};
