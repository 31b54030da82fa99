import { Button, LinkButton, Notice, Panel, useUi } from "../../../../ui/index.ts";
import type { TimelineEntry } from "../../rules/sight.ts";
import type { Ticket } from "../../rules/ticket.ts";
import { togetherWords } from "../../words-together.ts";
import { TicketLine } from "./ticket-people.tsx";
import { ticketHref, ticketPath, type TicketScreen } from "./ticket-screen.ts";

/** Above a ticket that goes on elsewhere: where, and the way back. */
export const MergedNotice = ({ screen }: { screen: TicketScreen }) => {
  const w = togetherWords[useUi().locale].merged;
  const { ticket, offers, list, together } = screen;
  if (!together.into) return null;
  const { number } = together.into.ticket;
  return (
    <Notice
      icon="git-merge"
      title={w.title({ number })}
      actions={
        <>
          <LinkButton href={ticketHref(number, list)} kind="primary" size="sm" icon="arrow-right">
            {w.open({ number })}
          </LinkButton>
          {offers.has("unmerge") && <Unmerge ticket={ticket} label={w.undo} />}
        </>
      }
    >
      <p>
        {w.text} {together.into.isApart && w.apart}
      </p>
    </Notice>
  );
};

/** Beside a ticket in which others go on. */
export const MergedPanel = ({ screen: { together, list } }: { screen: TicketScreen }) => {
  const w = togetherWords[useUi().locale].merged;
  if (together.merged.length === 0) return null;
  return (
    <Panel look="section" title={w.into}>
      <ul class="ticket-lines">
        {together.merged.map((ticket) => (
          <li key={ticket.id} class="linked-line">
            <TicketLine ticket={ticket} list={list} />
            <Unmerge ticket={ticket} label={w.undoOf({ number: ticket.number })} kind="quiet" iconOnly />
          </li>
        ))}
      </ul>
    </Panel>
  );
};

/** Which ticket the line of history says to have been merged, as long as it is. */
export const mergedBy = (entry: TimelineEntry, screen: TicketScreen): Ticket | undefined => {
  const { ticket, offers, together, entries } = screen;
  const { name, payload } = entry;
  const source =
    name === "ticket.merged" && ticket.mergedInto !== null && offers.has("unmerge")
      ? ticket
      : name === "ticket.absorbed"
        ? together.merged.find(({ id }) => id === payload["fromId"])
        : undefined;
  // It may have been merged, undone and merged again.
  const last = entries.findLast((each) => each.name === name && each.payload["fromId"] === payload["fromId"]);
  return last?.id === entry.id ? source : undefined;
};

export const UnmergeBeside = ({ ticket }: { ticket: Ticket }) => (
  <Unmerge ticket={ticket} label={togetherWords[useUi().locale].merged.undo} kind="quiet" />
);

interface UnmergeProps {
  ticket: Ticket;
  label: string;
  kind?: "quiet" | "secondary";
  iconOnly?: boolean;
}

const Unmerge = ({ ticket, label, kind = "secondary", iconOnly = false }: UnmergeProps) => (
  <form method="post" action={ticketPath(ticket, "/unmerge")}>
    <Button size="sm" kind={kind} icon="undo-2" iconOnly={iconOnly}>
      {label}
    </Button>
  </form>
);
