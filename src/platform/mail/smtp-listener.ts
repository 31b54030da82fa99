import { once } from "node:events";
import type { AddressInfo, Socket } from "node:net";
import { SMTPServer, type SMTPServerDataStream, type SMTPServerEnvelope } from "smtp-server";
import type { Log } from "../log.ts";
import { hearToTheEnd, type InHand } from "./half-closed.ts";
import { StartRefused } from "../start-refused.ts";
import { largestMessage } from "./limits.ts";

/** A message that somebody hands over, with the envelope it came in. */
export interface HandedOver {
  /** Empty for messages without a sender to answer to. */
  envelopeFrom: string;
  envelopeTo: readonly string[];
  raw: Buffer;
}

export interface SmtpListenerOptions {
  host: string;
  /** 0 takes any free port. */
  port: number;
  log: Log;
  /** Whether this recipient is ours. Rejects when that cannot be said just now; the client then comes back later. */
  accepts(recipient: string): Promise<boolean>;
  /** Resolves once the message is safe, with a word for the client's log. Rejects when it cannot be kept just now. */
  keep(message: HandedOver): Promise<string>;
}

const mostRecipients = 100;
/** Each may have a message of 50 MB in memory. */
const mostClients = 20;
/** How long a client that is in the middle of a message may go on after `stop`. */
const patience = 10_000;

const answer = (code: number, text: string): Error => Object.assign(new Error(text), { responseCode: code });

/** Takes in mail by SMTP (RFC 5321) for recipients of ours. A message is acknowledged only when it is safe. */
export const startSmtpListener = async (
  options: SmtpListenerOptions,
): Promise<{ port: number; stop(): Promise<void> }> => {
  const { host, port, log } = options;
  const notNow = (error: unknown): Error => {
    log.warn({ err: error }, "an incoming mail could not be taken; its server will try again");
    return answer(451, "4.3.0 cannot take mail just now, please try again later");
  };
  /** By the client's port; where two hosts have the same, one waits for the other. */
  const inHand = new Map<number, InHand>();
  const server = new SMTPServer({
    banner: "Tresen",
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    size: largestMessage,
    rejectOversized: true,
    maxRecipients: mostRecipients,
    maxClients: mostClients,
    socketTimeout: 120_000,
    closeTimeout: patience,
    allowHalfOpen: true,
    onRcptTo({ address }, _session, done) {
      options.accepts(address).then(
        (isOurs) => done(isOurs ? null : answer(550, `5.1.1 <${address}> takes no mail here`)),
        (error: unknown) => done(notNow(error)),
      );
    },
    onData(stream, { envelope, remotePort }, done) {
      inHand.set(remotePort, "coming");
      readMessage(stream)
        .then(async (raw) => {
          inHand.set(remotePort, "here");
          return raw ? options.keep({ ...sentBy(envelope), raw }) : "";
        })
        .finally(() => inHand.delete(remotePort))
        .then(
          (word) => done(null, word),
          (error: unknown) => done(notNow(error)),
        );
    },
  });
  server.on("error", (error) => {
    log.debug({ err: error }, "an SMTP client went away");
  });
  server.server.prependListener("connection", (socket: Socket) => {
    const { remotePort = 0 } = socket;
    hearToTheEnd(socket, () => inHand.get(remotePort));
  });
  await listen(server, { host, port });
  return {
    port: (server.server.address() as AddressInfo).port,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
};

/** Undefined when it is larger than allowed; the server then answers 552 by itself. */
const readMessage = async (stream: SMTPServerDataStream): Promise<Buffer | undefined> => {
  let chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    // What is too large is read to its end, but not kept.
    if (stream.sizeExceeded) chunks = [];
    else chunks.push(chunk);
  }
  return stream.sizeExceeded ? undefined : Buffer.concat(chunks);
};

const sentBy = ({ mailFrom, rcptTo }: SMTPServerEnvelope): Pick<HandedOver, "envelopeFrom" | "envelopeTo"> => ({
  envelopeFrom: mailFrom === false ? "" : mailFrom.address,
  envelopeTo: rcptTo.map(({ address }) => address),
});

const listen = async (server: SMTPServer, { host, port }: { host: string; port: number }): Promise<void> => {
  server.listen(port, host);
  try {
    await once(server.server, "listening");
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "EADDRINUSE")
      throw new StartRefused(
        `Port ${port} for incoming mail is taken by another program. Set TRESEN_SMTP_IN_PORT to a free one.`,
        { cause },
      );
    throw cause;
  }
};
