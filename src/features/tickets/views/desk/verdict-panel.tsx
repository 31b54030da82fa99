import { Button, Form, Icon, Panel, Select, TextInput, Time, useUi } from "../../../../ui/index.ts";
import { confirmationWays, type Ticket } from "../../rules/ticket.ts";
import { procedureWords } from "../../words-procedure.ts";
import { ticketPath, type TicketScreen } from "./ticket-screen.ts";

/** What the type demands of the customer, where it stands, and what the desk can do for one who does not say it here. */
export const VerdictPanel = ({ screen: { ticket, offers } }: { screen: TicketScreen }) => {
  const w = procedureWords[useUi().locale];
  const { needsConfirmation, needsFeedback } = ticket.type;
  if ((!needsConfirmation && !needsFeedback) || ticket.visibility === "internal") return null;
  return (
    <Panel look="section" title={w.verdict} id="verdict">
      <div class="stack gap-2">
        {needsConfirmation && (
          <Verdict words={w.confirmation} given={ticket.confirmedAt} waived={ticket.confirmationWaivedAt} />
        )}
        {offers.has("recordConfirmation") && <RecordForm ticket={ticket} />}
        {offers.has("waiveConfirmation") && <WaiverForm ticket={ticket} demand="confirmation" />}
        {needsFeedback && <Verdict words={w.feedback} given={ticket.ratedAt} waived={ticket.feedbackWaivedAt} />}
        {offers.has("waiveFeedback") && <WaiverForm ticket={ticket} demand="feedback" />}
      </div>
    </Panel>
  );
};

interface VerdictProps {
  words: { missing: string; given: string; waived: string };
  given: Date | null;
  waived: Date | null;
}

const Verdict = ({ words, given, waived }: VerdictProps) => {
  const at = given ?? waived;
  if (!at) return <p class="small muted">{words.missing}</p>;
  return (
    <p class="small muted">
      <Icon name={given ? "badge-check" : "zap"} size={14} /> {given ? words.given : words.waived} <Time at={at} />
    </p>
  );
};

const RecordForm = ({ ticket }: { ticket: Ticket }) => {
  const w = procedureWords[useUi().locale].confirmation;
  return (
    <details class="property-more" id="record-confirmation" data-edits>
      <summary>{w.record}</summary>
      <Form id="confirmation-form" action={ticketPath(ticket, "/confirmation")} plain class="stack">
        <input type="hidden" name="version" value={ticket.version} />
        <Select
          name="how"
          label={w.how}
          mark={false}
          value="telephone"
          options={confirmationWays.map((value) => ({ value, label: w.ways[value] }))}
        />
        <TextInput name="by" label={w.by} mark={false} required maxLength={200} />
        <div>
          <Button size="sm" icon="badge-check">
            {w.save}
          </Button>
        </div>
      </Form>
    </details>
  );
};

const WaiverForm = ({ ticket, demand }: { ticket: Ticket; demand: "confirmation" | "feedback" }) => {
  const w = procedureWords[useUi().locale];
  return (
    <details class="property-more" id={`waive-${demand}`} data-edits>
      <summary>{w[demand].waive}</summary>
      <Form id={`waive-${demand}-form`} action={ticketPath(ticket, `/${demand}/waive`)} plain class="stack">
        <input type="hidden" name="version" value={ticket.version} />
        <p class="small muted">{w.confirmation.waiveHelp}</p>
        <TextInput name="reason" label={w.confirmation.reason} mark={false} required maxLength={1_000} />
        <div>
          <Button size="sm" icon="zap">
            {w[demand].waive}
          </Button>
        </div>
      </Form>
    </details>
  );
};
