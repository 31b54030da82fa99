import { Button, FileInput, Form, PageHeader, useUi } from "../../../ui/index.ts";
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
  seen?: { name: string; report: MailReport; headers: string; outcome: Outcome } | undefined;
}

/** A file with a message, to see what would become of it. */
export const BenchPage = ({ largest, problem, seen }: BenchPageProps) => {
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
      {seen && (
        <>
          <h2 class="text-lg font-semibold">{seen.name}</h2>
          <OutcomePanel outcome={seen.outcome} isFiled={false} />
          <ReportPanels report={seen.report} headers={seen.headers} />
        </>
      )}
    </div>
  );
};
