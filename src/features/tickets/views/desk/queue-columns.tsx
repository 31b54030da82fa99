import { Avatar, Avatars, Icon, Time, useUi, type Column } from "../../../../ui/index.ts";
import type { Locale } from "../../../../platform/i18n/index.ts";
import type { SortKey } from "../../filter.ts";
import { queueHref, queueQuery, sortedBy, type ColumnKey } from "../../queue-address.ts";
import { words } from "../../words.ts";
import { deskWords } from "../../words-desk.ts";
import { DueTag } from "../due-tag.tsx";
import { ChannelMark, PriorityTag, StatusTag } from "../tags.tsx";
import type { QueueRow } from "./queue-row.ts";
import type { QueueView } from "./queue-view.ts";
import { ticketHref } from "./ticket-screen.ts";

type Cell = Omit<Column<QueueRow>, "key" | "heading" | "sort"> & { sortKey?: SortKey };

/** The columns that the reader chose, each sortable one with the link that sorts by it. */
export const useQueueColumns = (queue: QueueView): Column<QueueRow>[] => {
  const { locale } = useUi();
  const cells = cellsOf({ locale, list: queueQuery({ ...queue.place, cursor: undefined }, queue.views) });
  return queue.columns.map((key) => {
    const { sortKey, ...column } = cells[key];
    return {
      ...column,
      key,
      heading: deskWords[locale].columns[key],
      ...(sortKey && { sort: sortOf(queue, sortKey) }),
    };
  });
};

const sortOf = ({ place, views }: QueueView, key: SortKey): Column<QueueRow>["sort"] => {
  const { sort } = place.filter;
  return {
    href: queueHref({ ...place, filter: sortedBy(place, key), cursor: undefined }, views),
    ...(sort.key === key && { now: sort.isDescending ? "descending" : "ascending" }),
  };
};

const cellsOf = ({ locale, list }: { locale: Locale; list: string }): Record<ColumnKey, Cell> => ({
  number: {
    narrow: "fact",
    sortKey: "number",
    cell: ({ ticket }) => <span class="muted tabular">{ticket.number}</span>,
  },
  subject: { width: "grow", narrow: "title", cell: (row) => <Subject row={row} list={list} /> },
  requester: { narrow: "fact", from: "md", cell: (row) => <Requester row={row} /> },
  type: {
    narrow: "hide",
    from: "lg",
    cell: ({ ticket }) => <span class="muted">{ticket.type.names[locale]}</span>,
  },
  product: {
    narrow: "hide",
    from: "lg",
    cell: ({ product, version }) =>
      product && <span class="muted">{[product, version].filter(Boolean).join(" ")}</span>,
  },
  module: { narrow: "hide", from: "lg", cell: ({ module }) => module && <span class="muted">{module}</span> },
  status: {
    narrow: "fact",
    sortKey: "status",
    cell: ({ ticket }) => <StatusTag name={ticket.statusName} audience="agent" look="plain" />,
  },
  priority: {
    narrow: "fact",
    sortKey: "priority",
    cell: ({ ticket }) => ticket.priority && <PriorityTag priority={ticket.priority} look="plain" />,
  },
  due: {
    narrow: "fact",
    sortKey: "due",
    cell: ({ ticket }) => ticket.due && <DueTag due={ticket.due} look="plain" />,
  },
  assignees: { narrow: "fact", hideHeading: true, cell: ({ assignees }) => <Assignees names={assignees} /> },
  team: { narrow: "hide", from: "lg", cell: ({ team }) => team && <span class="muted">{team}</span> },
  tags: {
    narrow: "hide",
    from: "lg",
    cell: ({ ticket }) =>
      ticket.tags.map((tag) => (
        <span key={tag} class="tag-chip">
          {tag}
        </span>
      )),
  },
  channel: {
    narrow: "fact",
    from: "md",
    hideHeading: true,
    cell: ({ ticket }) => <ChannelMark channel={ticket.channel} />,
  },
  opened: {
    narrow: "hide",
    from: "lg",
    align: "end",
    sortKey: "opened",
    cell: ({ ticket }) => <Time at={ticket.openedAt} />,
  },
  lastActivity: {
    narrow: "fact",
    align: "end",
    sortKey: "last_activity",
    cell: ({ ticket }) => <Time at={ticket.lastActivityAt} />,
  },
});

const Subject = ({ row, list }: { row: QueueRow; list: string }) => {
  const { locale } = useUi();
  const w = deskWords[locale].queue;
  const { ticket } = row;
  return (
    <span class="subject">
      {row.isUnread && <span class="unread-dot" title={w.unread} />}
      {row.isUnread && <span class="sr-only">{w.unread}: </span>}
      <a class="subject-link" href={`${ticketHref(ticket.number, list)}#latest`} data-row-link>
        {ticket.subject}
      </a>
      {ticket.visibility === "internal" && <Icon name="lock" size={14} label={words[locale].visibilities.internal} />}
      {row.customerWaits && (
        <span class="waits" title={w.customerWaits}>
          <Icon name="message-circle" size={14} label={w.customerWaits} />
        </span>
      )}
      <span class="snippet">{row.snippet}</span>
    </span>
  );
};

const Requester = ({ row }: { row: QueueRow }) => (
  <span class="requester" title={[row.requester, row.organisation].filter(Boolean).join(" · ")}>
    <span class="requester-name">{row.requester}</span>
    {row.organisation && <span class="requester-of">{row.organisation}</span>}
  </span>
);

const Assignees = ({ names }: { names: readonly string[] }) => {
  const w = deskWords[useUi().locale].queue;
  const [only] = names;
  if (only === undefined)
    return (
      <span class="muted inline-flex align-middle" title={w.nobody}>
        <Icon name="circle-dashed" size={20} label={w.nobody} />
      </span>
    );
  return names.length === 1 ? <Avatar name={only} size="xs" labelled /> : <Avatars names={names} size="xs" />;
};
