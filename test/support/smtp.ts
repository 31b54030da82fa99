import type { AddressInfo } from "node:net";
import { simpleParser, type ParsedMail } from "mailparser";
import { createTransport, type SendMailOptions, type SentMessageInfo } from "nodemailer";
import { SMTPServer } from "smtp-server";

export interface ReceivedMail {
  from: string;
  to: string[];
  raw: string;
  parsed: ParsedMail;
}

export interface Receiver {
  /** For TRESEN_SMTP_URL. */
  url: string;
  /** Everything that was accepted so far, oldest first. */
  mails: readonly ReceivedMail[];
  /** The first accepted mail to this address that `isWanted`; waits for it at most `patience` ms. */
  waitFor(
    address: string,
    options?: { isWanted?: (mail: ReceivedMail) => boolean; patience?: number },
  ): Promise<ReceivedMail>;
  /** Answers with this line from now on (`451 come back later`), or accepts again. */
  refuseWith(line: string | undefined): void;
  /** How many mails were offered, refused ones included. */
  offered(): number;
  close(): Promise<void>;
}

/** A mail server that takes everything in by real SMTP and keeps it. */
export const startReceiver = async (port = 0): Promise<Receiver> => {
  const mails: ReceivedMail[] = [];
  const waiting = new Set<() => void>();
  const state = { refusal: undefined as string | undefined, offered: 0 };
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    logger: false,
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        state.offered++;
        if (state.refusal) {
          done(refusalOf(state.refusal));
          return;
        }
        const raw = Buffer.concat(chunks);
        void simpleParser(raw).then((parsed) => {
          mails.push({
            from: envelope.mailFrom ? envelope.mailFrom.address : "",
            to: envelope.rcptTo.map(({ address }) => address),
            raw: raw.toString("latin1"),
            parsed,
          });
          done();
          for (const look of waiting) look();
        }, done);
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const { port: taken } = server.server.address() as AddressInfo;

  return {
    url: `smtp://127.0.0.1:${taken}`,
    mails,
    waitFor: (address, { isWanted = () => true, patience = 15_000 } = {}) =>
      new Promise((settle, fail) => {
        const look = () => {
          const mail = mails.find((each) => each.to.includes(address) && isWanted(each));
          if (!mail) return;
          waiting.delete(look);
          clearTimeout(timer);
          settle(mail);
        };
        const timer = setTimeout(() => {
          waiting.delete(look);
          const had = mails.map(({ to, parsed }) => `${to.join(", ")}: ${parsed.subject ?? ""}`).join("\n  ");
          fail(new Error(`no such mail to ${address} within ${patience} ms; there were\n  ${had}`));
        }, patience);
        waiting.add(look);
        look();
      }),
    refuseWith: (line) => (state.refusal = line),
    offered: () => state.offered,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
};

const refusalOf = (line: string): Error =>
  Object.assign(new Error(line.replace(/^\d{3} /, "")), { responseCode: Number(line.slice(0, 3)) });

/** Sends a mail as a person's mail program does, by a real SMTP conversation; rejects when it is refused. */
export const sendMail = async (port: number, mail: SendMailOptions): Promise<SentMessageInfo> => {
  const transport = createTransport({ host: "127.0.0.1", port, secure: false, ignoreTLS: true });
  try {
    return await transport.sendMail(mail);
  } finally {
    transport.close();
  }
};
