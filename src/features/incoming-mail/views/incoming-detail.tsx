import { formatBytes } from "../../../platform/i18n/index.ts";
import {
  Button,
  DescriptionList,
  Form,
  LinkButton,
  Notice,
  PageHeader,
  Panel,
  Time,
  useUi,
  type Fact,
} from "../../../ui/index.ts";
import type { MailWarning } from "../../../platform/mail/parsed-mail.ts";
import { isStuck, type IncomingMail } from "../mail.ts";
import type { Folded } from "../rules/fold.ts";
import { words } from "../words.ts";
import { incomingPath } from "./incoming-list.tsx";
import { IncomingStateTag } from "./verdict-tag.tsx";

export interface IncomingDetailProps {
  mail: IncomingMail;
  folded: Folded;
  /** As they stand in the message. */
  headers: string;
  warnings: readonly MailWarning[];
  ticket: { number: number; href: string } | undefined;
  /** For the forms, so that a double click acts once. */
  once: string;
  problem?: string | undefined;
}

const Retry = ({ mail, once }: Pick<IncomingDetailProps, "mail" | "once">) => {
  const w = words[useUi().locale];
  if (mail.state !== "failed" && mail.state !== "ignored" && !isStuck(mail)) return null;
  return (
    <Form id="retry" action={`${incomingPath}/${mail.id}/retry`} plain class="row">
      <input type="hidden" name="once" value={once} />
      <Button icon="refresh-cw">{w.retry}</Button>
      <Button icon="ticket" name="anyway" value="on">
        {w.fileAnyway}
      </Button>
    </Form>
  );
};

const addressOf = ({ name, address }: { name: string; address: string }): string =>
  name ? `${name} <${address}>` : address;

const Facts = ({ mail, ticket }: Pick<IncomingDetailProps, "mail" | "ticket">) => {
  const { locale } = useUi();
  const w = words[locale];
  const facts: (Fact | false | null)[] = [
    { term: w.state, detail: <IncomingStateTag mail={mail} /> },
    mail.verdict && { term: w.verdict, detail: w.verdicts[mail.verdict] },
    mail.reason && { term: w.reason, detail: w.reasons[mail.reason] },
    ticket !== undefined && {
      term: w.ticket,
      detail: (
        <a class="text-link" href={ticket.href}>
          {w.openTicket(ticket)}
        </a>
      ),
    },
    { term: w.from, detail: addressOf(mail.from) || mail.envelope.from },
    { term: w.to, detail: mail.envelope.to.join(", ") },
    { term: w.when, detail: <Time at={mail.receivedAt} look="datetime" /> },
    { term: w.source, detail: mail.source },
    { term: w.size, detail: formatBytes(mail.size, locale) },
  ];
  return <DescriptionList items={facts.filter((fact) => !!fact)} />;
};

export const IncomingDetail = ({ mail, folded, headers, warnings, ticket, once, problem }: IncomingDetailProps) => {
  const w = words[useUi().locale];
  const set = [folded.quoted, folded.signature].filter(Boolean).join("\n\n");
  return (
    <div class="mail-page">
      <PageHeader
        title={mail.subject || w.noSubject}
        crumbs={[{ label: w.incoming, href: incomingPath }]}
        actions={<Retry mail={mail} once={once} />}
      />
      {problem && <Notice tone="danger" title={problem} />}
      {mail.error && (
        <Notice tone="danger" title={w.failed}>
          <code>{mail.error}</code>
        </Notice>
      )}
      {warnings.length > 0 && <Notice title={warnings.map((warning) => w.warnings[warning]).join(" ")} />}
      <Facts mail={mail} ticket={ticket} />
      <Panel title={w.newWords}>
        <pre class="mail-text">{folded.text || w.emptyMessage}</pre>
      </Panel>
      {set && (
        <Panel title={w.folded} folds="closed">
          <pre class="mail-text">{set}</pre>
        </Panel>
      )}
      <Panel title={w.headers} folds="closed">
        <pre class="mail-text">{headers}</pre>
      </Panel>
      <Panel
        title={w.raw}
        action={
          <LinkButton href={`${incomingPath}/${mail.id}/raw`} icon="download" size="sm" download>
            {w.download}
          </LinkButton>
        }
      >
        <code>{mail.messageId ?? ""}</code>
      </Panel>
    </div>
  );
};
