import { countRemotePictures } from "../../../platform/html/remote-pictures.ts";
import { formatBytes } from "../../../platform/i18n/index.ts";
import type { MailAddress } from "../../../platform/mail/parsed-mail.ts";
import {
  DescriptionList,
  Notice,
  Panel,
  PictureFrame,
  Prose,
  RemotePictures,
  Table,
  Time,
  useUi,
  type Column,
  type Fact,
} from "../../../ui/index.ts";
import type { MailReport, ReportedFile } from "../report.ts";
import { words } from "../words.ts";

/** How the pictures that lie elsewhere are asked for; none for a message that is not kept. */
export interface ReportPictures {
  isShown: boolean;
  showHref: string;
  hideHref: string;
  frameSrc: string;
}

export interface ReportPanelsProps {
  report: MailReport;
  /** As they stand in the message. */
  headers: string;
  pictures?: ReportPictures | undefined;
}

/** Everything that `tresen mail inspect` tells of a message, to be read. */
export const ReportPanels = ({ report, headers, pictures }: ReportPanelsProps) => {
  const w = words[useUi().locale];
  const { reply, bounce } = report;
  return (
    <>
      {report.warnings.length > 0 && <Notice title={report.warnings.map((each) => w.warnings[each]).join(" ")} />}
      <Panel title={w.found}>
        <DescriptionList items={factsOf(report, w)} />
      </Panel>
      {bounce && (
        <Panel title={w.bounce.title}>
          <DescriptionList
            items={[
              { term: w.bounce.recipient, detail: bounce.recipient },
              { term: w.bounce.action, detail: bounce.action },
              { term: w.bounce.status, detail: bounce.status },
              { term: w.bounce.diagnostic, detail: bounce.diagnostic },
            ].filter(({ detail }) => detail !== "")}
          />
        </Panel>
      )}
      <Panel title={w.newWords}>
        <pre class="mail-text">{reply.text || w.emptyMessage}</pre>
      </Panel>
      <Folded title={w.quoted} text={reply.quoted} />
      <Folded title={w.signature} text={reply.signature} />
      {report.attachments.length > 0 && <Files files={report.attachments} />}
      <Folded title={w.wholeText} text={report.text} />
      {report.html !== null && <Html html={report.html} pictures={pictures} />}
      <Folded title={w.headers} text={headers} />
    </>
  );
};

const Folded = ({ title, text }: { title: string; text: string }) =>
  text === "" ? null : (
    <Panel title={title} folds="closed">
      <pre class="mail-text">{text}</pre>
    </Panel>
  );

const Html = ({ html, pictures }: { html: string; pictures: ReportPictures | undefined }) => {
  const w = words[useUi().locale];
  const elsewhere = countRemotePictures(html);
  const isShown = elsewhere > 0 && pictures?.isShown === true;
  return (
    <Panel title={w.html} folds={isShown ? "open" : "closed"} id="html">
      {isShown ? (
        <PictureFrame src={pictures.frameSrc} hideHref={pictures.hideHref} />
      ) : (
        <>
          <Prose>
            <div dangerouslySetInnerHTML={{ __html: withoutOwn(html).replaceAll("<pre>", '<pre tabindex="0">') }} />
          </Prose>
          {elsewhere > 0 && <RemotePictures count={elsewhere} showHref={pictures?.showHref} />}
        </>
      )}
    </Panel>
  );
};

/** Pictures that came along stand among the files; a browser cannot fetch them by their name in the message. */
const withoutOwn = (html: string): string => html.replaceAll(/ src="cid:[^"]*"/g, "");

const addressOf = ({ name, address }: MailAddress): string => (name ? `${name} <${address}>` : address);

/** Beyond that nobody reads them one by one. */
const mostShown = 50;

const listed = (all: readonly string[]): string =>
  [...all.slice(0, mostShown), ...(all.length > mostShown ? [`… (${all.length})`] : [])].join(", ");

const factsOf = (report: MailReport, w: (typeof words)["en"]): Fact[] => {
  const { from, to, cc, replyTo, date } = report;
  return [
    { term: w.verdict, detail: w.verdicts[report.verdict] },
    { term: w.reason, detail: report.reason === "written" ? w.written : w.reasons[report.reason] },
    { term: w.from, detail: from ? addressOf(from) : "" },
    { term: w.to, detail: listed(to.map(addressOf)) },
    { term: w.cc, detail: listed(cc.map(addressOf)) },
    { term: w.replyTo, detail: listed(replyTo.map(addressOf)) },
    { term: w.subject, detail: report.subject },
    { term: w.date, detail: date === null ? "" : <Time at={new Date(date)} look="datetime" /> },
    { term: "Message-ID", detail: report.messageId ?? "" },
    { term: "In-Reply-To", detail: report.inReplyTo ?? "" },
    { term: "References", detail: listed(report.references) },
  ].filter(({ detail }) => detail !== "");
};

const Files = ({ files }: { files: readonly ReportedFile[] }) => {
  const { locale } = useUi();
  const w = words[locale];
  const columns: Column<ReportedFile>[] = [
    { key: "name", heading: w.file, width: "grow", narrow: "title", cell: ({ name }) => name },
    { key: "type", heading: w.type, narrow: "fact", cell: ({ type }) => type },
    { key: "size", heading: w.size, align: "end", narrow: "fact", cell: ({ size }) => formatBytes(size, locale) },
    {
      key: "place",
      heading: w.place,
      narrow: "fact",
      cell: ({ inline, contentId }) => [inline ? w.inline : w.attached, contentId].filter(Boolean).join(" · "),
    },
    {
      key: "sha256",
      heading: "SHA-256",
      narrow: "fact",
      cell: ({ sha256 }) => <code title={sha256}>{`${sha256.slice(0, 12)}…`}</code>,
    },
  ];
  return (
    <Panel title={w.files}>
      <Table caption={w.files} columns={columns} rows={files} keyOf={(row) => `${files.indexOf(row)}`} />
    </Panel>
  );
};
