import { randomUUID } from "node:crypto";
import { act, type Action } from "../../platform/act.ts";
import { NotFound } from "../../platform/errors.ts";
import { listLatestEvents } from "../../platform/events.ts";
import { administrators } from "../../platform/http/access.ts";
import { submitPreviewed, type Meaning, type Previewed } from "../../platform/http/preview.ts";
import { freshForm, type FormState } from "../../platform/http/form.ts";
import {
  get,
  page,
  post,
  redirectSaying,
  type Answer,
  type Ask,
  type Page,
  type Route,
} from "../../platform/http/route.ts";
import { formAgain, submit } from "../../platform/http/submit.ts";
import type { Phrase } from "../../platform/i18n/index.ts";
import { now } from "../../platform/time.ts";
import { getDesk } from "../desk-settings/index.ts";
import { addCalendar } from "./actions/add-calendar.ts";
import { changeCalendar } from "./actions/change-calendar.ts";
import { makeDefault } from "./actions/make-default.ts";
import { proposeCalendar } from "./actions/propose-calendar.ts";
import { restoreCalendar } from "./actions/restore-calendar.ts";
import { retireCalendar } from "./actions/retire-calendar.ts";
import { addsHours, enteredIn } from "./entered-in.ts";
import { getCalendar, listCalendars } from "./store.ts";
import type { ProposedTime } from "./types.ts";
import { CalendarList } from "./views/calendar-list.tsx";
import { CalendarPage, NewCalendarPage } from "./views/calendar-page.tsx";
import { calendarHref, calendarsPath } from "./views/paths.ts";
import { pagePhrase, words } from "./words.ts";
import type { z } from "zod";

const section = calendarsPath;

const idOf = ({ params }: Ask): number => {
  const id = Number(params["id"]);
  if (!Number.isSafeInteger(id) || id < 1) throw new NotFound();
  return id;
};

const listPage = async ({ context, actor }: Ask): Promise<Page> =>
  page(words[actor.locale].calendars, <CalendarList calendars={await listCalendars(context.db)} />, {
    width: "wide",
    section,
  });

const newPage = async ({ context, actor }: Ask, state: FormState = freshForm()): Promise<Page> => {
  const { timeZone } = await getDesk(context.db);
  return page(
    words[actor.locale].add,
    <NewCalendarPage timeZone={timeZone} state={state} once={randomUUID()} now={now()} />,
    { width: "wide", section },
  );
};

const calendarPage = async (ask: Ask, state: FormState = freshForm(), previewed?: Previewed): Promise<Page> => {
  const { db } = ask.context;
  const calendar = await getCalendar(db, idOf(ask));
  const subject = { kind: "calendar", id: calendar.id };
  const events = await listLatestEvents(db, subject, 50);
  const shown = { calendar, state, events, previewed, now: now() };
  return page(calendar.name, <CalendarPage {...shown} />, {
    width: "wide",
    section,
    usesOf: subject,
  });
};

const add = (ask: Ask): Promise<Answer> =>
  addsHours(ask.form)
    ? withMoreHours(ask, (state) => newPage(ask, state))
    : submit(ask, {
        action: addCalendar,
        input: enteredIn(ask.form),
        done: ({ calendarId }) =>
          redirectSaying(ask, calendarHref(calendarId), pagePhrase("added", { name: ask.form.text("name").trim() })),
        again: (state) => newPage(ask, state),
      });

/** What other working time would have meant for the past; who knows the past says it. */
export type ReplayTime = (ask: Ask, proposed: ProposedTime) => Promise<Meaning>;

/** The form as it was sent, with another pair of times; 422, because Turbo shows no other answer without a redirect. */
const withMoreHours = async (ask: Ask, again: (state: FormState) => Promise<Page>): Promise<Answer> => ({
  ...(await again(formAgain(ask, {}))),
  status: 422,
});

const saveCalendar = (ask: Ask, replay: ReplayTime): Promise<Answer> => {
  const input = { calendarId: idOf(ask), ...enteredIn(ask.form) };
  if (addsHours(ask.form)) return withMoreHours(ask, (state) => calendarPage(ask, state));
  return submitPreviewed(ask, {
    action: changeCalendar,
    input,
    form: "calendar",
    propose: () => act(ask.context.db, ask.actor, proposeCalendar, input),
    meaningOf: (proposed) => replay(ask, proposed),
    done: () => redirectSaying(ask, calendarHref(idOf(ask)), pagePhrase("saved")),
    again: (state, previewed) => calendarPage(ask, state, previewed),
  });
};

const makeCalendarDefault = async (ask: Ask, replay: ReplayTime): Promise<Answer> => {
  const { id, name } = await getCalendar(ask.context.db, idOf(ask));
  return submitPreviewed(ask, {
    action: makeDefault,
    input: { calendarId: id },
    form: "default",
    propose: () => Promise.resolve({ defaultCalendarId: id }),
    meaningOf: (proposed) => replay(ask, proposed),
    done: () => redirectSaying(ask, calendarHref(id), pagePhrase("madeDefault", { name })),
    again: (state, previewed) => calendarPage(ask, state, previewed),
  });
};

/** A button of the calendar's page. */
const step = (
  verb: string,
  { action, said }: { action: Action<z.ZodType, unknown>; said(name: string): Phrase },
): Route =>
  post(`${calendarsPath}/:id/${verb}`, administrators, async (ask) => {
    const { id, name } = await getCalendar(ask.context.db, idOf(ask));
    return submit(ask, {
      action,
      input: { calendarId: id },
      done: () => redirectSaying(ask, calendarHref(id), said(name)),
      again: (state) => calendarPage(ask, state),
    });
  });

export const calendarAdminRoutes = ({ replay }: { replay: ReplayTime }): readonly Route[] => [
  get(calendarsPath, administrators, listPage),
  get(`${calendarsPath}/new`, administrators, (ask) => newPage(ask)),
  post(calendarsPath, administrators, add),
  get(`${calendarsPath}/:id`, administrators, (ask) => calendarPage(ask)),
  post(`${calendarsPath}/:id`, administrators, (ask) => saveCalendar(ask, replay)),
  post(`${calendarsPath}/:id/default`, administrators, (ask) => makeCalendarDefault(ask, replay)),
  step("retire", { action: retireCalendar, said: (name) => pagePhrase("retired", { name }) }),
  step("restore", { action: restoreCalendar, said: (name) => pagePhrase("restored", { name }) }),
];
