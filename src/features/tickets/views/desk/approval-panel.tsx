import { Button, Form, Panel, TextInput, Time, useUi } from "../../../../ui/index.ts";
import { approvalPath } from "../../../approvals/index.ts";
import { approvalWords } from "../../words-approval.ts";
import { ticketPath, type TicketScreen } from "./ticket-screen.ts";

/** Where the ticket stands with those who have to agree, what was proposed before, and the way without. */
export const ApprovalPanel = ({ screen }: { screen: TicketScreen }) => {
  const { locale } = useUi();
  const w = approvalWords[locale];
  const { ticket, approvals, offers } = screen;
  const isDemanded = ticket.type.needsApproval;
  if (!isDemanded && approvals.length === 0) return null;
  return (
    <Panel look="section" title={w.title} id="approval">
      <div class="stack gap-2">
        <p>{w.states[ticket.approval]}</p>
        {isDemanded && ticket.approval === "none" && <p class="small muted">{w.demanded}</p>}
        {approvals.length > 0 && (
          <ul class="ticket-lines small">
            {approvals.map(({ id, askedAt, text }) => (
              <li key={id}>
                <a href={approvalPath(id)} title={text}>
                  <Time at={askedAt} look="datetime" />
                </a>{" "}
                <span class="muted">{text.slice(0, 60)}</span>
              </li>
            ))}
          </ul>
        )}
        {offers.has("waive") && (
          <details class="property-more" id="waive-approval">
            <summary>{w.waive}</summary>
            <Form id="waive-form" action={ticketPath(ticket, "/waive")} plain class="stack">
              <p class="small muted">{w.waiveHelp}</p>
              <TextInput name="reason" label={w.reason} mark={false} required maxLength={1_000} />
              <div>
                <Button size="sm" icon="zap">
                  {w.goWithout}
                </Button>
              </div>
            </Form>
          </details>
        )}
      </div>
    </Panel>
  );
};
