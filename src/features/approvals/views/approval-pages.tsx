import type { FormState } from "../../../platform/http/form.ts";
import { EmptyState, LinkButton, Notice, PageHeader, Table, Time, useUi, type Column } from "../../../ui/index.ts";
import { approvalPath, approvalsPath } from "../links.ts";
import { stateOf } from "../rules/outcome.ts";
import type { Approval } from "../types.ts";
import { usePageWords } from "../words.pages.ts";
import { ApprovalCard, ApprovalState } from "./approval-card.tsx";

/** What the person is and was asked for; what waits for him stands first. */
export const ApprovalListPage = ({ approvals, personId }: { approvals: readonly Approval[]; personId: number }) => {
  const w = usePageWords();
  const { now } = useUi();
  const waits = (approval: Approval): boolean =>
    stateOf(approval, now) === "pending" && !approval.decisions.some((decision) => decision.personId === personId);
  const columns: readonly Column<Approval>[] = [
    {
      key: "title",
      heading: w.about,
      width: "grow",
      narrow: "title",
      cell: ({ id, title }) => <a href={approvalPath(id)}>{title}</a>,
    },
    { key: "state", heading: w.approval, narrow: "fact", cell: (approval) => <ApprovalState approval={approval} /> },
    {
      key: "asked",
      heading: w.when,
      narrow: "fact",
      cell: ({ endedAt, expiresAt }) => (
        <>
          {endedAt === null && `${w.by} `}
          <Time at={endedAt ?? expiresAt} look="date" />
        </>
      ),
    },
  ];
  const rows = [...approvals.filter(waits), ...approvals.filter((approval) => !waits(approval))];
  return (
    <div class="stack">
      <PageHeader title={w.approvals}>
        <p>{w.approvalsAbout}</p>
      </PageHeader>
      <Table
        caption={w.approvals}
        columns={columns}
        rows={rows}
        keyOf={({ id }) => String(id)}
        strong={waits}
        empty={
          <EmptyState icon="badge-check" title={w.noApprovals}>
            {w.noApprovalsAbout}
          </EmptyState>
        }
      />
    </div>
  );
};

interface ApprovalPageProps {
  approval: Approval;
  viewer: { personId: number; name: string } | undefined;
  state: FormState | undefined;
  once: string;
}

export const ApprovalPage = ({ approval, viewer, state, once }: ApprovalPageProps) => {
  const w = usePageWords();
  return (
    <div class="stack">
      <PageHeader title={approval.title} crumbs={[{ label: w.approvals, href: approvalsPath }]} />
      <Told approval={approval} viewer={viewer} />
      <ApprovalCard {...{ approval, viewer, state, once }} look="portal" action={approvalPath(approval.id)} />
      <p>
        <a href={approval.path}>{w.open}</a>
      </p>
    </div>
  );
};

/** Without signing in: the same question for whoever has the link of the mail. */
export const LinkPage = ({ approval, viewer, state, once, action }: ApprovalPageProps & { action: string }) => (
  <div class="stack mt-4">
    <Told approval={approval} viewer={viewer} />
    <ApprovalCard {...{ approval, viewer, state, once, action }} look="page" />
  </div>
);

/** Said first where nothing is to be decided: why not. */
const Told = ({ approval, viewer }: Pick<ApprovalPageProps, "approval" | "viewer">) => {
  const w = usePageWords();
  const state = stateOf(approval, useUi().now);
  if (state !== "pending") return <Notice>{w.nothingToDo[state]}</Notice>;
  const isHeard = approval.decisions.some(({ personId }) => personId === viewer?.personId);
  return isHeard ? <Notice tone="success">{w.decidedAlready}</Notice> : null;
};

export const LinkProblemPage = ({ words }: { words: string }) => {
  const w = usePageWords();
  return (
    <div class="stack mt-3">
      <p>{words}</p>
      <LinkButton href={approvalsPath} kind="primary" wide>
        {w.toPortal}
      </LinkButton>
    </div>
  );
};
