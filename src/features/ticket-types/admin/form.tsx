import { randomUUID } from "node:crypto";
import type { z } from "zod";
import type { Action } from "../../../platform/act.ts";
import { administrators } from "../../../platform/http/access.ts";
import { freshForm, type FormState } from "../../../platform/http/form.ts";
import { get, page, post, redirect, type Ask, type Page, type Route } from "../../../platform/http/route.ts";
import { submit } from "../../../platform/http/submit.ts";
import { addField } from "../actions/add-field.ts";
import { changeField } from "../actions/change-field.ts";
import { endField } from "../actions/end-field.ts";
import { partOf } from "../actions/guards.ts";
import { moveField } from "../actions/move-field.ts";
import { getTicketType } from "../store/types.ts";
import type { Tickets } from "../uses.ts";
import { FieldPage } from "../views/field-page.tsx";
import { FormPage } from "../views/form-page.tsx";
import { typesPath } from "../views/paths.ts";
import { tabHref } from "../views/type-frame.tsx";
import { idOf, problemOf, rowsOf, saying, ticked, wordsOf } from "./asked.ts";

const section = typesPath;

const pagesWith = ({ countUses }: Tickets) => ({
  form: async (ask: Ask, problem?: string): Promise<Page> => {
    const { db } = ask.context;
    const type = await getTicketType(db, idOf(ask));
    const uses = await countUses(db);
    return page(type.names[ask.actor.locale], <FormPage {...{ type, uses, problem }} tried={triedIn(ask)} />, {
      section,
      width: "wide",
    });
  },

  field: async (ask: Ask, state: FormState = freshForm()): Promise<Page> => {
    const { db } = ask.context;
    const type = await getTicketType(db, idOf(ask));
    const field = partOf(type.fields, idOf(ask, "field"));
    const use = (await countUses(db)).ofField(type, field.key);
    return page(field.names[ask.actor.locale], <FieldPage {...{ type, field, use, state }} once="" />, { section });
  },

  fresh: async (ask: Ask, state: FormState = freshForm()): Promise<Page> => {
    const type = await getTicketType(ask.context.db, idOf(ask));
    return page(wordsOf(ask).addField, <FieldPage {...{ type, state }} once={randomUUID()} />, { section });
  },
});

/** Answers in the address, by question. */
const triedIn = ({ query }: Ask): Record<string, string[]> => {
  const prefix = "customFields.";
  const names = [...query.keys()].filter((name) => name.startsWith(prefix));
  return Object.fromEntries(names.map((name) => [name.slice(prefix.length), query.getAll(name)]));
};

const factsIn = (ask: Ask) => {
  const { form } = ask;
  return {
    ...Object.fromEntries(["nameEn", "nameDe", "hintEn", "hintDe"].map((name) => [name, form.text(name)])),
    isRequired: ticked(ask, "isRequired"),
    audience: form.text("audience") || "customers",
    condition: conditionIn(form.all("condition")),
    ticketTypeId: idOf(ask),
  };
};

/** Ticks come as `question:answer`. */
const conditionIn = (ticks: readonly string[]) =>
  ticks.map((tick) => {
    const at = tick.indexOf(":");
    return { field: tick.slice(0, at), answer: tick.slice(at + 1) };
  });

/** A new question has rows for options whatever its kind; only choices have a use for them. */
const optionsOf = (ask: Ask, kind: string) => (kind === "choice" || kind === "choices" ? rowsOf(ask, "option") : []);

/** Options as typed, and those that are offered again. */
const optionsIn = async (ask: Ask) => {
  const { fields } = await getTicketType(ask.context.db, idOf(ask));
  const field = partOf(fields, idOf(ask, "field"));
  const back = ask.form.all("optionBack");
  return [...optionsOf(ask, field.kind), ...field.options.filter(({ key }) => back.includes(key))];
};

const placing: Readonly<Record<string, Action<z.ZodType, unknown>>> = { move: moveField, end: endField };

export const formRoutes = (tickets: Tickets): readonly Route[] => {
  const pages = pagesWith(tickets);
  const formOf = (ask: Ask): string => tabHref(idOf(ask), "form");
  return [
    get(`${typesPath}/:id/form`, administrators, (ask) => pages.form(ask)),
    get(`${typesPath}/:id/fields/new`, administrators, (ask) => pages.fresh(ask)),
    post(`${typesPath}/:id/fields`, administrators, (ask) =>
      submit(ask, {
        action: addField,
        input: { ...factsIn(ask), kind: ask.form.text("kind"), options: optionsOf(ask, ask.form.text("kind")) },
        done: () => {
          const name = ask.form.text(ask.actor.locale === "de" ? "nameDe" : "nameEn").trim();
          return saying(formOf(ask), wordsOf(ask).fieldAdded({ name }));
        },
        again: (state) => pages.fresh(ask, state),
      }),
    ),
    get(`${typesPath}/:id/fields/:field`, administrators, (ask) => pages.field(ask)),
    post(`${typesPath}/:id/fields/:field`, administrators, async (ask) =>
      submit(ask, {
        action: changeField,
        input: { ...factsIn(ask), fieldId: idOf(ask, "field"), options: await optionsIn(ask) },
        done: () => saying(formOf(ask), wordsOf(ask).saved),
        again: (state) => pages.field(ask, state),
      }),
    ),
    ...Object.entries(placing).map(([verb, action]) =>
      post(`${typesPath}/:id/fields/:field/${verb}`, administrators, (ask) =>
        submit(ask, {
          action,
          input: { ticketTypeId: idOf(ask), fieldId: idOf(ask, "field"), to: ask.form.text("to") },
          done: () => redirect(formOf(ask)),
          again: (state) => pages.form(ask, problemOf(state)),
        }),
      ),
    ),
  ];
};
