import { cx, Pager, Table, useUi } from "../../../../ui/index.ts";
import { queueHref, usualColumns } from "../../queue-address.ts";
import { deskWords } from "../../words-desk.ts";
import { BulkBar } from "./bulk-bar.tsx";
import { QueueBoard } from "./queue-board.tsx";
import { countWords } from "../count-words.ts";
import { QueueEmpty } from "./queue-empty.tsx";
import { useQueueColumns } from "./queue-columns.tsx";
import { QueueFilters } from "./queue-filters.tsx";
import type { QueueRow } from "./queue-row.ts";
import type { QueueView } from "./queue-view.ts";
import { QueueReport } from "./queue-report.tsx";
import { QueueTools } from "./queue-tools.tsx";
import { SearchHelp } from "./search-help.tsx";

/** The tickets of a view or a search, as a table or as a board. */
export const QueuePage = ({ queue }: { queue: QueueView }) => {
  const { locale } = useUi();
  const w = deskWords[locale].queue;
  return (
    <div
      class={cx(
        "queue",
        queue.density === "roomy" && "queue-roomy",
        queue.columns.length > usualColumns.length && "queue-wide",
      )}
    >
      <header class="queue-head">
        <h1>{queue.title}</h1>
        <span class="muted tabular" title={w.total({ count: queue.total })}>
          {countWords(queue.total, locale)}
        </span>
        <QueueTools queue={queue} />
      </header>
      <QueueFilters queue={queue} />
      <QueueReport queue={queue} />
      <SearchHelp queue={queue} />
      {queue.place.layout === "board" ? <QueueBoard queue={queue} /> : <QueueTable queue={queue} />}
    </div>
  );
};

const QueueTable = ({ queue }: { queue: QueueView }) => {
  const { locale } = useUi();
  const w = deskWords[locale].queue;
  const columns = useQueueColumns(queue);
  return (
    <>
      <Table<QueueRow>
        caption={w.caption({ title: queue.title })}
        columns={columns}
        rows={queue.rows}
        keyOf={({ ticket }) => String(ticket.id)}
        strong={({ isUnread }) => isUnread}
        selection={{
          form: "bulk",
          name: "tickets",
          valueOf: ({ ticket }) => String(ticket.id),
          labelOf: ({ ticket }) => `#${ticket.number} ${ticket.subject}`,
        }}
        empty={<QueueEmpty queue={queue} />}
      />
      {queue.rows.length > 0 && <QueuePager queue={queue} />}
      <BulkBar queue={queue} />
    </>
  );
};

const QueuePager = ({ queue }: { queue: QueueView }) => {
  const { locale } = useUi();
  const w = deskWords[locale].queue;
  const { place, views, previous, next, rows, total } = queue;
  return (
    <Pager
      shown={w.shown({ shown: rows.length, total: countWords(total, locale) })}
      previousHref={previous && queueHref({ ...place, cursor: previous }, views)}
      nextHref={next && queueHref({ ...place, cursor: next }, views)}
      hotkeys
    />
  );
};
