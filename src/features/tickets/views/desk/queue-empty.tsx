import { EmptyState, LinkButton, useUi } from "../../../../ui/index.ts";
import { filterOf } from "../../filter.ts";
import { isOfView, queueHref } from "../../queue-address.ts";
import { deskWords } from "../../words-desk.ts";
import type { QueueView } from "./queue-view.ts";

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
