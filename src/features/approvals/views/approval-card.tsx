import type { FormState } from "../../../platform/http/form.ts";
import { onceField } from "../../../platform/http/submit.ts";
import {
  Button,
  Form,
  Notice,
  Panel,
  Tag,
  TextArea,
  Time,
  useUi,
  type IconName,
  type Tone,
} from "../../../ui/index.ts";
import { decisionProblem, stateOf, type Outcome } from "../rules/outcome.ts";
import type { Approval } from "../types.ts";
import { usePageWords } from "../words.pages.ts";
import { Approvers } from "./approvers.tsx";
import { SealedRecord } from "./sealed-record.tsx";

const looks: Record<Outcome | "pending", { tone: Tone; icon: IconName }> = {
  pending: { tone: "warning", icon: "hourglass" },
  approved: { tone: "success", icon: "badge-check" },
  declined: { tone: "danger", icon: "circle-x" },
  withdrawn: { tone: "neutral", icon: "undo-2" },
  expired: { tone: "neutral", icon: "clock" },
};

export const ApprovalState = ({ approval }: { approval: Pick<Approval, "outcome" | "expiresAt"> }) => {
  const w = usePageWords();
  const state = stateOf(approval, useUi().now);
  return <Tag {...looks[state]}>{w.states[state]}</Tag>;
};

export interface ApprovalCardProps {
  approval: Approval;
  /** Who looks at it: whoever is asked and still to be heard decides here. */
  viewer: { personId: number; name: string } | undefined;
  /** `portal` speaks to those who decide, `desk` to those who wait for them; `page` is alone in a card already. */
  look: "portal" | "desk" | "page";
  /** Where the decision goes. */
  action?: string | undefined;
  /** Sent along, e.g. where to go on afterwards. */
  fields?: Readonly<Record<string, string>> | undefined;
  /** Where it is withdrawn. */
  withdrawAction?: string | undefined;
  /** The form as it was sent, when it was refused. */
  state?: FormState | undefined;
  once: string;
}

/** The text, who decides about it, what they said, and, for whoever is still to be heard, the question itself. */
export const ApprovalCard = (props: ApprovalCardProps) => {
  const { approval, viewer, look, action } = props;
  const w = usePageWords();
  const { now } = useUi();
  const asked = { ...approval, approverIds: approval.approvers.map(({ personId }) => personId) };
  const decides = viewer !== undefined && decisionProblem(asked, { personId: viewer.personId, at: now }) === undefined;
  const isPending = stateOf(approval, now) === "pending";
  const title = decides && look !== "desk" ? w.question : w.approval;
  const id = `approval-${approval.id}`;
  const content = (
    <div class="stack">
      <p>
        <ApprovalState approval={approval} />
      </p>
      {props.state?.problem !== undefined && (
        <div role="alert">
          <Notice tone="warning">{props.state.problem}</Notice>
        </div>
      )}
      <blockquote class="plain-text border-line-strong border-l-4 pl-4 break-words">{approval.text}</blockquote>
      <Facts approval={approval} isPending={isPending} />
      <Approvers approval={approval} />
      {decides && action !== undefined ? (
        <DecisionForm {...props} action={action} viewer={viewer} />
      ) : (
        <KeptReason state={props.state} />
      )}
      {isPending && props.withdrawAction !== undefined && (
        <form method="post" action={props.withdrawAction}>
          <input type="hidden" name={onceField} value={`${props.once}-withdraw`} />
          <input type="hidden" name="approvalId" value={approval.id} />
          <Button size="sm" icon="undo-2">
            {w.withdraw}
          </Button>
        </form>
      )}
      <SealedRecord approval={approval} />
    </div>
  );
  if (look !== "page")
    return (
      <Panel id={id} title={title}>
        {content}
      </Panel>
    );
  return (
    <section id={id} class="stack" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {content}
    </section>
  );
};

const Facts = ({ approval, isPending }: { approval: Approval; isPending: boolean }) => {
  const w = usePageWords();
  const rule = approval.rule === "all" ? `${w.ruleAll} ${w.oneDeclines}` : `${w.ruleAny} ${w.oneDeclines}`;
  return (
    <div class="small text-muted">
      <p>
        {approval.askedBy.name && `${w.askedBy(approval.askedBy)} · `}
        <Time at={approval.askedAt} look="datetime" />
        {isPending && (
          <>
            {" · "}
            {w.until} <Time at={approval.expiresAt} look="date" />
          </>
        )}
      </p>
      {isPending && approval.approvers.length > 1 && <p>{rule}</p>}
    </div>
  );
};

/** What was typed for a decision that can no longer be made, so that it can be taken from here. */
const KeptReason = ({ state }: Pick<ApprovalCardProps, "state">) => {
  const w = usePageWords();
  const reason = state?.values["reason"]?.trim() ?? "";
  if (reason === "") return null;
  return (
    <Notice title={w.keptReason}>
      <p class="plain-text break-words">{reason}</p>
    </Notice>
  );
};

interface DecisionFormProps extends ApprovalCardProps {
  action: string;
  viewer: { personId: number; name: string };
}

const DecisionForm = ({ approval, action, fields = {}, viewer, state, once }: DecisionFormProps) => {
  const w = usePageWords();
  return (
    <Form
      id={`approval-form-${approval.id}`}
      action={action}
      labels={{ reason: w.reason }}
      errors={state?.errors ?? {}}
      values={state?.values ?? {}}
    >
      <input type="hidden" name={onceField} value={once} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextArea name="reason" label={w.reason} help={w.reasonHelp} mark={false} rows={3} maxLength={5_000} />
      <p class="small text-muted">
        {w.decidesAs(viewer)} {w.final}
      </p>
      <div class="form-actions">
        <Button kind="primary" icon="badge-check" name="verdict" value="approved">
          {w.approve}
        </Button>
        <Button icon="circle-x" name="verdict" value="declined">
          {w.decline}
        </Button>
      </div>
    </Form>
  );
};
