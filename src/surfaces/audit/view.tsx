import type { StoredEvent } from "../../platform/events.ts";
import type { SettingArea } from "../../platform/feature.ts";
import {
  EmptyState,
  FilterBar,
  LinkButton,
  PageHeader,
  Pager,
  Select,
  Table,
  Time,
  useUi,
  type Column,
} from "../../ui/index.ts";
import { lineOf, subjectName, type KnownNames } from "./lines.ts";
import { auditHref, auditPath, type AuditQuery } from "./query.ts";
import { auditWords } from "./words.ts";

export interface AuditView {
  query: AuditQuery;
  areas: ReadonlyMap<string, SettingArea>;
  people: readonly { id: number; name: string }[];
  events: readonly StoredEvent[];
  names: KnownNames;
  total: number;
  pageSize: number;
  /** What an event is called. */
  nameOf(event: StoredEvent): string;
}

export const AuditPage = (view: AuditView) => {
  const { locale } = useUi();
  const w = auditWords[locale];
  const { query, events, total, pageSize } = view;
  const isFiltered = query.area !== "" || query.person !== undefined;
  return (
    <div class="stack">
      <PageHeader title={w.title}>
        <p>{w.about}</p>
      </PageHeader>
      <Filters {...view} />
      <Table
        caption={w.title}
        columns={columnsOf(view, locale)}
        rows={events}
        keyOf={({ id }) => String(id)}
        empty={
          <EmptyState
            icon="list-ordered"
            title={isFiltered ? w.noMatch : w.none}
            action={isFiltered && <LinkButton href={auditPath}>{w.showAll}</LinkButton>}
          >
            {isFiltered ? w.noMatchAbout : w.noneAbout}
          </EmptyState>
        }
      />
      {total > 0 && (
        <Pager
          shown={{ from: query.from + 1, to: query.from + events.length, total }}
          previousHref={query.from > 0 ? auditHref({ ...query, from: Math.max(0, query.from - pageSize) }) : undefined}
          nextHref={
            query.from + events.length < total ? auditHref({ ...query, from: query.from + pageSize }) : undefined
          }
        />
      )}
    </div>
  );
};

const Filters = ({ query, areas, people, events, names }: AuditView) => {
  const { locale } = useUi();
  const w = auditWords[locale];
  const [latest] = events;
  const subject = (latest && subjectName(latest, { locale, names })) || `#${query.about ?? ""}`;
  return (
    <FilterBar
      id="audit-filter"
      action={auditPath}
      active={
        query.about === undefined
          ? []
          : [{ label: `${w.one}: ${subject}`, removeHref: auditHref({ ...query, about: undefined, from: 0 }) }]
      }
    >
      <Select
        name="area"
        label={w.area}
        mark={false}
        submits
        empty={w.anyArea}
        value={query.area}
        options={[...areas].map(([kind, { label }]) => ({ value: kind, label: label[locale] }))}
      />
      <Select
        name="person"
        label={w.person}
        mark={false}
        submits
        empty={w.anybody}
        value={query.person === undefined ? "" : String(query.person)}
        options={[
          ...people.map(({ id, name }) => ({ value: String(id), label: name })),
          { value: "0", label: w.program },
        ]}
      />
    </FilterBar>
  );
};

const columnsOf = ({ areas, names, nameOf }: AuditView, locale: "en" | "de"): readonly Column<StoredEvent>[] => {
  const w = auditWords[locale];
  return [
    { key: "when", heading: w.when, narrow: "fact", cell: ({ at }) => <Time at={at} look="datetime" /> },
    {
      key: "who",
      heading: w.who,
      narrow: "fact",
      cell: ({ actor }) => (actor.kind === "system" ? w.program : actor.name || w.program),
    },
    {
      key: "what",
      heading: w.what,
      width: "grow",
      narrow: "title",
      cell: (event) => <What event={event} area={areas.get(event.subject.kind)} names={names} called={nameOf(event)} />,
    },
  ];
};

interface WhatProps {
  event: StoredEvent;
  area: SettingArea | undefined;
  names: KnownNames;
  called: string;
}

const What = ({ event, area, names, called }: WhatProps) => {
  const { locale } = useUi();
  const { name, changes } = lineOf(event, area, { locale, names });
  const href = area?.href?.(event.subject.id);
  return (
    <div class="whitespace-normal">
      <p>
        {called}
        {name && <>: {href === undefined ? <b>{name}</b> : <a href={href}>{name}</a>}</>}
      </p>
      {changes.length > 0 && (
        <ul class="small muted">
          {changes.map(({ setting, change }) => (
            <li key={setting} class="wrap-anywhere">
              {setting}
              {change !== undefined && <>: {change}</>}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
