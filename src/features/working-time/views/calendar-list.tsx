import { EmptyState, LinkButton, PageHeader, Table, Tag, useUi, type Column } from "../../../ui/index.ts";
import { regions } from "../rules/regions.ts";
import type { Calendar } from "../types.ts";
import { words } from "../words.ts";
import { calendarHref, calendarsPath } from "./paths.ts";
import { weekInWords } from "./week-in-words.ts";

const Add = () => (
  <LinkButton href={`${calendarsPath}/new`} icon="plus" kind="primary">
    {words[useUi().locale].add}
  </LinkButton>
);

export const StateTag = ({ calendar }: { calendar: Calendar }) => {
  const w = words[useUi().locale];
  if (calendar.retiredAt) return <Tag tone="muted">{w.isRetired}</Tag>;
  return calendar.isDefault ? <Tag tone="info">{w.isDefault}</Tag> : <Tag tone="neutral">{w.isOffered}</Tag>;
};

export const CalendarList = ({ calendars }: { calendars: readonly Calendar[] }) => {
  const { locale } = useUi();
  const w = words[locale];
  const columns: readonly Column<Calendar>[] = [
    {
      key: "name",
      heading: w.name,
      narrow: "title",
      cell: (calendar) => (
        <a href={calendarHref(calendar.id)} data-row-link>
          {calendar.name}
        </a>
      ),
    },
    { key: "hours", heading: w.hours, width: "grow", cell: ({ time }) => weekInWords(time, locale) },
    { key: "region", heading: w.region, cell: ({ time }) => (time.region ? regions[time.region][locale] : w.noRegion) },
    { key: "timeZone", heading: w.timeZone, from: "lg", cell: ({ time }) => time.timeZone },
    { key: "state", heading: w.state, narrow: "fact", cell: (calendar) => <StateTag calendar={calendar} /> },
  ];
  return (
    <>
      <PageHeader title={w.calendars} actions={<Add />}>
        <p>{w.calendarsAbout}</p>
      </PageHeader>
      <Table
        caption={w.calendars}
        columns={columns}
        rows={calendars}
        keyOf={({ id }) => String(id)}
        empty={<EmptyState icon="calendar" title={w.calendars} action={<Add />} />}
      />
    </>
  );
};
