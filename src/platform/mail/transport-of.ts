import type { Config } from "../config.ts";
import { mailboxTransport } from "./mailbox-transport.ts";
import { smtpTransport } from "./smtp-transport.ts";
import type { MailTransport } from "./transport.ts";

/** The way out for mail: the mail server of the settings, or the mailbox in the browser when there is none. */
export const mailTransportOf = ({ smtpUrl, dkim }: Pick<Config, "smtpUrl" | "dkim">): MailTransport =>
  smtpUrl === undefined ? mailboxTransport : smtpTransport(smtpUrl, dkim);
