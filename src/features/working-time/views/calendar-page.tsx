import type { StoredEvent } from "../../../platform/events.ts";
import type { FormState } from "../../../platform/http/form.ts";
import { previewedField, type Previewed } from "../../../platform/http/preview.ts";
import { formatDay } from "../../../platform/i18n/index.ts";
import { Button, DescriptionList, Form, Notice, PageHeader, Panel, Preview, Time, useUi } from "../../../ui/index.ts";
import { daysFrom, type Day } from "../rules/days.ts";
import { formatHours } from "../rules/hours.ts";
import { holidaysOf } from "../rules/holidays.ts";
import type { WorkingTime } from "../rules/working-time.ts";
import type { Calendar } from "../types.ts";
import { eventWords, words } from "../words.ts";
import { CalendarForm } from "./calendar-form.tsx";
import { calendarHref, calendarsPath } from "./paths.ts";

const emptyWeek = Array.from({ length: 7 }, (_, day) => (day < 5 ? [{ starts: 9 * 60, ends: 18 * 60 }] : []));

interface NewPageProps {
  timeZone: string;
  state: FormState;
  once: string;
  now: Date;
}

export const NewCalendarPage = ({ timeZone, ...form }: NewPageProps) => {
  const w = words[useUi().locale];
  return (
    <>
      <PageHeader title={w.add} crumbs={[{ label: w.calendars, href: calendarsPath }]}>
        <p>{w.calendarsAbout}</p>
      </PageHeader>
      <CalendarForm
        action={calendarsPath}
        time={{ timeZone, region: "DE", week: emptyWeek, specialDays: [] }}
        submit={w.add}
        {...form}
      />
    </>
  );
};

interface PageProps {
  calendar: Calendar;
  state: FormState;
  /** Newest first. */
  events: readonly StoredEvent[];
  previewed: Previewed | undefined;
  now: Date;
}

export const CalendarPage = ({ calendar, state, events, previewed, now }: PageProps) => {
  const w = words[useUi().locale];
  return (
    <div class="stack">
      <PageHeader title={calendar.name} crumbs={[{ label: w.calendars, href: calendarsPath }]}>
        <p>{w.savedAbout}</p>
      </PageHeader>
      {calendar.retiredAt && <Notice tone="neutral">{w.retiredNotice}</Notice>}
      {previewed && (
        <Preview
          formId={previewed.form}
          title={w.replay}
          known={{ name: previewedField, value: previewed.key }}
          submit={previewed.form === "default" ? w.makeDefault : w.saveAnyway}
        >
          {previewed.body}
        </Preview>
      )}
      <div class="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <CalendarForm
          action={calendarHref(calendar.id)}
          name={calendar.name}
          time={calendar.time}
          state={state}
          submit={w.save}
          previews
          now={now}
        />
        <div class="stack">
          <ComingDays time={calendar.time} now={now} />
          <Offer calendar={calendar} />
          <History events={events} />
        </div>
      </div>
    </div>
  );
};

const ComingDays = ({ time, now }: { time: WorkingTime; now: Date }) => {
  const { locale } = useUi();
  const w = words[locale];
  const days = daysFrom(time, now, 14);
  const year = Number(days[0]?.on.slice(0, 4));
  const holidays = time.region ? holidaysOf(time.region, year) : [];
  return (
    <>
      <Panel title={w.preview}>
        <DescriptionList items={days.map((day) => ({ term: dayOf(day.on, locale), detail: <HoursOf day={day} /> }))} />
      </Panel>
      <Panel title={w.holidays({ year })}>
        {holidays.length === 0 ? (
          <p class="muted">{w.noHolidays}</p>
        ) : (
          <DescriptionList
            items={holidays.map(({ on, name }) => ({
              term: dayOf(on, locale),
              detail: name[locale],
            }))}
          />
        )}
      </Panel>
    </>
  );
};

const dayOf = (on: string, locale: "en" | "de"): string =>
  formatDay(new Date(`${on}T12:00:00Z`), { locale, timeZone: "UTC" });

const HoursOf = ({ day }: { day: Day }) => {
  const { locale } = useUi();
  const why = day.special ?? day.holiday?.name[locale];
  const hours = formatHours(day.hours);
  return (
    <>
      {hours || <span class="muted">{words[locale].free}</span>}
      {why && <span class="muted"> · {why}</span>}
    </>
  );
};

const Offer = ({ calendar }: { calendar: Calendar }) => {
  const w = words[useUi().locale];
  const href = calendarHref(calendar.id);
  return (
    <Panel title={w.use}>
      <div class="stack gap-3">
        <p>{calendar.isDefault ? w.thisIsDefault : w.defaultAbout}</p>
        {!calendar.isDefault && <p>{w.retireAbout}</p>}
        <div class="row">
          {calendar.retiredAt ? (
            <Step href={`${href}/restore`} label={w.restore} />
          ) : (
            !calendar.isDefault && (
              <>
                <Step href={`${href}/default`} label={w.makeDefault} />
                <Step href={`${href}/retire`} label={w.retire} />
              </>
            )
          )}
        </div>
      </div>
    </Panel>
  );
};

const Step = ({ href, label }: { href: string; label: string }) => (
  <Form id={href.split("/").slice(-1).join()} action={href} plain>
    <Button>{label}</Button>
  </Form>
);

const History = ({ events }: { events: readonly StoredEvent[] }) => {
  const { locale } = useUi();
  const w = words[locale];
  return (
    <Panel title={w.history} folds="closed" id="history">
      {events.length === 0 ? (
        <p class="muted">{w.noHistory}</p>
      ) : (
        <ul class="stack small">
          {events.map((event) => (
            <li key={event.id}>
              <Time at={event.at} look="datetime" /> · {eventWords[locale][event.name as keyof typeof eventWords.en]}
              {changedIn(event, w)} · <span class="muted">{event.actor.name}</span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
};

const changedIn = ({ payload: { changed } }: StoredEvent, w: (typeof words)["en"]): string =>
  Array.isArray(changed)
    ? `: ${changed.flatMap((field) => (typeof field === "string" ? [w.changedFields[field] ?? field] : [])).join(", ")}`
    : "";
