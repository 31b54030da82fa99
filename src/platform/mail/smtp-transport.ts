import { PassThrough } from "node:stream";
import { createTransport } from "nodemailer";
import { signedHeaders, type Dkim } from "./dkim.ts";
import { MailRefused, MailUnanswered, type MailTransport, type OutgoingMessage } from "./transport.ts";

/** What nodemailer says when sending fails. */
interface SmtpFailure {
  code?: unknown;
  command?: unknown;
  responseCode?: unknown;
  response?: unknown;
}

/** Steps in which a 5xx speaks of this very message or recipient; in all others it speaks of the connection. */
const isAboutMessage = (command: string): boolean => /^(MAIL FROM|RCPT TO|DATA|BDAT)/.test(command);

/** 530, 535, 538: our sign-in is wrong. Somebody will put that right; the mail can wait. */
const isAboutSignIn = (code: number): boolean => code === 530 || code === 535 || code === 538;

/** Whether the server will say the same to this message tomorrow (RFC 5321 §4.2.1). */
export const isRefusedForGood = ({ code, command, responseCode }: SmtpFailure): boolean => {
  if (typeof responseCode !== "number") return code === "EENVELOPE";
  return (
    responseCode >= 500 && !isAboutSignIn(responseCode) && isAboutMessage(typeof command === "string" ? command : "")
  );
};

/** `isHandedOver`: the server has got the whole message, and may have taken it. */
const failureOf = (error: unknown, isHandedOver: boolean): Error => {
  if (!(error instanceof Error)) return new Error(String(error));
  const failure = error as Error & SmtpFailure;
  const answer = typeof failure.response === "string" ? failure.response : error.message;
  if (isHandedOver && failure.responseCode === undefined) return new MailUnanswered(answer, { cause: error });
  return isRefusedForGood(failure) ? new MailRefused(answer, { cause: error }) : new Error(answer, { cause: error });
};

/** Sends through a mail server, one connection a message, signed if there is a key. `url` as in TRESEN_SMTP_URL. */
export const smtpTransport = (url: string, dkim?: Dkim): MailTransport => {
  const transport = createTransport({
    url,
    connectionTimeout: 30_000,
    greetingTimeout: 30_000,
    socketTimeout: 120_000,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(dkim && {
      dkim: {
        domainName: dkim.domain,
        keySelector: dkim.selector,
        privateKey: dkim.privateKey,
        headerFieldNames: signedHeaders,
      },
    }),
  });
  const handedOver = new Set<string>();
  transport.use("stream", ({ message, data }, done) => {
    message.processFunc((input) => {
      const whole = new PassThrough();
      whole.once("end", () => handedOver.add(data.messageId ?? ""));
      input.once("error", (error) => whole.destroy(error));
      return input.pipe(whole);
    });
    done();
  });
  return {
    kind: "smtp",
    async send(message) {
      try {
        const { response } = await transport.sendMail(optionsOf(message));
        return response;
      } catch (error) {
        throw failureOf(error, handedOver.has(message.messageId));
      } finally {
        handedOver.delete(message.messageId);
      }
    },
    close: () => transport.close(),
  };
};

const optionsOf = (message: OutgoingMessage) => ({
  messageId: message.messageId,
  date: message.date,
  from: message.from,
  to: message.to,
  envelope: { from: message.envelopeFrom, to: [message.to.address] },
  ...(message.replyTo !== undefined && { replyTo: message.replyTo }),
  ...(message.inReplyTo !== undefined && { inReplyTo: message.inReplyTo }),
  ...(message.references.length > 0 && { references: [...message.references] }),
  subject: message.subject,
  text: message.text,
  html: message.html,
  headers: { ...message.headers },
  attachments: message.attachments.map(({ name, type, open, contentId }) => ({
    filename: name,
    contentType: type,
    content: open(),
    ...(contentId !== undefined && { cid: contentId }),
  })),
});
