import { DescriptionList, Panel, useUi, type Fact } from "../../../ui/index.ts";
import type { Outcome } from "../rehearsing.ts";
import { words } from "../words.ts";

/** What would become of a message that came now; nothing of it has happened. */
export const OutcomePanel = ({ outcome, isFiled }: { outcome: Outcome; isFiled: boolean }) => {
  const w = words[useUi().locale];
  const { state, verdict, reason, error, sender, ticket } = outcome;
  const facts: (Fact | false | null)[] = [
    { term: w.state, detail: w.states[state] },
    verdict && { term: w.verdict, detail: w.verdicts[verdict] },
    reason && { term: w.reason, detail: w.reasons[reason] },
    error !== null && { term: w.failed, detail: error },
    sender && {
      term: w.speaker,
      detail: `${sender.name ? `${sender.name} <${sender.address}>` : sender.address} (${sender.isKnown ? w.known : w.unknown})`,
    },
    ticket && {
      term: w.ticket,
      detail: ticket.isNew ? (
        w.newTicket({ subject: ticket.subject })
      ) : (
        <a class="text-link" href={`/desk/tickets/${ticket.number}`}>
          {w.openTicket(ticket)}: {ticket.subject}
        </a>
      ),
    },
  ];
  return (
    <Panel title={w.wouldBe} id="now">
      <div class="stack gap-3">
        <DescriptionList items={facts.filter((fact) => !!fact)} />
        <p class="text-muted">{isFiled ? w.nothingDoubled : w.nothingDone}</p>
      </div>
    </Panel>
  );
};
