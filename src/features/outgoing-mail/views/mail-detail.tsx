import { Button, DescriptionList, Form, Notice, PageHeader, Panel, Time, useUi, type Fact } from "../../../ui/index.ts";
import type { DeliveryAttempt, OutgoingMail } from "../mail.ts";
import { words } from "../words.ts";
import { MailFrame } from "./mail-frame.tsx";
import { mailboxPath } from "./mail-list.tsx";
import { MailStateTag } from "./state-tag.tsx";

export interface MailDetailProps {
  mail: OutgoingMail;
  attempts: readonly DeliveryAttempt[];
  canResend: boolean;
  staysHere: boolean;
  isExpired: boolean;
  /** For the form, so that a double click sends once. */
  once: string;
  problem?: string | undefined;
}

const addressOf = ({ name, address }: { name: string; address: string }): string =>
  name ? `${name} <${address}>` : address;

const headersOf = (mail: OutgoingMail): Fact[] =>
  [
    ["From", addressOf(mail.from)],
    ["To", addressOf(mail.to)],
    ["Reply-To", mail.replyTo],
    ["Message-ID", mail.messageId],
    ["In-Reply-To", mail.inReplyTo],
    ["References", mail.references.join(" ")],
    ["Date", mail.createdAt.toUTCString()],
  ].flatMap(([term, detail]) => (term && detail ? [{ term, detail: <code>{detail}</code> }] : []));

const Tries = ({ attempts }: { attempts: readonly DeliveryAttempt[] }) => {
  const w = words[useUi().locale];
  if (attempts.length === 0) return <p class="muted">{w.noAttempts}</p>;
  return (
    <ol class="attempts">
      {attempts.map((attempt) => (
        <li key={attempt.id}>
          <Time at={attempt.at} look="datetime" /> · {w.outcomes[attempt.outcome]}
          {attempt.response && (
            <>
              <br />
              <code>{attempt.response}</code>
            </>
          )}
        </li>
      ))}
    </ol>
  );
};

const Facts = ({ mail }: { mail: OutgoingMail }) => {
  const w = words[useUi().locale];
  const { nextAttemptAt } = mail;
  return (
    <DescriptionList
      items={[
        { term: w.state, detail: <MailStateTag state={mail.state} /> },
        { term: w.to, detail: addressOf(mail.to) },
        { term: w.when, detail: <Time at={mail.sentAt ?? mail.createdAt} look="datetime" /> },
        ...(mail.state === "queued" && nextAttemptAt
          ? [{ term: w.nextTry, detail: <Time at={nextAttemptAt} look="datetime" /> }]
          : []),
        { term: w.template, detail: <code>{mail.template}</code> },
        ...(mail.attachments.length > 0
          ? [{ term: w.attachments, detail: mail.attachments.map(({ name }) => name).join(", ") }]
          : []),
      ]}
    />
  );
};

export const MailDetail = ({ mail, attempts, canResend, staysHere, isExpired, once, problem }: MailDetailProps) => {
  const w = words[useUi().locale];
  return (
    <div class="mail-page">
      <PageHeader
        title={mail.subject}
        crumbs={[{ label: w.outgoing, href: mailboxPath }]}
        actions={
          canResend && (
            <Form id="resend" action={`${mailboxPath}/${mail.id}/resend`} plain>
              <input type="hidden" name="once" value={once} />
              <Button icon="send">{w.resend}</Button>
            </Form>
          )
        }
      />
      {problem && <Notice tone="danger" title={problem} />}
      {staysHere && <Notice tone="warning" icon="inbox" title={w.staysHereTitle} />}
      {mail.withheldBecause && <Notice tone="warning" title={w.withheldBecause[mail.withheldBecause]} />}
      {isExpired && mail.state === "cancelled" && <Notice title={w.expired} />}
      <Facts mail={mail} />
      <Panel title={w.html} flush>
        <MailFrame src={`${mailboxPath}/${mail.id}/html`} lang={mail.locale} text={mail.text} />
      </Panel>
      <Panel title={w.text} folds="closed">
        <pre class="mail-text" lang={mail.locale}>
          {mail.text}
        </pre>
      </Panel>
      <Panel title={w.headers} folds="closed">
        <DescriptionList items={headersOf(mail)} />
      </Panel>
      <Panel title={w.attempts}>
        <Tries attempts={attempts} />
      </Panel>
    </div>
  );
};
