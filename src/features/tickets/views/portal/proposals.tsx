import { useUi } from "../../../../ui/index.ts";
import { approvalPath, ApprovalCard, type Approval } from "../../../approvals/index.ts";
import { approvalWords } from "../../words-approval.ts";
import type { RequestView } from "./request-view.ts";

/** The solution that waits for somebody's agreement; for whoever is asked, the question itself. */
export const PendingProposal = ({ view }: { view: RequestView }) => {
  const pending = pendingIn(view);
  return pending ? <Card view={view} approval={pending} /> : null;
};

/** What was proposed and decided before, folded. */
export const EarlierProposals = ({ view }: { view: RequestView }) => {
  const earlier = view.approvals.filter((approval) => approval !== pendingIn(view));
  if (earlier.length === 0) return null;
  return (
    <details id="earlier-proposals">
      <summary class="text-muted cursor-pointer">
        {approvalWords[useUi().locale].portal.earlier} ({earlier.length})
      </summary>
      <div class="mt-3 flex flex-col gap-4">
        {earlier.map((approval) => (
          <Card key={approval.id} view={view} approval={approval} />
        ))}
      </div>
    </details>
  );
};

export const pendingIn = ({ approvals }: Pick<RequestView, "approvals">): Approval | undefined =>
  approvals.find(({ outcome }) => outcome === null);

const Card = ({ view, approval }: { view: RequestView; approval: Approval }) => (
  <ApprovalCard
    approval={approval}
    viewer={{ personId: view.readerId, name: view.readerName }}
    look="portal"
    action={approvalPath(approval.id)}
    fields={{ back: "about" }}
    once={`${view.once}-${approval.id}`}
  />
);
