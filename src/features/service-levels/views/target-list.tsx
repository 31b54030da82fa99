import type { Locale } from "../../../platform/i18n/index.ts";
import { EmptyState, LinkButton, PageHeader, Table, useUi, type Column } from "../../../ui/index.ts";
import { formatDuration, formatWarnBefore } from "../rules/durations.ts";
import { clockKinds, type Target } from "../rules/targets.ts";
import { words } from "../words.ts";
import type { Offer } from "./offer.ts";
import { serviceLevelHref, serviceLevelsPath } from "./paths.ts";

const Add = () => (
  <LinkButton href={`${serviceLevelsPath}/new`} icon="plus" kind="primary">
    {words[useUi().locale].add}
  </LinkButton>
);

/** "Gold · Malfunction · Blocker", or that it is for all tickets. */
export const forWhom = (
  target: Pick<Target, "packageId" | "typeId" | "priority">,
  { packages, types }: Offer,
  locale: Locale,
): string => {
  const w = words[locale];
  const named = [
    packages.find(({ id }) => id === target.packageId)?.names[locale],
    types.find(({ id }) => id === target.typeId)?.names[locale],
    target.priority && w.priorities[target.priority],
  ].filter(Boolean);
  return named.join(" · ") || w.allTickets;
};

/** A matrix to read from top to bottom: the first line that fits a ticket counts. */
export const TargetList = ({ targets, offer }: { targets: readonly Target[]; offer: Offer }) => {
  const { locale } = useUi();
  const w = words[locale];
  const columns: readonly Column<Target>[] = [
    {
      key: "for",
      heading: w.for,
      width: "grow",
      narrow: "title",
      cell: (target) => (
        <a href={serviceLevelHref(target.id)} data-row-link>
          {forWhom(target, offer, locale)}
        </a>
      ),
    },
    ...clockKinds.map((kind) => ({
      key: kind,
      heading: w.kinds[kind],
      cell: ({ minutes }: Target) => <Promised minutes={minutes[kind]} />,
    })),
    {
      key: "warn",
      heading: w.warnBefore,
      from: "md" as const,
      cell: ({ warnBefore }) => (warnBefore ? formatWarnBefore(warnBefore) : <span class="muted">–</span>),
    },
    {
      key: "calendar",
      heading: w.calendar,
      from: "md" as const,
      cell: ({ calendarId }) => offer.calendars.find(({ id }) => id === calendarId)?.name ?? w.teamCalendar,
    },
  ];
  return (
    <>
      <PageHeader title={w.title} actions={<Add />}>
        <p>{w.about}</p>
      </PageHeader>
      <Table
        caption={w.title}
        columns={columns}
        rows={targets}
        keyOf={({ id }) => String(id)}
        empty={
          <EmptyState icon="clock" title={w.none} action={<Add />}>
            {w.noneAbout}
          </EmptyState>
        }
      />
      <p class="muted small mt-4">
        {w.order} {w.pauses}
      </p>
    </>
  );
};

const Promised = ({ minutes }: { minutes: number | null }) =>
  minutes === null ? <span class="muted">–</span> : <span class="tabular-nums">{formatDuration(minutes)}</span>;
