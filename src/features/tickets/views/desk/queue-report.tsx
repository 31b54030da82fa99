import { Button, Notice, useUi } from "../../../../ui/index.ts";
import { queueQuery } from "../../queue-address.ts";
import { deskWords } from "../../words-desk.ts";
import type { QueueView, RefusedTicket } from "./queue-view.ts";
import { ticketHref } from "./ticket-screen.ts";

/** So many tickets are named at once; the others are folded. */
const shownAtOnce = 8;

/** Its place is always there: a refreshed page, which knows of no report, would otherwise push it below the list. */
export const QueueReport = ({ queue }: { queue: QueueView }) => (
  <div id="queue-report">
    <Report queue={queue} />
  </div>
);

/** What of a change of several tickets could not be done: each reason once, with the tickets that it is about. */
const Report = ({ queue: { report, place, views } }: { queue: QueueView }) => {
  const w = deskWords[useUi().locale].bulk;
  if (!report) return null;
  const { changed, refused, undo } = report;
  const list = queueQuery(place, views);
  return (
    <div role="alert" class="queue-report" id="report" tabIndex={-1} data-stays data-error-summary>
      <Notice tone="warning" title={w.refused({ changed, refused: refused.length })}>
        {[...Map.groupBy(refused, ({ reason }) => reason)].map(([reason, tickets]) => (
          <section key={reason} class="queue-report-reason">
            <p>{reason}</p>
            <Refused tickets={tickets.slice(0, shownAtOnce)} list={list} />
            {tickets.length > shownAtOnce && (
              <details>
                <summary class="text-link">{w.more({ count: tickets.length - shownAtOnce })}</summary>
                <Refused tickets={tickets.slice(shownAtOnce)} list={list} />
              </details>
            )}
          </section>
        ))}
        {undo && (
          <form action={undo.action} method="post">
            {Object.entries(undo.fields ?? {}).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <Button size="sm" kind="quiet" icon="undo-2">
              {w.undo({ changed })}
            </Button>
          </form>
        )}
      </Notice>
    </div>
  );
};

const Refused = ({ tickets, list }: { tickets: readonly RefusedTicket[]; list: string }) => {
  const w = deskWords[useUi().locale].bulk;
  return (
    <ul>
      {tickets.map(({ number, subject, movedBy }, index) => (
        <li key={number ?? `gone ${index}`}>
          {number === undefined ? (
            w.gone
          ) : (
            <a class="text-link" href={ticketHref(number, list)}>
              #{number} {subject}
            </a>
          )}
          {movedBy && <span class="muted"> · {movedBy}</span>}
        </li>
      ))}
    </ul>
  );
};
