import {
  Button,
  FileInput,
  Form,
  LinkButton,
  OffsetPager,
  PageHeader,
  Pager,
  Table,
  Time,
  useUi,
  type Column,
} from "../../../ui/index.ts";
import type { MailReport } from "../report.ts";
import type { Outcome } from "../rehearsing.ts";
import { words } from "../words.ts";
import { incomingPath } from "./incoming-list.tsx";
import { OutcomePanel } from "./outcome-panel.tsx";
import { ReportPanels } from "./report-panels.tsx";

export const benchPath = `${incomingPath}/bench`;

export interface BenchPageProps {
  /** In bytes. */
  largest: number;
  problem?: string | undefined;
  /** The file, where it holds several messages. */
  box?: MailboxPage | undefined;
  seen?: SeenMessage | undefined;
}

/** What is shown of one message. */
export interface SeenMessage {
  name: string;
  report: MailReport;
  headers: string;
  outcome: Outcome;
}

/** One page of a mailbox file's list. */
export interface MailboxShown {
  offset: number;
  size: number;
  rows: (Pick<MailReport, "subject" | "from" | "date" | "verdict"> & { number: number })[];
}

interface MailboxPage {
  name: string;
  /** Where this file is looked at. */
  href: string;
  total: number;
  /** Which message is shown, from 1. */
  at?: number;
  list?: MailboxShown;
}

/** A file with a message, to see what would become of it. */
export const BenchPage = ({ largest, problem, box, seen }: BenchPageProps) => {
  const w = words[useUi().locale];
  return (
    <div class="mail-page">
      <PageHeader title={w.bench} crumbs={[{ label: w.incoming, href: incomingPath }]}>
        {w.benchAbout}
      </PageHeader>
      <Form id="bench" action={benchPath} files turbo={false} errors={problem ? { mail: problem } : {}}>
        <FileInput
          name="mail"
          label={w.benchFile}
          accept=".eml,.msg,.mbox,.box,.raw,.txt,message/rfc822"
          limits={{ each: largest, count: 1 }}
          mark={false}
        />
        <div class="row">
          <Button icon="search" kind="primary">
            {w.benchLook}
          </Button>
        </div>
      </Form>
      {box?.list && <MailboxList box={box} list={box.list} />}
      {seen && (
        <>
          <h2 class="text-lg font-semibold">{seen.name}</h2>
          {box?.at !== undefined && <Turn box={box} at={box.at} />}
          <OutcomePanel outcome={seen.outcome} isFiled={false} />
          <ReportPanels report={seen.report} headers={seen.headers} />
        </>
      )}
    </div>
  );
};

type Row = MailboxShown["rows"][number];

const columnsOf = (w: (typeof words)["en"], href: string): Column<Row>[] => [
  {
    key: "subject",
    heading: w.subject,
    width: "grow",
    narrow: "title",
    cell: ({ number, subject }) => <a href={`${href}&message=${number}`}>{subject || w.noSubject}</a>,
  },
  {
    key: "from",
    heading: w.from,
    cell: ({ from }) => from && <span title={from.address}>{from.name || from.address}</span>,
  },
  { key: "verdict", heading: w.verdict, narrow: "fact", cell: ({ verdict }) => w.verdicts[verdict] },
  {
    key: "date",
    heading: w.date,
    align: "end",
    narrow: "fact",
    cell: ({ date }) => date !== null && <Time at={new Date(date)} look="datetime" />,
  },
];

const MailboxList = ({ box: { name, href, total }, list }: { box: MailboxPage; list: MailboxShown }) => {
  const w = words[useUi().locale];
  return (
    <>
      <h2 class="text-lg font-semibold">{w.benchMailbox({ name, count: total })}</h2>
      <Table caption={name} columns={columnsOf(w, href)} rows={list.rows} keyOf={({ number }) => `${number}`} />
      <OffsetPager {...list} shown={list.rows.length} total={total} hrefOf={(offset) => `${href}&from=${offset}`} />
    </>
  );
};

const Turn = ({ box: { href, total }, at }: { box: MailboxPage; at: number }) => {
  const w = words[useUi().locale];
  return (
    <>
      <div class="row">
        <LinkButton href={href} icon="list" size="sm">
          {w.benchAll({ count: total })}
        </LinkButton>
      </div>
      <Pager
        shown={w.benchOf({ at, count: total })}
        previousHref={at > 1 ? `${href}&message=${at - 1}` : undefined}
        nextHref={at < total ? `${href}&message=${at + 1}` : undefined}
      />
    </>
  );
};
