import {
  EmptyState,
  FilterBar,
  Icon,
  LinkButton,
  PageHeader,
  Pager,
  SearchBox,
  Select,
  Table,
  Tabs,
  Time,
  useUi,
  type ActiveFilter,
  type Column,
} from "../../../../ui/index.ts";
import {
  activeFilters,
  hrefOf,
  parametersOf,
  periods,
  scopes,
  sortNow,
  sortedBy,
  statusChoices,
  type RequestQuery,
  type Scope,
  type SortKey,
} from "../../request-query.ts";
import type { TicketType } from "../../rules/ticket.ts";
import { words } from "../../words.ts";
import { portalWords } from "../../words-portal.ts";
import { countWords } from "../count-words.ts";
import { ChannelMark } from "../tags.tsx";
import { aheadOf } from "./request-ahead.ts";
import { requestPath, RequestStatus, waitsForReader, type RequestRow } from "./request-status.tsx";

export interface RequestListView {
  query: RequestQuery;
  rows: readonly RequestRow[];
  total: number;
  /** What a search without finds may have meant. */
  suggestion: string | undefined;
  /** Cursors of the pages around this one. */
  next: string | undefined;
  previous: string | undefined;
  /** How many are open in each list; a list that the reader does not have is missing. */
  counts: Readonly<Partial<Record<Scope, number>>>;
  types: readonly TicketType[];
  products: readonly { id: number; name: string }[];
  organisationCount: number;
}

export const RequestListPage = (view: RequestListView) => {
  const { locale } = useUi();
  const w = portalWords[locale];
  const { query } = view;
  return (
    <>
      <PageHeader
        title={w.list.title}
        actions={
          <LinkButton href="/requests/new" kind="primary" icon="plus">
            {w.navigation.submit}
          </LinkButton>
        }
      />
      <div class="flex flex-col gap-5">
        <Tabs
          label={w.list.tabs}
          items={scopes.flatMap((scope) => {
            const count = view.counts[scope];
            if (count === undefined) return [];
            return [
              {
                href: hrefOf({ ...query, scope, cursor: "" }),
                label: scope === "organisation" && view.organisationCount > 1 ? w.list.organisations : w.list[scope],
                current: scope === query.scope,
                ...(count > 0 && { count: countWords(count, locale) }),
              },
            ];
          })}
        />
        <Filters {...view} />
        <Rows {...view} />
        {view.total > 0 && <Pages {...view} />}
      </div>
    </>
  );
};

const Filters = ({ query, types, products }: RequestListView) => {
  const { locale } = useUi();
  const w = portalWords[locale].list;
  const { scope, sort } = query;
  const { q: _q, at: _at, ...besideText } = parametersOf(query);
  return (
    <div class="flex flex-col gap-3">
      <div class="max-w-md">
        <SearchBox id="search" action="/requests" label={w.search} value={query.text} keep={besideText} />
      </div>
      <FilterBar
        id="filter"
        action="/requests"
        folds
        keep={parametersOf({ scope, sort, text: query.text })}
        active={chips(query, { types, products, locale })}
        clearHref={hrefOf({ scope: query.scope })}
      >
        <Select
          name="status"
          label={w.status}
          mark={false}
          submits
          value={query.status}
          options={statusChoices.map((value) => ({ value, label: statusLabel(value, locale) }))}
        />
        <Select
          name="type"
          label={w.type}
          mark={false}
          submits
          empty={w.anyType}
          value={query.type}
          options={types.map((type) => ({ value: type.key, label: type.names[locale] }))}
        />
        <Select
          name="period"
          label={w.period}
          mark={false}
          submits
          empty={w.anyPeriod}
          value={query.period === undefined ? "" : String(query.period)}
          options={periods.map((days) => ({ value: String(days), label: w.periods[days] }))}
        />
        {products.length > 0 && (
          <Select
            name="product"
            label={w.product}
            mark={false}
            submits
            empty={w.anyProduct}
            value={query.product === undefined ? "" : String(query.product)}
            options={products.map(({ id, name }) => ({ value: String(id), label: name }))}
          />
        )}
      </FilterBar>
    </div>
  );
};

const statusLabel = (value: RequestQuery["status"], locale: "en" | "de"): string => {
  const w = portalWords[locale].list;
  if (value === "unfinished") return w.unfinished;
  return value === "all" ? w.all : words[locale].customerStatuses[value];
};

const chips = (
  query: RequestQuery,
  { types, products, locale }: Pick<RequestListView, "types" | "products"> & { locale: "en" | "de" },
): ActiveFilter[] => {
  const w = portalWords[locale].list;
  const say = {
    text: () => w.searched({ text: query.text }),
    status: () => w.filtered({ name: w.status, value: statusLabel(query.status, locale) }),
    type: () =>
      w.filtered({ name: w.type, value: types.find(({ key }) => key === query.type)?.names[locale] ?? query.type }),
    period: () => w.filtered({ name: w.period, value: query.period === undefined ? "" : w.periods[query.period] }),
    product: () =>
      w.filtered({
        name: w.product,
        value: products.find(({ id }) => id === query.product)?.name ?? String(query.product),
      }),
  };
  return activeFilters(query).map(({ name, without }) => ({ label: say[name](), removeHref: hrefOf(without) }));
};

