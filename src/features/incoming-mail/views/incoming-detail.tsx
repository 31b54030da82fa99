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
import { isStuck, type IncomingMail } from "../mail.ts";
import type { MailReport } from "../report.ts";
import type { Outcome } from "../rehearsing.ts";
import { words } from "../words.ts";
import { incomingPath } from "./incoming-list.tsx";
import { OutcomePanel } from "./outcome-panel.tsx";
import { ReportPanels, type ReportPictures } from "./report-panels.tsx";
import { IncomingStateTag } from "./verdict-tag.tsx";

export interface IncomingDetailProps {
  mail: IncomingMail;
  report: MailReport;
  /** As they stand in the message. */
  headers: string;
  /** What would become of it now, when somebody has asked. */
  outcome: Outcome | undefined;
  pictures: ReportPictures;
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
    { term: w.handedBy, detail: mail.envelope.from || addressOf(mail.from) },
    { term: w.handedTo, detail: mail.envelope.to.join(", ") },
    { term: w.when, detail: <Time at={mail.receivedAt} look="datetime" /> },
    { term: w.source, detail: mail.source },
    { term: w.size, detail: formatBytes(mail.size, locale) },
  ];
  return <DescriptionList items={facts.filter((fact) => !!fact)} />;
};

const Actions = ({ mail, once }: Pick<IncomingDetailProps, "mail" | "once">) => (
  <div class="row">
    <LinkButton href={`${incomingPath}/${mail.id}?now=1#now`} icon="eye">
      {words[useUi().locale].lookNow}
    </LinkButton>
    <Retry mail={mail} once={once} />
  </div>
);

export const IncomingDetail = (props: IncomingDetailProps) => {
  const { mail, report, headers, outcome, ticket, once, problem, pictures } = props;
  const w = words[useUi().locale];
  return (
    <div class="mail-page">
      <PageHeader
        title={mail.subject || w.noSubject}
        crumbs={[{ label: w.incoming, href: incomingPath }]}
        actions={<Actions mail={mail} once={once} />}
      />
      {problem && <Notice tone="danger" title={problem} />}
      {mail.error && (
        <Notice tone="danger" title={w.failed}>
          <code>{mail.error}</code>
        </Notice>
      )}
      <Facts mail={mail} ticket={ticket} />
      {outcome && <OutcomePanel outcome={outcome} isFiled={mail.state === "filed"} />}
      <ReportPanels report={report} headers={headers} pictures={pictures} />
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
