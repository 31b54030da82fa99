import { randomUUID } from "node:crypto";
import { NotFound } from "../../platform/errors.ts";
import { listLatestEvents } from "../../platform/events.ts";
import { administrators } from "../../platform/http/access.ts";
import { freshForm, type FormState } from "../../platform/http/form.ts";
import { get, page, post, redirect, type Answer, type Ask, type Page, type Route } from "../../platform/http/route.ts";
import { submit } from "../../platform/http/submit.ts";
import { getDesk } from "../desk-settings/index.ts";
import { addAnswer } from "./actions/add-answer.ts";
import { changeAnswer } from "./actions/change-answer.ts";
import { endAnswer } from "./actions/end-answer.ts";
import { moveAnswer } from "./actions/move-answer.ts";
import { inLanguage, type CannedAnswer } from "./rules/languages.ts";
import type { Placeholders } from "./rules/placeholders.ts";
import { getAnswer, listAllAnswers } from "./store.ts";
import { AnswerList } from "./views/answer-list.tsx";
import { AnswerPage } from "./views/answer-page.tsx";
import { answerHref, answersPath } from "./views/paths.ts";
import { words } from "./words.ts";

const section = answersPath;
const historyLength = 50;

const list = async (ask: Ask, problem?: string): Promise<Page> =>
  page(
    words[ask.actor.locale].title,
    <AnswerList answers={await listAllAnswers(ask.context.db)} problem={problem} once={randomUUID()} />,
    { width: "wide", section },
  );

/** A made-up ticket in the reader's language, answered by the reader. */
const examplesOf = async ({ context, actor }: Ask): Promise<Placeholders> => {
  const { samples } = words[actor.locale];
  return {
    "requester.name": samples.requester,
    "ticket.number": samples.number,
    "ticket.subject": samples.subject,
    "agent.name": actor.kind === "agent" ? actor.name : "",
    "desk.name": (await getDesk(context.db)).name,
  };
};

const answerPage = async (ask: Ask, answer?: CannedAnswer, state: FormState = freshForm()): Promise<Page> => {
  const { db } = ask.context;
  const { locale } = ask.actor;
  const events = answer ? await listLatestEvents(db, { kind: "canned_answer", id: answer.id }, historyLength) : [];
  return page(
    answer ? inLanguage(answer.titles, locale) : words[locale].addTitle,
    <AnswerPage {...{ answer, state, events }} examples={await examplesOf(ask)} once={randomUUID()} />,
    { width: "page", section },
  );
};

const idOf = ({ params }: Ask): number => {
  const id = Number(params["id"]);
  if (!Number.isSafeInteger(id) || id < 1) throw new NotFound();
  return id;
};

const answerOf = (ask: Ask): Promise<CannedAnswer> => getAnswer(ask.context.db, idOf(ask));

const saying = (to: string, text: string): Answer => redirect(to, { text, tone: "success" });

const add = (ask: Ask): Promise<Answer> =>
  submit(ask, {
    action: addAnswer,
    input: ask.form.values(),
    done: async ({ answerId }) => {
      const { titles } = await getAnswer(ask.context.db, answerId);
      const { locale } = ask.actor;
      return saying(answersPath, words[locale].added({ title: inLanguage(titles, locale) }));
    },
    again: (state) => answerPage(ask, undefined, state),
  });

const change = async (ask: Ask): Promise<Answer> => {
  const answer = await answerOf(ask);
  return submit(ask, {
    action: changeAnswer,
    input: { ...ask.form.values(), answerId: answer.id },
    done: () => saying(answerHref(answer.id), words[ask.actor.locale].saved),
    again: (state) => answerPage(ask, answer, state),
  });
};

const move = (ask: Ask): Promise<Answer> =>
  submit(ask, {
    action: moveAnswer,
    input: { ...ask.form.values(), answerId: idOf(ask) },
    done: () => redirect(answersPath),
    again: ({ problem }) => list(ask, problem),
  });

const end = async (ask: Ask): Promise<Answer> => {
  const { locale } = ask.actor;
  const w = words[locale];
  const title = inLanguage((await answerOf(ask)).titles, locale);
  const said = { retire: w.wasRetired, restore: w.wasRestored, delete: w.wasDeleted }[ask.form.text("to")];
  return submit(ask, {
    action: endAnswer,
    input: { ...ask.form.values(), answerId: idOf(ask) },
    done: () => saying(answersPath, said?.({ title }) ?? w.saved),
    again: ({ problem }) => list(ask, problem),
  });
};

export const answerRoutes: readonly Route[] = [
  get(answersPath, administrators, (ask) => list(ask)),
  get(`${answersPath}/new`, administrators, (ask) => answerPage(ask)),
  post(`${answersPath}/new`, administrators, add),
  get(`${answersPath}/:id`, administrators, async (ask) => answerPage(ask, await answerOf(ask))),
  post(`${answersPath}/:id`, administrators, change),
  post(`${answersPath}/:id/move`, administrators, move),
  post(`${answersPath}/:id/end`, administrators, end),
];
