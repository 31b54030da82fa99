import {
  Button,
  Checkbox,
  Form,
  FieldError,
  Panel,
  RadioCards,
  TextArea,
  useUi,
  type FieldErrors,
} from "../../../../ui/index.ts";
import type { FormState } from "../../../../platform/http/form.ts";
import { ApprovalCard } from "../../../approvals/index.ts";
import type { Candidate } from "../../approvers.ts";
import { approvalWords } from "../../words-approval.ts";
import { ticketPath, type TicketScreen } from "./ticket-screen.ts";

/** What waits for somebody's agreement; else the place to put a solution before those who have to agree. */
export const Proposal = ({ screen }: { screen: TicketScreen }) => {
  const { ticket, approvals, offers, viewer, once } = screen;
  const pending = approvals.find(({ outcome }) => outcome === null);
  const state = refusedProposal(screen);
  // Words that were refused stay in sight, also where nothing can be proposed any more.
  const form = (!pending && offers.has("propose")) || state;
  return (
    <>
      {pending && (
        <ApprovalCard
          approval={pending}
          viewer={{ personId: viewer.id, name: viewer.name }}
          look="desk"
          withdrawAction={offers.has("withdraw") ? ticketPath(ticket, "/withdraw-proposal") : undefined}
          once={once}
        />
      )}
      {form && <ProposalForm screen={screen} state={state} />}
    </>
  );
};

/** The form as it was sent, when it was refused. */
export const refusedProposal = ({ refused }: TicketScreen): FormState | undefined =>
  refused?.kind === "other" && refused.state.lists["form"]?.[0] === "proposal" ? refused.state : undefined;

const ProposalForm = ({ screen, state }: { screen: TicketScreen; state: FormState | undefined }) => {
  const w = approvalWords[useUi().locale];
  const { ticket, approvals, candidates, once } = screen;
  // What comes back from the server knows the text by the action's own name.
  const { text, ...others } = state?.errors ?? {};
  const errors: FieldErrors = {
    ...(state?.problem !== undefined && { "": state.problem }),
    ...others,
    ...(text !== undefined && { proposal: text }),
  };
  return (
    <Panel id="proposal" title={approvals.length > 0 ? w.proposeAgain : w.propose} folds={state ? "open" : "closed"}>
      {candidates.length === 0 && !state ? (
        <p class="muted">{w.nobody}</p>
      ) : (
        <Form
          id="proposal-form"
          action={ticketPath(ticket, "/propose")}
          labels={{ proposal: w.text, approverIds: w.approvers }}
          values={state ? { ...state.values, ...state.lists } : {}}
          errors={errors}
        >
          <input type="hidden" name="form" value="proposal" />
          <input type="hidden" name="once" value={`${once}-proposal`} />
          <input type="hidden" name="version" value={ticket.version} />
          <p class="muted">{w.proposeHelp}</p>
          <TextArea name="proposal" label={w.text} help={w.textHelp} rows={5} mark={false} maxLength={20_000} />
          <Approvers
            candidates={candidates}
            chosen={state && (state.lists["approverIds"] ?? [])}
            error={errors["approverIds"]}
          />
          <RadioCards
            name="rule"
            label={w.rule}
            value="all"
            mark={false}
            columns={2}
            options={[
              { value: "all", label: w.rules.all },
              { value: "any", label: w.rules.any },
            ]}
          />
          <div>
            <Button kind="primary" icon="badge-check">
              {w.ask}
            </Button>
          </div>
        </Form>
      )}
    </Panel>
  );
};

interface ApproversProps {
  candidates: readonly Candidate[];
  /** As ticked before the form was refused. */
  chosen: readonly string[] | undefined;
  error: string | undefined;
}

/** Requester, CC and managers at once; the rest of a large organisation folded. */
const Approvers = ({ candidates, chosen, error }: ApproversProps) => {
  const w = approvalWords[useUi().locale];
  const [first] = candidates;
  const ticked = chosen ?? (first ? [String(first.personId)] : []);
  const near = candidates.filter(({ as }) => as !== "member");
  const others = candidates.filter(({ as }) => as === "member");
  const line = ({ personId, name, email, as }: Candidate) => (
    <Checkbox
      key={personId}
      id={personId === first?.personId ? "proposal-form-approverIds" : `proposal-form-approverIds-${personId}`}
      name="approverIds"
      value={String(personId)}
      label={`${name} · ${w.as[as]}`}
      help={email}
      checked={ticked.includes(String(personId))}
      error=""
    />
  );
  return (
    <fieldset class="field">
      <legend class="field-label">{w.approvers}</legend>
      <div class="stack gap-2">
        {near.map(line)}
        {others.length > 0 && (
          <details
            class="property-more"
            id="more-approvers"
            open={others.some(({ personId }) => chosen?.includes(String(personId)))}
          >
            <summary>{w.more({ count: others.length })}</summary>
            <div class="stack gap-2">{others.map(line)}</div>
          </details>
        )}
      </div>
      <FieldError id="proposal-form-approverIds" error={error} />
    </fieldset>
  );
};
