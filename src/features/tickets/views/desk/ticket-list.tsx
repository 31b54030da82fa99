import { Icon, Time, useUi } from "../../../../ui/index.ts";
import { deskWords } from "../../words-desk.ts";
import { StatusTag } from "../tags.tsx";
import type { QueueRow } from "./queue-row.ts";
import { ticketHref } from "./ticket-screen.ts";

interface TicketListProps {
  /** What the list is called, e.g. the view's name. */
  title: string;
  rows: readonly QueueRow[];
  /** The ticket that is open beside it. */
  currentId: number;
  /** The query of the list's address. */
  list: string;
}

/** The list that the reader came from, beside the ticket. */
export const TicketList = ({ title, rows, currentId, list }: TicketListProps) => {
  const w = deskWords[useUi().locale].queue;
  return (
    <div class="side-list">
      <a class="side-list-title" href={`/desk${list ? `?${list}` : ""}`}>
        {title}
      </a>
      <ul>
        {rows.map((row) => (
          <li key={row.ticket.id} id={`side-${row.ticket.id}`}>
            <a
              class={row.isUnread ? "side-line side-line-unread" : "side-line"}
              href={ticketHref(row.ticket.number, list)}
              aria-current={row.ticket.id === currentId ? "true" : undefined}
            >
              <span class="side-line-head">
                <span class="side-line-who">{row.requester}</span>
                <Time at={row.ticket.lastActivityAt} />
              </span>
              <span class="side-line-subject">{row.ticket.subject}</span>
              <span class="side-line-foot">
                <StatusTag name={row.ticket.statusName} audience="agent" look="plain" />
                {row.customerWaits && (
                  <span title={w.customerWaits}>
                    <Icon name="message-circle" size={14} label={w.customerWaits} />
                  </span>
                )}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
};
