import { randomUUID } from "node:crypto";
import type { z } from "zod";
import type { Action } from "../../../platform/act.ts";
import { administrators } from "../../../platform/http/access.ts";
import { freshForm, type FormState } from "../../../platform/http/form.ts";
import { get, page, post, redirect, type Ask, type Page, type Route } from "../../../platform/http/route.ts";
import { submit } from "../../../platform/http/submit.ts";
import { endStage } from "../actions/end-stage.ts";
import { partOf } from "../actions/guards.ts";
import { moveStage } from "../actions/move-stage.ts";
import { saveStage } from "../actions/save-stage.ts";
import { getTicketType } from "../store/types.ts";
import type { Tickets } from "../uses.ts";
import { typesPath } from "../views/paths.ts";
import { ProcedurePage, StagePage } from "../views/procedure-pages.tsx";
import { tabHref } from "../views/type-frame.tsx";
import { idOf, problemOf, rowsOf, saying, wordsOf } from "./asked.ts";

const section = typesPath;

const procedurePageWith =
  ({ countUses }: Tickets) =>
  async (ask: Ask, problem?: string): Promise<Page> => {
    const { db } = ask.context;
    const type = await getTicketType(db, idOf(ask));
    const uses = await countUses(db);
    return page(type.names[ask.actor.locale], <ProcedurePage {...{ type, uses, problem }} />, {
      section,
      width: "wide",
    });
  };

const stagePage = async (ask: Ask, state: FormState = freshForm()): Promise<Page> => {
  const type = await getTicketType(ask.context.db, idOf(ask));
  const stage = partOf(type.stages, idOf(ask, "stage"));
  return page(stage.names[ask.actor.locale], <StagePage {...{ type, stage, state }} once="" />, { section });
};

const newStagePage = async (ask: Ask, state: FormState = freshForm()): Promise<Page> => {
  const type = await getTicketType(ask.context.db, idOf(ask));
  return page(wordsOf(ask).addStage, <StagePage {...{ type, state }} once={randomUUID()} />, { section });
};

const stageIn = (ask: Ask) => ({
  ticketTypeId: idOf(ask),
  nameEn: ask.form.text("nameEn"),
  nameDe: ask.form.text("nameDe"),
  steps: rowsOf(ask, "step"),
});

const procedureOf = (ask: Ask): string => tabHref(idOf(ask), "procedure");

const placing: Readonly<Record<string, Action<z.ZodType, unknown>>> = { move: moveStage, end: endStage };

export const procedureRoutes = (tickets: Tickets): readonly Route[] => {
  const procedurePage = procedurePageWith(tickets);
  return [
    get(`${typesPath}/:id/procedure`, administrators, (ask) => procedurePage(ask)),
    get(`${typesPath}/:id/stages/new`, administrators, (ask) => newStagePage(ask)),
    post(`${typesPath}/:id/stages`, administrators, (ask) =>
      submit(ask, {
        action: saveStage,
        input: stageIn(ask),
        done: () => {
          const name = ask.form.text(ask.actor.locale === "de" ? "nameDe" : "nameEn").trim();
          return saying(procedureOf(ask), wordsOf(ask).stageAdded({ name }));
        },
        again: (state) => newStagePage(ask, state),
      }),
    ),
    get(`${typesPath}/:id/stages/:stage`, administrators, (ask) => stagePage(ask)),
    post(`${typesPath}/:id/stages/:stage`, administrators, (ask) =>
      submit(ask, {
        action: saveStage,
        input: { ...stageIn(ask), stageId: idOf(ask, "stage") },
        done: () => saying(procedureOf(ask), wordsOf(ask).saved),
        again: (state) => stagePage(ask, state),
      }),
    ),
    ...Object.entries(placing).map(([verb, action]) =>
      post(`${typesPath}/:id/stages/:stage/${verb}`, administrators, (ask) =>
        submit(ask, {
          action,
          input: { ticketTypeId: idOf(ask), stageId: idOf(ask, "stage"), to: ask.form.text("to") },
          done: () => redirect(procedureOf(ask)),
          again: (state) => procedurePage(ask, problemOf(state)),
        }),
      ),
    ),
  ];
};
