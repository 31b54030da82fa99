import { Icon, useUi } from "../../../../ui/index.ts";
import { filterOf } from "../../filter.ts";
import { queueHref } from "../../queue-address.ts";
import { deskWords } from "../../words-desk.ts";
import { countWords } from "../count-words.ts";
import type { QueueView } from "./queue-view.ts";

/** What a search may have meant beside the tickets that it found. */
export const SearchHelp = ({ queue }: { queue: QueueView }) => {
  const { suggestion, mentioned } = queue;
  const hasNames = mentioned !== undefined && mentioned.people.length + mentioned.organisations.length > 0;
  if (!suggestion && !hasNames) return null;
  return (
    <div class="search-help">
      {suggestion && <DidYouMean queue={queue} suggestion={suggestion} />}
      {hasNames && <MayBeMeant mentioned={mentioned} />}
    </div>
  );
};

interface DidYouMeanProps {
  queue: QueueView;
  suggestion: NonNullable<QueueView["suggestion"]>;
}

const DidYouMean = ({ queue: { place, views }, suggestion: { text, count } }: DidYouMeanProps) => {
  const { locale } = useUi();
  const w = deskWords[locale].queue;
  const filter = { ...place.filter, text };
  return (
    <p class="search-help-line">
      <Icon name="search" size={14} />
      <span>
        {w.didYouMean}{" "}
        <a class="text-link font-medium" href={queueHref({ ...place, filter, cursor: undefined }, views)}>
          {text}
        </a>{" "}
        <span class="muted tabular" title={w.total({ count })}>
          {countWords(count, locale)}
        </span>
      </span>
    </p>
  );
};

const hrefOf = (filter: Parameters<typeof filterOf>[0]): string =>
  queueHref({ filter: filterOf(filter), viewId: undefined, layout: "table", cursor: undefined }, []);

const MayBeMeant = ({ mentioned: { people, organisations } }: { mentioned: NonNullable<QueueView["mentioned"]> }) => {
  const w = deskWords[useUi().locale].queue;
  return (
    <ul class="search-help-line" aria-label={w.mentioned}>
      {people.map(({ id, name, email }) => (
        <li key={`person ${id}`}>
          <a class="filter-chip" href={hrefOf({ requesterIds: [id] })} title={w.ticketsOf({ name: email ?? name })}>
            <Icon name="user" size={14} />
            {name}
          </a>
        </li>
      ))}
      {organisations.map(({ id, name }) => (
        <li key={`organisation ${id}`}>
          <a class="filter-chip" href={hrefOf({ organisationIds: [id] })} title={w.ticketsOf({ name })}>
            <Icon name="building" size={14} />
            {name}
          </a>
        </li>
      ))}
    </ul>
  );
};
