import { onTestFinished } from "vitest";
import { createDesk } from "../../src/features/desk-settings/index.ts";
import { reviveForgottenMails } from "../../src/features/outgoing-mail/actions/deliver.ts";
import { sendMailJob } from "../../src/features/outgoing-mail/jobs.ts";
import type { NewMail } from "../../src/features/outgoing-mail/queue-mail.ts";
import { act } from "../../src/platform/act.ts";
import { system } from "../../src/platform/actor.ts";
import type { Context } from "../../src/platform/context.ts";
import { record } from "../../src/platform/events.ts";
import type { MailTransport } from "../../src/platform/mail/transport.ts";
import { after, useClock } from "../../src/platform/time.ts";
import { MailLayout, MailText } from "../../src/ui/mail/index.ts";
import { testContext } from "./context.ts";
import { freshDb } from "./db.ts";

export const tester = system("test");

export const contextWith = async (mail?: MailTransport): Promise<Context> => {
  const connection = await freshDb();
  const context = await testContext(connection, mail && { mail });
  await act(context.db, tester, createDesk, {
    name: "Muster Support",
    locale: "de",
    timeZone: "Europe/Berlin",
    mailAddress: "support@muster.example",
  });
  return context;
};

export const hello: NewMail = {
  template: "test.hello",
  to: { personId: null, name: "Cy Kunde", address: "cy@kunde.example" },
  locale: "de",
  subject: "Grüße 10482",
  body: (
    <MailLayout locale="de" desk={{ name: "Muster Support" }} reason="Weil Sie gefragt haben.">
      <MailText>Schöne Grüße</MailText>
    </MailLayout>
  ),
};

export const send = (context: Context, mailId: number) => sendMailJob.run(context, { mailId });
export const revive = (context: Context) => act(context.db, tester, reviveForgottenMails, {});

export const moveClock = () => {
  let at = new Date();
  onTestFinished(useClock(() => at));
  return (milliseconds: number) => {
    at = after(at, milliseconds);
  };
};

/** A transport that does what the list says, one entry a mail, and then succeeds. */
export const scripted = (script: (Error | (() => Promise<string>))[]): MailTransport & { sent: string[] } => {
  const sent: string[] = [];
  return {
    kind: "smtp",
    sent,
    async send({ messageId }) {
      const next = script.shift();
      if (next instanceof Error) throw next;
      const answer = await next?.();
      sent.push(messageId);
      return answer ?? "250 taken";
    },
    close: () => undefined,
  };
};

export const eventNames = async ({ db }: Context, name: string) =>
  db.selectFrom("events").select(["name", "subject_id", "payload"]).where("name", "=", name).execute();

export const newEvent = ({ db }: Context) =>
  db.transaction().execute((tx) => record(tx, tester, { name: "test.happened", subject: { kind: "ticket", id: 17 } }));
