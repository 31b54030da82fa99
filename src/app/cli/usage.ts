/** Exit codes, as sysexits.h and mail servers understand them. */
export const exit = { ok: 0, unread: 1, usage: 64, wrongMessage: 65, later: 75 } as const;

export const usage = `tresen: a service desk's command line

  tresen mail inspect PATH… [--json] [--desk ADDRESS]
      Shows what the desk makes of raw messages: a file, a folder with
      .eml, .msg, .raw, .mime, .email, .box and .mbox files (a mailbox may hold several)
      and others that begin as messages do, or - for standard input.
      Needs no database and changes nothing.
      --json            one line of JSON a message, on standard output
      --desk ADDRESS    the desk's own address, so that mail of its own is known
      Ends with ${exit.ok}, whatever the messages are; with ${exit.unread} when a PATH could not be read.

  tresen mail receive [--from ADDRESS] [--to ADDRESS]… < message
      Hands a message to the desk, as a mail server's pipe does. Uses the settings
      of the server (DATABASE_URL, or the embedded database of the running server).
      --from ADDRESS    envelope sender; "" for none (otherwise SENDER, Return-Path or From)
      --to ADDRESS      envelope recipient (otherwise ORIGINAL_RECIPIENT, RECIPIENT or To)
      Ends with ${exit.ok} only once the message is stored, with ${exit.later} when it could not be
      stored now (try again), with ${exit.wrongMessage} when it is empty or too large.

  tresen --help
      Shows this.
`;

/** Words on the command line that cannot be followed, told to whoever typed them. */
export class WrongArguments extends Error {}