const Rows = (view: RequestListView) => {
  const { locale } = useUi();
  const w = portalWords[locale].list;
  return (
    <Table
      caption={w[view.query.scope]}
      columns={columnsOf(view, locale)}
      rows={view.rows}
      keyOf={({ ticket }) => String(ticket.number)}
      strong={(row) => row.isFresh || waitsForReader(row)}
      empty={<Nothing query={view.query} suggestion={view.suggestion} />}
    />
  );
};

const columnsOf = ({ query }: RequestListView, locale: "en" | "de"): Column<RequestRow>[] => {
  const w = portalWords[locale].list;
  const sort = (key: SortKey) => ({ href: hrefOf(sortedBy(query, key)), now: sortNow(query, key) });
  const columns: (Column<RequestRow> | false)[] = [
    {
      key: "number",
      heading: w.number,
      cell: ({ ticket }) => (
        <span class="text-muted inline-flex items-center gap-1.5 tabular">
          #{ticket.number}
          {/* Most are sent here; only what came otherwise is said. */}
          {ticket.channel !== "portal" && <ChannelMark channel={ticket.channel} />}
        </span>
      ),
      sort: sort("number"),
      narrow: "fact",
    },
    {
      key: "request",
      heading: w.request,
      cell: (row) => <Subject row={row} />,
      width: "grow",
      narrow: "title",
    },
    {
      key: "status",
      heading: w.status,
      cell: (row) => <RequestStatus row={row} />,
      narrow: "fact",
    },
    {
      key: "type",
      heading: w.type,
      cell: ({ ticket }) => <span class="text-muted">{ticket.type.names[locale]}</span>,
      narrow: "fact",
      from: "md",
    },
    query.scope !== "mine" && {
      key: "requester",
      heading: w.requester,
      cell: ({ requester }) => (
        <span class="inline-block max-w-44 truncate align-bottom" title={requester ?? undefined}>
          {requester ?? w.you}
        </span>
      ),
      narrow: "fact",
      from: "md",
    },
    {
      key: "activity",
      heading: w.lastActivity,
      cell: ({ ticket }) => <Time at={ticket.lastActivityAt} />,
      sort: sort("activity"),
      narrow: "fact",
      align: "end",
    },
  ];
  return columns.filter((column) => column !== false);
};

const Subject = ({ row }: { row: RequestRow }) => {
  const { locale } = useUi();
  const w = portalWords[locale].list;
  const { ticket, isFresh } = row;
  const ahead = aheadOf(row, locale);
  return (
    <>
      <span class="flex flex-wrap items-baseline gap-x-2">
        <a class="wrap-anywhere hover:underline" href={requestPath(ticket.number)}>
          {ticket.subject}
        </a>
        {isFresh && (
          <span class="text-accent-ink inline-flex items-center gap-1 text-sm font-medium whitespace-nowrap">
            <Icon name="message-circle" size={14} />
            {w.newAnswer}
          </span>
        )}
      </span>
      {ahead !== "" && <span class="text-muted block text-sm font-normal">{ahead}</span>}
    </>
  );
};

const Nothing = ({ query, suggestion }: Pick<RequestListView, "query" | "suggestion">) => {
  const w = portalWords[useUi().locale];
  const isFiltered = activeFilters(query).some(({ name }) => name !== "status");
  if (isFiltered || query.status !== "unfinished")
    return (
      <EmptyState
        icon="search"
        title={w.list.noMatchTitle}
        action={
          <div class="row justify-center">
            {query.status === "unfinished" && (
              <LinkButton href={hrefOf({ ...query, status: "all" })}>{w.list.showAll}</LinkButton>
            )}
            <LinkButton href={hrefOf({ scope: query.scope })} kind="quiet">
              {w.list.clear}
            </LinkButton>
          </div>
        }
      >
        {suggestion === undefined ? (
          w.list.noMatch
        ) : (
          <>
            {w.list.didYouMean}{" "}
            <a class="text-link font-medium" href={hrefOf({ ...query, text: suggestion, cursor: "" })}>
              {suggestion}
            </a>
          </>
        )}
      </EmptyState>
    );
  const said = w.list.empty[query.scope];
  return (
    <EmptyState
      icon="message-circle"
      title={said.title}
      action={
        <div class="row justify-center">
          {query.scope === "mine" && (
            <LinkButton href="/requests/new" kind="primary" icon="plus">
              {w.navigation.submit}
            </LinkButton>
          )}
          <LinkButton href={hrefOf({ ...query, status: "all" })}>{w.list.showAll}</LinkButton>
        </div>
      }
    >
      {said.text}
    </EmptyState>
  );
};

const Pages = ({ query, total, next, previous }: RequestListView) => {
  const { locale } = useUi();
  return (
    <Pager
      shown={portalWords[locale].list.total({ count: total, shown: countWords(total, locale) })}
      previousHref={previous && hrefOf({ ...query, cursor: previous })}
      nextHref={next && hrefOf({ ...query, cursor: next })}
    />
  );
};
