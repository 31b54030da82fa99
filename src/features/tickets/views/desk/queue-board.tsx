import { Avatars, Icon, Island, Menu, MenuButton, Time, useUi } from "../../../../ui/index.ts";
import { queueQuery } from "../../queue-address.ts";
import { statusName } from "../../rules/status.ts";
import { words } from "../../words.ts";
import { deskWords } from "../../words-desk.ts";
import { DueTag } from "../due-tag.tsx";
import { ChannelMark, PriorityTag, statusLook } from "../tags.tsx";
import { countWords } from "../count-words.ts";
import { QueueEmpty } from "./queue-empty.tsx";
import type { QueueRow } from "./queue-row.ts";
import type { Lane, QueueView } from "./queue-view.ts";
import { ticketHref, ticketPath } from "./ticket-screen.ts";

/** A lane for each status. Cards are moved by their menu, so also by keyboard and without script. */
export const QueueBoard = ({ queue }: { queue: QueueView }) => {
  if (queue.total === 0) return <QueueEmpty queue={queue} />;
  return (
    <>
      <div class="board" data-rows>
        {queue.lanes.map((lane) => (
          <LaneView key={lane.status} lane={lane} queue={queue} />
        ))}
      </div>
      <Island name="drag-cards" id="drag-cards" />
    </>
  );
};

const LaneView = ({ lane, queue }: { lane: Lane; queue: QueueView }) => {
  const { locale } = useUi();
  const w = deskWords[locale].queue;
  const look = statusLook(lane.status, "agent");
  return (
    <section class="lane" aria-labelledby={`lane-${lane.status}`} data-lane={lane.status}>
      <header class="lane-head">
        <Icon name={look.icon} size={14} />
        <h2 id={`lane-${lane.status}`}>{words[locale].statuses[lane.status]}</h2>
        <span class="muted tabular small">{countWords(lane.total, locale)}</span>
      </header>
      {lane.rows.length === 0 && <p class="lane-empty">{w.emptyLane}</p>}
      <ul>
        {lane.rows.map((row) => (
          <Card key={row.ticket.id} row={row} queue={queue} />
        ))}
      </ul>
      {lane.total > lane.rows.length && (
        <a class="text-link small lane-more" href={`/desk?status=${lane.status}`}>
          {w.allOfLane}
        </a>
      )}
    </section>
  );
};

const Card = ({ row, queue }: { row: QueueRow; queue: QueueView }) => {
  const { ticket } = row;
  const list = queueQuery(queue.place, queue.views);
  return (
    <li
      class={row.isUnread ? "board-card board-card-unread" : "board-card"}
      id={`card-${ticket.id}`}
      data-row={ticket.id}
      data-card
    >
      <div class="board-card-head">
        <span class="muted tabular small">#{ticket.number}</span>
        <ChannelMark channel={ticket.channel} />
        <span class="board-card-when">
          <Time at={ticket.lastActivityAt} />
        </span>
        <MoveMenu row={row} list={list} />
      </div>
      <a class="board-card-subject" href={`${ticketHref(ticket.number, list)}#latest`} data-row-link>
        {ticket.subject}
      </a>
      <p class="small muted board-card-who">
        {row.requester}
        {row.organisation && ` · ${row.organisation}`}
      </p>
      <div class="board-card-foot">
        {ticket.priority && <PriorityTag priority={ticket.priority} look="plain" />}
        {ticket.due && <DueTag due={ticket.due} look="plain" />}
        {row.assignees.length > 0 && <Avatars names={row.assignees} size="xs" />}
      </div>
    </li>
  );
};

const MoveMenu = ({ row, list }: { row: QueueRow; list: string }) => {
  const { locale } = useUi();
  const w = deskWords[locale].queue;
  const { ticket } = row;
  return (
    <Menu iconOnly kind="quiet" size="sm" align="end" label={w.moveCard({ number: ticket.number })}>
      {row.moves.map(({ verb, status }) => (
        <MenuButton
          key={verb}
          action={ticketPath(ticket, "/move")}
          name="verb"
          value={verb}
          to={status}
          fields={{ version: String(ticket.version), list, back: "queue" }}
          icon={statusLook(status, "agent").icon}
        >
          {statusName({ status, type: ticket.type })[locale]}
        </MenuButton>
      ))}
      {row.moves.length === 0 && <p class="menu-heading">{w.noMoves}</p>}
    </Menu>
  );
};
