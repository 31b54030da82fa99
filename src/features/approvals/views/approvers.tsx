import { Icon, Time, useUi, type IconName } from "../../../ui/index.ts";
import { stateOf } from "../rules/outcome.ts";
import type { Approval, Approver } from "../types.ts";
import { usePageWords } from "../words.pages.ts";

const icons: Record<"approved" | "declined" | "open", { icon: IconName; ink: string }> = {
  approved: { icon: "badge-check", ink: "text-success-ink" },
  declined: { icon: "circle-x", ink: "text-danger-ink" },
  open: { icon: "hourglass", ink: "text-muted" },
};

/** Everybody who was asked, with what he decided, when, by which way, and in which words. */
export const Approvers = ({ approval }: { approval: Approval }) => (
  <ul class="stack gap-2" aria-label={usePageWords().people}>
    {approval.approvers.map((approver) => (
      <ApproverLine key={approver.personId} approver={approver} approval={approval} />
    ))}
  </ul>
);

const ApproverLine = ({ approver, approval }: { approver: Approver; approval: Approval }) => {
  const w = usePageWords();
  const { now } = useUi();
  const decision = approval.decisions.find(({ personId }) => personId === approver.personId);
  const { icon, ink } = icons[decision?.verdict ?? "open"];
  const isPending = stateOf(approval, now) === "pending";
  return (
    <li class="flex gap-2">
      <span class={`${ink} mt-1`}>
        <Icon name={icon} size={16} />
      </span>
      <div class="min-w-0">
        <p>
          <b>{decision?.personName ?? approver.name}</b>{" "}
          {decision ? (
            <>
              {decision.verdict === "approved"
                ? w.approvedBy({ way: w.ways[decision.via] })
                : w.declinedBy({ way: w.ways[decision.via] })}
              {" · "}
              <Time at={decision.at} look="datetime" />
            </>
          ) : (
            <span class="text-muted">{isPending ? w.notYet : w.noLonger}</span>
          )}
        </p>
        {decision?.reason && <p class="plain-text break-words">{decision.reason}</p>}
      </div>
    </li>
  );
};
