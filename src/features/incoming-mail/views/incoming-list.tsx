import {
  EmptyState,
  FilterBar,
  LinkButton,
  PageHeader,
  OffsetPager,
  Select,
  Table,
  TextInput,
  Time,
  useUi,
  type Column,
} from "../../../ui/index.ts";
import { incomingStates, type IncomingMail, type IncomingState } from "../mail.ts";
import { words } from "../words.ts";
import { IncomingStateTag } from "./verdict-tag.tsx";

export const incomingPath = "/admin/incoming-mail";

interface Filter {
  state?: IncomingState | undefined;
  text?: string | undefined;
}

export interface IncomingListProps {
  rows: readonly IncomingMail[];
  filter: Filter;
  /** Position of the first row, counted from 0. */
  offset: number;
  total: number;
  pageSize: number;
  /** Where mail goes. */
  mailAddress: string;
}

/** The address of the list with a filter, from a row on. */
export const hrefOf = ({ state, text, offset }: Filter & { offset?: number }): string => {
  const query = new URLSearchParams({
    ...(state && { state }),
    ...(text && { q: text }),
    ...(offset && { from: String(offset) }),
  });
  return query.size > 0 ? `${incomingPath}?${query.toString()}` : incomingPath;
};

const Filters = ({ filter }: { filter: Filter }) => {
  const w = words[useUi().locale];
  const { state, text } = filter;
  return (
    <FilterBar
      id="incoming"
      action={incomingPath}
      active={[
        ...(state ? [{ label: `${w.state}: ${w.states[state]}`, removeHref: hrefOf({ text }) }] : []),
        ...(text ? [{ label: `“${text}”`, removeHref: hrefOf({ state }) }] : []),
      ]}
      clearHref={state || text ? incomingPath : undefined}
    >
      <TextInput name="q" label={w.search} value={text} mark={false} />
      <Select
        name="state"
        label={w.state}
        mark={false}
        submits
        value={state}
        empty={w.anyState}
        options={incomingStates.map((each) => ({ value: each, label: w.states[each] }))}
      />
    </FilterBar>
  );
};

const columnsOf = (w: (typeof words)["en"]): Column<IncomingMail>[] => [
  {
    key: "subject",
    heading: w.subject,
    width: "grow",
    narrow: "title",
    cell: (row) => <a href={`${incomingPath}/${row.id}`}>{row.subject || w.noSubject}</a>,
  },
  {
    key: "from",
    heading: w.from,
    // A name that looks like an address may be somebody else's.
    cell: ({ from }) => (
      <span title={from.address}>{from.name.includes("@") ? from.address : from.name || from.address}</span>
    ),
  },
  {
    key: "state",
    heading: w.state,
    narrow: "fact",
    cell: (row) => <IncomingStateTag mail={row} look="plain" />,
  },
  {
    key: "verdict",
    heading: w.verdict,
    from: "lg",
    narrow: "hide",
    cell: ({ verdict }) => verdict && w.verdicts[verdict],
  },
  { key: "when", heading: w.when, align: "end", narrow: "fact", cell: (row) => <Time at={row.receivedAt} /> },
];

const Nothing = ({ filter, mailAddress }: Pick<IncomingListProps, "filter" | "mailAddress">) => {
  const w = words[useUi().locale];
  return filter.state || filter.text ? (
    <EmptyState
      icon="search"
      title={w.nothingFound}
      action={<LinkButton href={incomingPath}>{w.showAll}</LinkButton>}
    />
  ) : (
    <EmptyState icon="inbox" title={w.empty}>
      {w.emptyAbout({ address: mailAddress })}
    </EmptyState>
  );
};

export const IncomingList = ({ rows, filter, offset, total, pageSize, mailAddress }: IncomingListProps) => {
  const w = words[useUi().locale];
  return (
    <div class="mail-page">
      <PageHeader
        title={w.incoming}
        actions={
          <LinkButton href={`${incomingPath}/bench`} icon="upload">
            {w.bench}
          </LinkButton>
        }
      >
        {w.about}
      </PageHeader>
      <Filters filter={filter} />
      <Table
        caption={w.incoming}
        columns={columnsOf(w)}
        rows={rows}
        keyOf={(row) => String(row.id)}
        empty={<Nothing filter={filter} mailAddress={mailAddress} />}
      />
      <OffsetPager
        offset={offset}
        size={pageSize}
        shown={rows.length}
        total={total}
        hrefOf={(at) => hrefOf({ ...filter, offset: at })}
      />
    </div>
  );
};
