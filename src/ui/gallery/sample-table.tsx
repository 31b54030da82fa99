import { Avatar } from "../parts/avatar.tsx";
import { Table, type Column } from "../parts/table.tsx";
import { Tag } from "../parts/tag.tsx";
import { Time } from "../parts/time.tsx";
import { priorityLook, statusLook, useAgo, useSampleTickets, useSampleWords, type SampleTicket } from "./samples.tsx";

const SubjectCell = ({ ticket, subtle }: { ticket: SampleTicket; subtle?: boolean | undefined }) => (
  <>
    <a href="?show=ticket" data-row-link class="hover:underline">
      {ticket.subject}
    </a>
    {!subtle && (
      <span class="small muted block truncate font-normal">
        {ticket.requester} · {ticket.organisation}
      </span>
    )}
  </>
);

const Person = ({ name, nobody }: { name: string | undefined; nobody: string }) =>
  name ? (
    <span class="inline-flex items-center gap-2">
      <Avatar name={name} size="xs" />
      {name}
    </span>
  ) : (
    <span class="muted">{nobody}</span>
  );

const useAgentColumns = (): readonly Column<SampleTicket>[] => {
  const words = useSampleWords();
  const ago = useAgo();
  return [
    {
      key: "number",
      heading: words.number,
      narrow: "fact",
      sort: { href: "?sort=number" },
      cell: (t) => <span class="muted tabular">{t.number}</span>,
    },
    {
      key: "subject",
      heading: words.subject,
      width: "grow",
      narrow: "title",
      sort: { href: "?sort=subject" },
      cell: (t) => <SubjectCell ticket={t} />,
    },
    {
      key: "status",
      heading: words.status,
      narrow: "fact",
      cell: (t) => (
        <Tag look="plain" {...statusLook[t.status]}>
          {words.statuses[t.status]}
        </Tag>
      ),
    },
    {
      key: "priority",
      heading: words.priority,
      hideHeading: true,
      narrow: "fact",
      from: "md",
      cell: (t) => (
        <Tag look="plain" {...priorityLook[t.priority]}>
          {words[t.priority]}
        </Tag>
      ),
    },
    {
      key: "assignee",
      heading: words.assignee,
      narrow: "hide",
      from: "lg",
      cell: (t) => <Person name={t.assignee} nobody={words.nobody} />,
    },
    {
      key: "due",
      heading: words.due,
      narrow: "fact",
      sort: { href: "?sort=due", now: "ascending" },
      cell: (t) =>
        t.due && (
          <Tag look="plain" tone={t.due === "over" ? "danger" : "neutral"} icon={t.due === "over" ? "timer" : "clock"}>
            {t.due === "over" ? words.overdue : words.dueIn}
          </Tag>
        ),
    },
    {
      key: "activity",
      heading: words.activity,
      align: "end",
      narrow: "fact",
      from: "md",
      sort: { href: "?sort=activity" },
      cell: (t) => (
        <span class="muted">
          <Time at={ago(t.minutes)} />
        </span>
      ),
    },
  ];
};

/** As agents see a queue. */
export const QueueTable = ({ rows }: { rows?: readonly SampleTicket[] }) => {
  const words = useSampleWords();
  const tickets = useSampleTickets();
  return (
    <Table
      caption={words.list}
      columns={useAgentColumns()}
      rows={rows ?? tickets}
      keyOf={(ticket) => String(ticket.number)}
      strong={(ticket) => ticket.fresh === true}
      selection={{ form: "bulk", name: "ticket", valueOf: (t) => String(t.number), labelOf: (t) => `${t.number}` }}
    />
  );
};

/** As customers see their requests. */
export const RequestTable = () => {
  const words = useSampleWords();
  const ago = useAgo();
  const rows = useSampleTickets();
  return (
    <Table
      caption={words.yourOpen}
      rows={rows.slice(0, 3)}
      keyOf={(ticket) => String(ticket.number)}
      strong={(ticket) => ticket.fresh === true}
      columns={[
        {
          key: "subject",
          heading: words.subject,
          width: "grow",
          narrow: "title",
          cell: (t) => <SubjectCell ticket={t} subtle />,
        },
        {
          key: "number",
          heading: words.number,
          narrow: "fact",
          from: "md",
          cell: (t) => <span class="muted">{t.number}</span>,
        },
        {
          key: "status",
          heading: words.status,
          narrow: "fact",
          cell: (t) => <Tag {...statusLook[t.status]}>{words.statuses[t.status]}</Tag>,
        },
        {
          key: "activity",
          heading: words.activity,
          align: "end",
          narrow: "fact",
          cell: (t) => (
            <span class="muted small">
              <Time at={ago(t.minutes)} />
            </span>
          ),
        },
      ]}
    />
  );
};
