import { randomUUID } from "node:crypto";
import { listLatestEvents } from "../../../platform/events.ts";
import { freshForm, type FormState } from "../../../platform/http/form.ts";
import { page, type Ask, type Page } from "../../../platform/http/route.ts";
import { partOf } from "../rules/entries.ts";
import { getProduct, listProducts } from "../store/products.ts";
import type { Part } from "../types.ts";
import type { CountUses } from "../uses.ts";
import { ModulePage, VersionPage } from "../views/part-page.tsx";
import { productsPath } from "../views/paths.ts";
import { ProductList } from "../views/product-list.tsx";
import { ProductPage } from "../views/product-page.tsx";
import { adminWords } from "../words.admin.ts";
import { idOf } from "./asked.ts";

const section = productsPath;
const historyLength = 50;

/** What a form that was refused left behind. */
export interface Moment {
  facts?: FormState;
  adding?: FormState;
  /** Which of a product's two lists was added to. */
  part?: Part;
  problem?: string | undefined;
}

/** The pages, with who counts what the entries are named by. */
export const pagesWith = (countUses: CountUses) => ({
  list: async (ask: Ask, { adding = freshForm(), problem }: Moment = {}): Promise<Page> => {
    const { db } = ask.context;
    const [products, uses] = await Promise.all([listProducts(db), countUses(db)]);
    return page(
      adminWords[ask.actor.locale].products,
      <ProductList {...{ products, uses, adding, problem }} once={randomUUID()} />,
      { width: "wide", section },
    );
  },

  product: async (
    ask: Ask,
    { facts = freshForm(), adding = freshForm(), part, problem }: Moment = {},
  ): Promise<Page> => {
    const { db } = ask.context;
    const product = await getProduct(db, idOf(ask));
    const [uses, events] = await Promise.all([
      countUses(db),
      listLatestEvents(db, { kind: "product", id: product.id }, historyLength),
    ]);
    const both = {
      version: part === "version" ? adding : freshForm(),
      module: part === "module" ? adding : freshForm(),
    };
    return page(
      product.name,
      <ProductPage {...{ product, uses, facts, problem, events }} adding={both} once={randomUUID()} />,
      { width: "page", section },
    );
  },

  part: async (ask: Ask, part: Part, state: FormState = freshForm()): Promise<Page> => {
    const { db } = ask.context;
    const product = await getProduct(db, idOf(ask));
    const id = idOf(ask, "part");
    const use = (await countUses(db))({ kind: part, id });
    if (part === "version") {
      const version = partOf(product.versions, id);
      return page(version.name, <VersionPage {...{ product, version, use, state }} />, { section });
    }
    const module = partOf(product.modules, id);
    return page(module.name, <ModulePage {...{ product, module, use, state }} />, { section });
  },
});
