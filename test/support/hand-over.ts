import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createTransport } from "nodemailer";
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from "smtp-server";
import { onTestFinished } from "vitest";
import type { MailServer } from "./exim.ts";

interface Queued {
  envelope: { from: string; to: string[] };
  raw: Buffer;
}

/** A stand-in for machines without Exim: takes what it is given, keeps what it cannot hand over yet, returns what is refused. */
export const openHandOver = async ({ handsTo }: { handsTo: number }): Promise<MailServer> => {
  const queue = new Set<Queued>();
  let returned = "";
  const desk = createTransport({ host: "127.0.0.1", port: handsTo, ignoreTLS: true });
  const handOver = async (mail: Queued): Promise<void> => {
    try {
      await desk.sendMail(mail);
      queue.delete(mail);
    } catch (error) {
      const { responseCode = 0, message } = error as Error & { responseCode?: number };
      if (responseCode < 500) return;
      queue.delete(mail);
      returned += `From: Mail Delivery System\nTo: ${mail.envelope.from}\n\n${mail.envelope.to.join()}: ${message}\n`;
    }
  };
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS", "AUTH"],
    onData(stream, session, done) {
      void read(stream, session).then((mail) => {
        queue.add(mail);
        done();
        void handOver(mail);
      }, done);
    },
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => new Promise<void>((resolve) => void server.close(() => resolve())));
  return {
    port: (server.address() as AddressInfo).port,
    async tryAgain() {
      for (const mail of queue) await handOver(mail);
    },
    waiting: () => Promise.resolve(queue.size),
    returned: () => Promise.resolve(returned),
  };
};

const read = async (stream: SMTPServerDataStream, { envelope }: SMTPServerSession): Promise<Queued> => ({
  envelope: {
    from: envelope.mailFrom === false ? "" : envelope.mailFrom.address,
    to: envelope.rcptTo.map(({ address }) => address),
  },
  raw: Buffer.concat((await stream.toArray()) as Buffer[]),
});
