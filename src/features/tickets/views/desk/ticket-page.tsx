import { Notice, useUi } from "../../../../ui/index.ts";
import type { MessageKind } from "../../rules/ticket.ts";
import { deskWords } from "../../words-desk.ts";
import { ApprovalPanel } from "./approval-panel.tsx";
import { Proposal, refusedProposal } from "./proposal.tsx";
import { ClosesNotice, ProcedurePanels } from "./procedure-panels.tsx";
import { DeadlinesPanel } from "./deadlines-panel.tsx";
import { TicketComposer } from "./composer.tsx";
import { Conversation } from "./conversation.tsx";
import { KeysDialog } from "./keys-dialog.tsx";
import { Meanwhile } from "./meanwhile.tsx";
import { TicketDialogOf } from "./dialogs/ticket-dialog.tsx";
import { MergedNotice, MergedPanel, mergedBy, UnmergeBeside } from "./merged-notice.tsx";
import { OrdersPanel } from "./orders-panel.tsx";
import { letterPictures } from "../message-words.tsx";
import { KeptWords } from "./refused-form.tsx";
import { TasksPanel } from "./tasks-panel.tsx";
import { TicketAnswers } from "./ticket-answers.tsx";
import { TicketFacts } from "./ticket-facts.tsx";
import { TicketHeader } from "./ticket-header.tsx";
import { TicketPeople } from "./ticket-people.tsx";
import { TicketProperties } from "./ticket-properties.tsx";
import { ticketHref, ticketPath, type TicketScreen } from "./ticket-screen.ts";

interface TicketPageProps {
  screen: TicketScreen;
  /** The kind of words that is open at first. */
  compose: MessageKind | undefined;
}

/** The conversation with what it needs around it: header above, writing place at the end. */
export const TicketPage = ({ screen, compose }: TicketPageProps) => (
  <div class="ticket" data-presence-url={ticketPath(screen.ticket, "/presence")}>
    <TicketHeader screen={screen} />
    {/* Its place is always there: a refreshed page would otherwise push it below the conversation. */}
    <div id="ticket-refused">
      <RefusedChange screen={screen} />
    </div>
    <TicketDialogOf screen={screen} />
    <MergedNotice screen={screen} />
    <ClosesNotice screen={screen} />
    <Conversation
      ticket={screen.ticket}
      entries={screen.entries}
      deliveries={screen.deliveries}
      around={screen.around}
      readAt={screen.readAt}
      picturesOf={(id, anchor) =>
        letterPictures(id, {
          asked: screen.pictures,
          page: ticketHref(screen.ticket.number, screen.list),
          anchor,
          frame: ticketPath(screen.ticket, `/messages/${id}/pictures`),
        })
      }
      viewerId={screen.viewer.id}
      maySplit={screen.offers.has("split")}
      actionOf={(entry) => {
        const ticket = mergedBy(entry, screen);
        return ticket && <UnmergeBeside ticket={ticket} />;
      }}
    />
    <Proposal screen={screen} />
    <TicketComposer screen={screen} compose={compose} />
  </div>
);

/** A choice in the side panel or the header that could not be made. */
const RefusedChange = ({ screen }: { screen: TicketScreen }) => {
  const w = deskWords[useUi().locale].ticket;
  const { refused } = screen;
  // A refused proposal says so where it is written.
  if (refused?.kind !== "other" || refusedProposal(screen)) return null;
  const reasons = Object.values(refused.state.errors);
  return (
    <div role="alert" class="ticket-refused" id="refused" tabIndex={-1} data-stays data-error-summary>
      <Notice tone="warning" title={refused.state.problem ?? reasons[0] ?? w.refused}>
        {reasons.slice(refused.state.problem ? 0 : 1).map((reason) => (
          <p key={reason}>{reason}</p>
        ))}
        <KeptWords screen={screen} />
        <Meanwhile entries={refused.meanwhile} screen={screen} />
        {refused.meanwhile.length > 0 && <p>{w.refusedHelp}</p>}
      </Notice>
    </div>
  );
};

export const TicketAside = ({ screen }: { screen: TicketScreen }) => (
  <>
    <TicketProperties screen={screen} />
    <TicketAnswers screen={screen} />
    <ProcedurePanels screen={screen} />
    <ApprovalPanel screen={screen} />
    <DeadlinesPanel screen={screen} />
    <OrdersPanel screen={screen} />
    <TasksPanel screen={screen} />
    <MergedPanel screen={screen} />
    <TicketPeople screen={screen} />
    <TicketFacts screen={screen} />
    <KeysDialog />
  </>
);
