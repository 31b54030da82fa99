import { formatDate, formatDateTime, type Locale } from "../../../../platform/i18n/index.ts";
import { DescriptionList, EmptyState, LinkButton, PageHeader, Panel, Time, useUi } from "../../../../ui/index.ts";
import {
  forWhom,
  formatDuration,
  type Clock,
  type Offer,
  type Pace,
  type Segment,
} from "../../../service-levels/index.ts";
import type { CountedDay } from "../../../working-time/index.ts";
import { statusName } from "../../rules/status.ts";
import type { Ticket } from "../../rules/ticket.ts";
import { deadlineWords } from "../../words-deadlines.ts";
import { DueTag } from "../due-tag.tsx";
import { OutcomeTag } from "./deadlines-panel.tsx";
import { ticketPath } from "./ticket-screen.ts";

/** A clock with every stretch of time that counted for it. */
export interface ExplainedClock {
  clock: Clock;
  parts: readonly Part[];
}

export interface Part {
  pace: Pace;
  from: Date;
  to: Date;
  calendarId: number;
  timeZone: string;
  /** What was the case meanwhile, in order. */
  segments: readonly Segment[];
  /** Empty where nothing is counted. */
  days: readonly CountedDay[];
}

interface PageProps {
  ticket: Ticket;
  clocks: readonly ExplainedClock[];
  offer: Offer;
}

export const DeadlinesPage = ({ ticket, clocks, offer }: PageProps) => {
  const { locale } = useUi();
  const w = deadlineWords[locale].page;
  return (
    <div class="stack">
      <PageHeader
        title={w.title(ticket)}
        crumbs={[{ label: `#${ticket.number} ${ticket.subject}`, href: ticketPath(ticket) }]}
      >
        <p>{w.about}</p>
      </PageHeader>
      {clocks.length === 0 && (
        <EmptyState icon="clock" title={w.none}>
          {w.noneAbout}
        </EmptyState>
      )}
      {clocks.map((each) => (
        <ClockPanel key={`${each.clock.kind} ${each.clock.round}`} explained={each} ticket={ticket} offer={offer} />
      ))}
      <div>
        <LinkButton href={ticketPath(ticket)} icon="arrow-left">
          {`#${ticket.number}`}
        </LinkButton>
      </div>
    </div>
  );
};

interface ClockProps {
  explained: ExplainedClock;
  ticket: Ticket;
  offer: Offer;
}

const ClockPanel = ({ explained: { clock, parts }, ticket, offer }: ClockProps) => {
  const { locale } = useUi();
  const w = deadlineWords[locale];
  const { kind, round, target, targetMinutes } = clock;
  const title = kind === "next_response" ? w.page.round({ kind: w.kinds[kind], round }) : w.kinds[kind];
  const counted = parts.flatMap(({ days }) => days).flatMap((day) => day.counted);
  return (
    <Panel
      title={title}
      id={`${kind}-${round}`}
      action={
        clock.endedAt ? <OutcomeTag clock={clock} /> : <DueTag due={{ kind, at: clock.dueAt, warnAt: clock.warnAt }} />
      }
    >
      <div class="stack">
        <DescriptionList
          items={[
            {
              term: w.page.promise,
              detail: w.page.promised({ time: formatDuration(targetMinutes), for: forWhom(target, offer, locale) }),
            },
            { term: w.page.started, detail: <Time at={clock.startedAt} look="datetime" /> },
            ...timed(w.page.warned, clock.endedAt ? null : clock.warnAt),
            ...timed(w.page.due, clock.dueAt),
            ...timed(w.page.ended, clock.endedAt),
            {
              term: w.page.used,
              detail: w.page.usedOf({ used: formatDuration(clock.usedMinutes), of: formatDuration(targetMinutes) }),
            },
          ]}
        />
        <table class="w-full text-sm">
          <caption class="sr-only">{w.page.segments}</caption>
          <thead>
            <tr class="muted text-left">
              <th scope="col" class="py-1 pe-4 font-medium">
                {w.page.day}
              </th>
              <th scope="col" class="py-1 pe-4 font-medium">
                {w.page.hours}
              </th>
              <th scope="col" class="py-1 text-end font-medium">
                {w.page.minutes}
              </th>
            </tr>
          </thead>
          {parts.map((part) => (
            <PartRows key={part.from.getTime()} part={part} clock={clock} ticket={ticket} offer={offer} />
          ))}
          <tfoot>
            <tr class="border-line border-t font-medium">
              <th scope="row" colSpan={2} class="py-2 text-left font-medium">
                {w.page.sum}
              </th>
              <td class="py-2 text-end tabular-nums">
                {formatDuration(counted.reduce((sum, { minutes }) => sum + minutes, 0))}
              </td>
            </tr>
          </tfoot>
        </table>
      </div>
    </Panel>
  );
};

