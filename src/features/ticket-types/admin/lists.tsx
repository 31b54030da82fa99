import { randomUUID } from "node:crypto";
import type { z } from "zod";
import type { Action } from "../../../platform/act.ts";
import { administrators } from "../../../platform/http/access.ts";
import { freshForm, type FormState } from "../../../platform/http/form.ts";
import { get, page, post, redirect, type Ask, type Page, type Route } from "../../../platform/http/route.ts";
import { submit } from "../../../platform/http/submit.ts";
import { changeCriteria } from "../actions/change-criteria.ts";
import { endDevelopmentStatus } from "../actions/end-development-status.ts";
import { moveDevelopmentStatus } from "../actions/move-development-status.ts";
import { saveDevelopmentStatus } from "../actions/save-development-status.ts";
import { priorities } from "../rules/type.ts";
import { getDevelopmentStatus, listDevelopmentStatuses } from "../store/development-statuses.ts";
import { listPriorityCriteria } from "../store/priorities.ts";
import type { Tickets } from "../uses.ts";
import { DevelopmentList, DevelopmentPage } from "../views/development-pages.tsx";
import { developmentPath, prioritiesPath } from "../views/paths.ts";
import { PrioritiesPage } from "../views/priorities-page.tsx";
import { idOf, problemOf, saying, ticked, wordsOf } from "./asked.ts";

const prioritiesPage = async (ask: Ask, { countUses }: Tickets, state: FormState = freshForm()): Promise<Page> => {
  const { db } = ask.context;
  const [criteria, uses] = await Promise.all([listPriorityCriteria(db), countUses(db)]);
  return page(wordsOf(ask).priorities, <PrioritiesPage {...{ criteria, uses, state }} />, { section: prioritiesPath });
};

const criteriaIn = ({ form }: Ask) =>
  Object.fromEntries(
    priorities.map((priority) => [
      priority,
      { en: form.text(`criteria.${priority}.en`), de: form.text(`criteria.${priority}.de`) },
    ]),
  );

export const priorityRoutes = (tickets: Tickets): readonly Route[] => [
  get(prioritiesPath, administrators, (ask) => prioritiesPage(ask, tickets)),
  post(prioritiesPath, administrators, (ask) =>
    submit(ask, {
      action: changeCriteria,
      input: { criteria: criteriaIn(ask) },
      done: () => saying(prioritiesPath, wordsOf(ask).saved),
      again: (state) => prioritiesPage(ask, tickets, state),
    }),
  ),
];

const pagesWith = ({ countUses }: Tickets) => ({
  list: async (
    ask: Ask,
    { adding = freshForm(), problem }: { adding?: FormState; problem?: string | undefined } = {},
  ): Promise<Page> => {
    const { db } = ask.context;
    const [statuses, uses] = await Promise.all([listDevelopmentStatuses(db), countUses(db)]);
    return page(
      wordsOf(ask).developmentStatuses,
      <DevelopmentList {...{ statuses, uses, adding, problem }} once={randomUUID()} />,
      { width: "wide", section: developmentPath },
    );
  },

  one: async (ask: Ask, state: FormState = freshForm()): Promise<Page> => {
    const status = await getDevelopmentStatus(ask.context.db, idOf(ask));
    return page(status.names[ask.actor.locale], <DevelopmentPage status={status} state={state} />, {
      section: developmentPath,
      usesOf: { kind: "development-status", id: status.id },
    });
  },
});

const developmentIn = (ask: Ask) => ({
  nameEn: ask.form.text("nameEn"),
  nameDe: ask.form.text("nameDe"),
  mailsCustomers: ticked(ask, "mailsCustomers"),
});

const placing: Readonly<Record<string, Action<z.ZodType, unknown>>> = {
  move: moveDevelopmentStatus,
  end: endDevelopmentStatus,
};

export const developmentRoutes = (tickets: Tickets): readonly Route[] => {
  const pages = pagesWith(tickets);
  return [
    get(developmentPath, administrators, (ask) => pages.list(ask)),
    post(developmentPath, administrators, (ask) =>
      submit(ask, {
        action: saveDevelopmentStatus,
        input: developmentIn(ask),
        done: () => {
          const name = ask.form.text(ask.actor.locale === "de" ? "nameDe" : "nameEn").trim();
          return saying(developmentPath, wordsOf(ask).developmentAdded({ name }));
        },
        again: (adding) => pages.list(ask, { adding }),
      }),
    ),
    get(`${developmentPath}/:id`, administrators, (ask) => pages.one(ask)),
    post(`${developmentPath}/:id`, administrators, (ask) =>
      submit(ask, {
        action: saveDevelopmentStatus,
        input: { ...developmentIn(ask), id: idOf(ask) },
        done: () => saying(developmentPath, wordsOf(ask).saved),
        again: (state) => pages.one(ask, state),
      }),
    ),
    ...Object.entries(placing).map(([verb, action]) =>
      post(`${developmentPath}/:id/${verb}`, administrators, (ask) =>
        submit(ask, {
          action,
          input: { id: idOf(ask), to: ask.form.text("to") },
          done: () => redirect(developmentPath),
          again: (state) => pages.list(ask, { problem: problemOf(state) }),
        }),
      ),
    ),
  ];
};
