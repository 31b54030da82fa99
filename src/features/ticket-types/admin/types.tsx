import { randomUUID } from "node:crypto";
import type { z } from "zod";
import type { Action } from "../../../platform/act.ts";
import { administrators } from "../../../platform/http/access.ts";
import { freshForm, type FormState } from "../../../platform/http/form.ts";
import { get, page, post, redirect, type Ask, type Page, type Route } from "../../../platform/http/route.ts";
import { submit } from "../../../platform/http/submit.ts";
import { listTeams } from "../../people/index.ts";
import { addType } from "../actions/add-type.ts";
import { changeType } from "../actions/change-type.ts";
import { endType } from "../actions/end-type.ts";
import { moveType } from "../actions/move-type.ts";
import { statuses, type Names, type Status } from "../rules/type.ts";
import { getTicketType, listTicketTypes } from "../store/types.ts";
import type { Tickets } from "../uses.ts";
import { GeneralPage } from "../views/general-page.tsx";
import { typeHref, typesPath } from "../views/paths.ts";
import { StatusesPage } from "../views/statuses-page.tsx";
import { TypeList } from "../views/type-list.tsx";
import { idOf, problemOf, saying, ticked, wordsOf } from "./asked.ts";

const section = typesPath;

const pagesWith = ({ countUses }: Tickets) => ({
  list: async (
    ask: Ask,
    { adding = freshForm(), problem }: { adding?: FormState; problem?: string | undefined } = {},
  ): Promise<Page> => {
    const { db } = ask.context;
    const [types, uses] = await Promise.all([listTicketTypes(db), countUses(db)]);
    return page(wordsOf(ask).types, <TypeList {...{ types, uses, adding, problem }} once={randomUUID()} />, {
      width: "wide",
      section,
    });
  },

  general: async (
    ask: Ask,
    { facts = freshForm(), closing = freshForm(), kind = freshForm() }: Partial<Record<GeneralForm, FormState>> = {},
  ): Promise<Page> => {
    const { db } = ask.context;
    const type = await getTicketType(db, idOf(ask));
    const teams = await listTeams(db);
    return page(type.names[ask.actor.locale], <GeneralPage {...{ type, teams, facts, closing, kind }} />, {
      section,
      usesOf: { kind: "ticket-type", id: type.id },
    });
  },

  statuses: async (ask: Ask, state: FormState = freshForm()): Promise<Page> => {
    const { db } = ask.context;
    const type = await getTicketType(db, idOf(ask));
    return page(type.names[ask.actor.locale], <StatusesPage {...{ type, state }} uses={await countUses(db)} />, {
      section,
    });
  },
});

type GeneralForm = "facts" | "closing" | "kind";

const factsIn = (ask: Ask) => ({
  ...Object.fromEntries(
    ["nameEn", "nameDe", "hintEn", "hintDe", "creators", "teamId", "asksProduct"].map((name) => [
      name,
      ask.form.text(name),
    ]),
  ),
  ...Object.fromEntries(
    [
      "hasPriority",
      "hasRating",
      "onlyAssigneesWrite",
      "takesSeatRequests",
      "needsApproval",
      "needsSolution",
      "needsConfirmation",
      "needsFeedback",
    ].map((name) => [name, ticked(ask, name)]),
  ),
});

const closingIn = ({ form }: Ask) =>
  Object.fromEntries(
    ["remindAfterDays", "closeAfterDays", "closeResolvedAfterDays", "reopenDays"].map((name) => [
      name,
      form.text(name),
    ]),
  );

const statusesIn = (ask: Ask) => ({
  statuses: [...ask.form.all("statuses")],
  toldStatuses: [...ask.form.all("toldStatuses")],
  statusNames: namesIn(ask, "statusNames"),
  customerStatusNames: namesIn(ask, "customerStatusNames"),
  movesTickets: ticked(ask, "movesTickets"),
});

const namesIn = ({ form }: Ask, field: string): Partial<Record<Status, Names>> =>
  Object.fromEntries(
    statuses.map((status) => [
      status,
      { en: form.text(`${field}.${status}.en`), de: form.text(`${field}.${status}.de`) },
    ]),
  );

const placing: Readonly<Record<string, Action<z.ZodType, unknown>>> = { move: moveType, end: endType };

export const typeRoutes = (tickets: Tickets): readonly Route[] => {
  const pages = pagesWith(tickets);
  const { changeStatuses, changeKind } = tickets;
  return [
    get(typesPath, administrators, (ask) => pages.list(ask)),
    post(typesPath, administrators, (ask) =>
      submit(ask, {
        action: addType,
        input: ask.form.values(),
        done: ({ ticketTypeId }) =>
          saying(
            typeHref(ticketTypeId),
            wordsOf(ask).typeAdded({ name: ask.form.text(ask.actor.locale === "de" ? "nameDe" : "nameEn").trim() }),
          ),
        again: (adding) => pages.list(ask, { adding }),
      }),
    ),
    get(`${typesPath}/:id`, administrators, (ask) => pages.general(ask)),
    post(`${typesPath}/:id`, administrators, (ask) =>
      submit(ask, {
        action: changeType,
        input: { ...factsIn(ask), ticketTypeId: idOf(ask) },
        done: () => saying(typeHref(idOf(ask)), wordsOf(ask).saved),
        again: (facts) => pages.general(ask, { facts }),
      }),
    ),
    post(`${typesPath}/:id/closing`, administrators, (ask) =>
      submit(ask, {
        action: changeType,
        input: { ...closingIn(ask), ticketTypeId: idOf(ask) },
        done: () => saying(typeHref(idOf(ask)), wordsOf(ask).saved),
        again: (closing) => pages.general(ask, { closing }),
      }),
    ),
    post(`${typesPath}/:id/kind`, administrators, (ask) =>
      submit(ask, {
        action: changeKind,
        input: { kind: ask.form.text("kind"), ticketTypeId: idOf(ask) },
        done: () => saying(typeHref(idOf(ask)), wordsOf(ask).saved),
        again: (kind) => pages.general(ask, { kind }),
      }),
    ),
    get(`${typesPath}/:id/statuses`, administrators, (ask) => pages.statuses(ask)),
    post(`${typesPath}/:id/statuses`, administrators, (ask) =>
      submit(ask, {
        action: changeStatuses,
        input: { ...statusesIn(ask), ticketTypeId: idOf(ask) },
        done: () => saying(typeHref(idOf(ask), "/statuses"), wordsOf(ask).saved),
        again: (state) => pages.statuses(ask, state),
      }),
    ),
    ...Object.entries(placing).map(([verb, action]) =>
      post(`${typesPath}/:id/${verb}`, administrators, (ask) =>
        submit(ask, {
          action,
          input: { ticketTypeId: idOf(ask), to: ask.form.text("to") },
          done: () => redirect(typesPath),
          again: (state) => pages.list(ask, { problem: problemOf(state) }),
        }),
      ),
    ),
  ];
};