const timed = (term: string, at: Date | null) => (at ? [{ term, detail: <Time at={at} look="datetime" /> }] : []);

interface PartProps {
  part: Part;
  clock: Clock;
  ticket: Ticket;
  offer: Offer;
}

const PartRows = ({ part, clock, ticket, offer }: PartProps) => {
  const ui = useUi();
  const { locale } = ui;
  const w = deadlineWords[locale].page;
  const names = part.segments.map(({ status, isElsewhere }) =>
    isElsewhere ? w.merged : statusName({ status, type: ticket.type })[locale],
  );
  const calendar = offer.calendars.find(({ id }) => id === part.calendarId)?.name ?? "";
  return (
    <tbody class="border-line border-t">
      <tr>
        <th scope="rowgroup" colSpan={3} class="pt-3 pb-1 text-left font-medium">
          {w[part.pace]({ status: [...new Set(names)].join(", ") })}
          <span class="muted block font-normal">
            {w.from({ from: formatDateTime(part.from, ui), to: formatDateTime(part.to, ui) })}
            {part.pace === "counting" && ` · ${w.calendar} ${calendar} (${part.timeZone})`}
          </span>
          {otherPromises(part, { clock, offer, locale }).map((said) => (
            <span key={said} class="muted block font-normal">
              {said}
            </span>
          ))}
        </th>
      </tr>
      {part.days.map((day) => (
        <DayRow key={day.on} day={day} timeZone={part.timeZone} locale={locale} />
      ))}
    </tbody>
  );
};

/** What was promised while something counted, where it is not what counts in the end. */
const otherPromises = (
  { segments }: Part,
  { clock, offer, locale }: Pick<PartProps, "clock" | "offer"> & { locale: Locale },
): string[] => {
  const w = deadlineWords[locale].page;
  const said = segments
    .filter(({ minutes, target }) => minutes > 0 && target !== clock.target)
    .map(({ target }) => {
      const promised = target?.minutes[clock.kind];
      return target && promised
        ? w.otherTarget({ time: formatDuration(promised), for: forWhom(target, offer, locale) })
        : w.noTarget;
    });
  return [...new Set(said)];
};

const DayRow = ({ day, timeZone, locale }: { day: CountedDay; timeZone: string; locale: Locale }) => {
  const w = deadlineWords[locale].page;
  const minutes = day.counted.reduce((sum, each) => sum + each.minutes, 0);
  const clock = new Intl.DateTimeFormat(locale === "de" ? "de-DE" : "en-GB", { timeStyle: "short", timeZone });
  const reason = day.special ?? day.holiday?.name[locale];
  return (
    <tr class={minutes === 0 ? "muted" : undefined}>
      <td class="py-1 pe-4 whitespace-nowrap">{dateOf(day, locale)}</td>
      <td class="py-1 pe-4 tabular-nums">
        {day.counted.map(({ from, to }) => `${clock.format(from)}–${clock.format(to)}`).join(", ")}
        {minutes === 0 && (day.hours.length === 0 ? w.free : w.noWork)}
        {reason && ` · ${reason}`}
      </td>
      <td class="py-1 text-end tabular-nums">{minutes === 0 ? "–" : formatDuration(minutes)}</td>
    </tr>
  );
};

const dateOf = ({ on }: CountedDay, locale: Locale): string => {
  const at = new Date(`${on}T12:00:00Z`);
  const weekday = new Intl.DateTimeFormat(locale === "de" ? "de-DE" : "en-GB", { weekday: "short", timeZone: "UTC" });
  return `${weekday.format(at)} ${formatDate(at, { locale, timeZone: "UTC" })}`;
};
