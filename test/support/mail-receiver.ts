import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { onTestFinished } from "vitest";

/** A mail server of somebody else's, which takes our mail, or does not. */
export interface MailReceiver {
  port: number;
  url: string;
  /** What was taken, as it came over the wire. */
  received: { from: string; to: string[]; raw: string }[];
  stop(): Promise<void>;
}

interface ReceiverOptions {
  port?: number;
  /** Takes the function that stops it; the end of the running test calls it, unless said otherwise. */
  until?(stop: () => Promise<void>): void;
  /** Refuses recipients with this code and text, e.g. `550 no such mailbox`. Undefined takes them. */
  refuse?(recipient: string): { code: number; text: string } | undefined;
  /** Called with the whole message before it is acknowledged. */
  beforeAnswer?(raw: string): Promise<void>;
}

/** Starts a real SMTP server on a free (or the given) port; see `until` for its end. */
export const startMailReceiver = async ({
  port = 0,
  until = onTestFinished,
  refuse,
  beforeAnswer,
}: ReceiverOptions = {}): Promise<MailReceiver> => {
  const received: MailReceiver["received"] = [];
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    closeTimeout: 100,
    onRcptTo({ address }, _session, done) {
      const refusal = refuse?.(address);
      done(refusal ? Object.assign(new Error(refusal.text), { responseCode: refusal.code }) : null);
    },
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const raw = Buffer.concat(chunks).toString();
        const take = () => {
          received.push({
            from: envelope.mailFrom === false ? "" : envelope.mailFrom.address,
            to: envelope.rcptTo.map(({ address }) => address),
            raw,
          });
          done(null, "kept as number 1");
        };
        if (beforeAnswer) beforeAnswer(raw).then(take, done);
        else take();
      });
    },
  });
  // A client that goes away in the middle is what some tests are about.
  server.on("error", () => undefined);
  server.listen(port, "127.0.0.1");
  await once(server.server, "listening");
  const { port: taken } = server.server.address() as AddressInfo;
  let stopped: Promise<void> | undefined;
  const stop = () => (stopped ??= new Promise((resolve) => server.close(resolve)));
  until(stop);
  return { port: taken, url: `smtp://127.0.0.1:${taken}`, received, stop };
};
