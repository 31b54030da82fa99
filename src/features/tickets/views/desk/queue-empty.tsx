import { formatNumber, type Locale } from "../../../../platform/i18n/index.ts";
import { EmptyState, LinkButton, useUi } from "../../../../ui/index.ts";
import { filterOf } from "../../filter.ts";
import { isOfView, queueHref } from "../../queue-address.ts";
import { countedAtMost } from "../../rules/counting.ts";
import { deskWords } from "../../words-desk.ts";
import type { QueueView } from "./queue-view.ts";

/** "1,000+" where nobody counted further. */
export const countWords = (count: number, locale: Locale): string =>
  count > countedAtMost ? `${formatNumber(countedAtMost, locale)}+` : formatNumber(count, locale);

/** Nothing there: good news in a view, a wrong turn in a search. */
export const QueueEmpty = ({ queue }: { queue: QueueView }) => {
  const w = deskWords[useUi().locale].queue;
  const { place, view } = queue;
  if (place.filter.text !== "")
    return (
      <EmptyState
        icon="search"
        title={w.nothingFound({ text: place.filter.text })}
        action={
          <LinkButton
            href={queueHref(
              { ...place, viewId: undefined, filter: filterOf({ text: place.filter.text }), cursor: undefined },
              queue.views,
            )}
          >
            {w.searchEverything}
          </LinkButton>
        }
      >
        {w.nothingFoundHelp}
      </EmptyState>
    );
  if (view && isOfView(place, view))
    return (
      <EmptyState
        icon="check-check"
        title={w.emptyView}
        action={<LinkButton href="/desk/tickets/new">{w.newTicket}</LinkButton>}
      >
        {w.emptyViewHelp}
      </EmptyState>
    );
  return (
    <EmptyState
      icon="list-filter"
      title={w.emptyFilter}
      action={<LinkButton href="/desk?status=all">{w.showAll}</LinkButton>}
    >
      {w.emptyFilterHelp}
    </EmptyState>
  );
};
