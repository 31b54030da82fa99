import { randomUUID } from "node:crypto";
import { NotFound } from "../../platform/errors.ts";
import { administrators } from "../../platform/http/access.ts";
import { freshForm, type FormState } from "../../platform/http/form.ts";
import { get, page, post, redirect, type Answer, type Ask, type Page, type Route } from "../../platform/http/route.ts";
import { submit } from "../../platform/http/submit.ts";
import { addSupplier } from "./actions/add-supplier.ts";
import { changeSupplier } from "./actions/change-supplier.ts";
import { endSupplier } from "./actions/end-supplier.ts";
import { getSupplier, listSuppliers } from "./store.ts";
import { countPassings } from "./store-passings.ts";
import type { Supplier } from "./types.ts";
import { supplierHref, suppliersPath } from "./views/paths.ts";
import { SupplierList } from "./views/supplier-list.tsx";
import { SupplierPage } from "./views/supplier-page.tsx";
import { words } from "./words.ts";

const section = suppliersPath;

const list = async ({ context: { db }, actor }: Ask, problem?: string): Promise<Page> => {
  const [suppliers, counts] = await Promise.all([listSuppliers(db), countPassings(db)]);
  return page(words[actor.locale].title, <SupplierList {...{ suppliers, counts, problem }} />, {
    width: "wide",
    section,
  });
};

const supplierPage = (ask: Ask, supplier?: Supplier, state: FormState = freshForm()): Page =>
  page(
    supplier?.name ?? words[ask.actor.locale].addTitle,
    <SupplierPage supplier={supplier} state={state} once={randomUUID()} />,
    { width: "page", section, ...(supplier && { usesOf: { kind: "supplier", id: supplier.id } }) },
  );

const supplierOf = ({ params, context }: Ask): Promise<Supplier> => {
  const id = Number(params["id"]);
  if (!Number.isSafeInteger(id) || id < 1) throw new NotFound();
  return getSupplier(context.db, id);
};

const saying = (to: string, text: string): Answer => redirect(to, { text, tone: "success" });

const add = (ask: Ask): Promise<Answer> =>
  submit(ask, {
    action: addSupplier,
    input: ask.form.values(),
    done: () => saying(suppliersPath, words[ask.actor.locale].added({ name: ask.form.text("name") })),
    again: (state) => supplierPage(ask, undefined, state),
  });

const change = async (ask: Ask): Promise<Answer> => {
  const supplier = await supplierOf(ask);
  return submit(ask, {
    action: changeSupplier,
    input: { ...ask.form.values(), supplierId: supplier.id },
    done: () => saying(supplierHref(supplier.id), words[ask.actor.locale].saved),
    again: (state) => supplierPage(ask, supplier, state),
  });
};

const end = async (ask: Ask): Promise<Answer> => {
  const w = words[ask.actor.locale];
  const { id, name } = await supplierOf(ask);
  const said = { retire: w.wasRetired, restore: w.wasRestored, delete: w.wasDeleted }[ask.form.text("to")];
  return submit(ask, {
    action: endSupplier,
    input: { ...ask.form.values(), supplierId: id },
    done: () => saying(suppliersPath, said?.({ name }) ?? w.saved),
    again: ({ problem }) => list(ask, problem),
  });
};

export const supplierRoutes: readonly Route[] = [
  get(suppliersPath, administrators, (ask) => list(ask)),
  get(`${suppliersPath}/new`, administrators, (ask) => supplierPage(ask)),
  post(`${suppliersPath}/new`, administrators, add),
  get(`${suppliersPath}/:id`, administrators, async (ask) => supplierPage(ask, await supplierOf(ask))),
  post(`${suppliersPath}/:id`, administrators, change),
  post(`${suppliersPath}/:id/end`, administrators, end),
];
