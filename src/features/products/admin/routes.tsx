import { administrators } from "../../../platform/http/access.ts";
import type { FormState } from "../../../platform/http/form.ts";
import { get, post, redirect, type Answer, type Ask, type Page, type Route } from "../../../platform/http/route.ts";
import { submit } from "../../../platform/http/submit.ts";
import { addParts } from "../actions/add-parts.ts";
import { addProducts } from "../actions/add-products.ts";
import { changeModule } from "../actions/change-module.ts";
import { changeProduct } from "../actions/change-product.ts";
import { changeVersion } from "../actions/change-version.ts";
import { endEntry } from "../actions/end-entry.ts";
import { moveEntry } from "../actions/move-entry.ts";
import type { Added } from "../actions/pasted.ts";
import { entryOf } from "../rules/entries.ts";
import { getProduct } from "../store/products.ts";
import { parts } from "../types.ts";
import type { CountUses } from "../uses.ts";
import { productHref, productsPath } from "../views/paths.ts";
import { adminWords } from "../words.admin.ts";
import { idOf, kindIn } from "./asked.ts";
import { pagesWith } from "./pages.tsx";

const saying = (to: string, text: string): Answer => redirect(to, { text, tone: "success" });

const added = ({ actor }: Ask, to: string, outcome: Added): Answer =>
  saying(to, adminWords[actor.locale].added({ added: outcome.added.length, known: outcome.known }));

type Pages = ReturnType<typeof pagesWith>;

/** The pages under /admin/products. Whoever names products mounts them, because only it can count where they are named. */
export const productAdminRoutes = (countUses: CountUses): readonly Route[] => {
  const pages = pagesWith(countUses);
  return [
    get(productsPath, administrators, (ask) => pages.list(ask)),
    post(productsPath, administrators, (ask) =>
      submit(ask, {
        action: addProducts,
        input: ask.form.values(),
        done: (outcome) => added(ask, productsPath, outcome),
        again: (adding) => pages.list(ask, { adding }),
      }),
    ),
    get(`${productsPath}/:id`, administrators, (ask) => pages.product(ask)),
    post(`${productsPath}/:id`, administrators, (ask) =>
      submit(ask, {
        action: changeProduct,
        input: { ...ask.form.values(), productId: idOf(ask) },
        done: () => saying(productHref(idOf(ask)), adminWords[ask.actor.locale].saved),
        again: (facts) => pages.product(ask, { facts }),
      }),
    ),
    post(`${productsPath}/:id/parts`, administrators, (ask) => addPartsFrom(ask, pages)),
    post(`${productsPath}/:id/move`, administrators, (ask) => moveFrom(ask, pages)),
    post(`${productsPath}/:id/end`, administrators, (ask) => endFrom(ask, pages)),
    ...partRoutes(pages),
  ];
};

const addPartsFrom = (ask: Ask, pages: Pages): Promise<Answer> => {
  const part = parts.find((each) => each === ask.form.text("part"));
  return submit(ask, {
    action: addParts,
    input: { ...ask.form.values(), productId: idOf(ask) },
    done: (outcome) => added(ask, `${productHref(idOf(ask))}#${part ?? "version"}s`, outcome),
    again: (adding) => pages.product(ask, { adding, ...(part && { part }) }),
  });
};

const isFromList = ({ form }: Ask): boolean => form.text("back") === "list";
const backFrom = (ask: Ask): string => (isFromList(ask) ? productsPath : productHref(idOf(ask)));
const againFrom = (ask: Ask, pages: Pages, { problem, errors }: FormState): Promise<Page> => {
  const moment = { problem: problem ?? Object.values(errors)[0] };
  return isFromList(ask) ? pages.list(ask, moment) : pages.product(ask, moment);
};

const moveFrom = (ask: Ask, pages: Pages): Promise<Answer> =>
  submit(ask, {
    action: moveEntry,
    input: { ...ask.form.values(), productId: idOf(ask) },
    done: () => redirect(backFrom(ask)),
    again: (state) => againFrom(ask, pages, state),
  });

const endFrom = async (ask: Ask, pages: Pages): Promise<Answer> => {
  const w = adminWords[ask.actor.locale];
  const kind = kindIn(ask);
  const { name } = entryOf(await getProduct(ask.context.db, idOf(ask)), { kind, id: Number(ask.form.text("id")) });
  const to = ask.form.text("to");
  return submit(ask, {
    action: endEntry,
    input: { ...ask.form.values(), productId: idOf(ask) },
    done: () => {
      if (to === "delete") return saying(kind === "product" ? productsPath : backFrom(ask), w.wasDeleted({ name }));
      return saying(backFrom(ask), to === "retire" ? w.wasRetired({ name }) : w.wasRestored({ name }));
    },
    again: (state) => againFrom(ask, pages, state),
  });
};

const partRoutes = (pages: Pages): readonly Route[] => [
  get(`${productsPath}/:id/versions/:part`, administrators, (ask) => pages.part(ask, "version")),
  post(`${productsPath}/:id/versions/:part`, administrators, (ask) =>
    submit(ask, {
      action: changeVersion,
      input: { ...ask.form.values(), productId: idOf(ask), versionId: idOf(ask, "part") },
      done: () => saying(productHref(idOf(ask)), adminWords[ask.actor.locale].saved),
      again: (state) => pages.part(ask, "version", state),
    }),
  ),
  get(`${productsPath}/:id/modules/:part`, administrators, (ask) => pages.part(ask, "module")),
  post(`${productsPath}/:id/modules/:part`, administrators, (ask) =>
    submit(ask, {
      action: changeModule,
      input: {
        ...ask.form.values(),
        versionIds: [...ask.form.all("versionIds")],
        productId: idOf(ask),
        moduleId: idOf(ask, "part"),
      },
      done: () => saying(productHref(idOf(ask)), adminWords[ask.actor.locale].saved),
      again: (state) => pages.part(ask, "module", state),
    }),
  ),
];
