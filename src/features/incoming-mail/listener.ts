import type { Config } from "../../platform/config.ts";
import type { Context } from "../../platform/context.ts";
import type { Listener } from "../../platform/feature.ts";
import { startSmtpListener } from "../../platform/mail/smtp-listener.ts";
import { findMailDesk, type MailDesk } from "../mail-addresses/index.ts";
import { isDeskAddress } from "../outgoing-mail/index.ts";
import { receiveMail } from "./receive-mail.ts";

/** Takes in mail to the desk's own addresses, with or without a tag. Before the desk is set up nobody is there. */
export const listenForMail = (
  context: Context,
  { host, port }: { host: string; port: number },
): ReturnType<typeof startSmtpListener> =>
  startSmtpListener({
    host,
    port,
    log: context.log,
    async accepts(address) {
      const desk = await findMailDesk(context.db);
      return desk !== undefined && isDeskAddress({ desk: withBounces(desk, context.config), address });
    },
    async keep(message) {
      const { mailId } = await receiveMail(context, { source: "smtp", ...message });
      return `kept as ${mailId}`;
    },
  });

/** Undeliverable mail comes back to an address of its own. */
const withBounces = (desk: MailDesk, { bounceAddress }: Config): MailDesk =>
  bounceAddress === undefined ? desk : { ...desk, others: [...desk.others, bounceAddress] };

export const smtpListener: Listener = {
  name: "incoming mail",
  async start(context) {
    const { host } = context.config.smtpIn;
    const { port, stop } = await listenForMail(context, context.config.smtpIn);
    context.log.info(`Taking in mail by SMTP on ${host}, port ${port}`);
    return stop;
  },
};
