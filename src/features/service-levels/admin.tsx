import { randomUUID } from "node:crypto";
import type { Reader } from "../../platform/db/db.ts";
import { NotFound } from "../../platform/errors.ts";
import { administrators } from "../../platform/http/access.ts";
import { freshForm, type FormState } from "../../platform/http/form.ts";
import { get, page, post, redirectSaying, type Ask, type Page, type Route } from "../../platform/http/route.ts";
import { submit } from "../../platform/http/submit.ts";
import { listPackages } from "../people/index.ts";
import { listTicketTypes } from "../ticket-types/index.ts";
import { listCalendars } from "../working-time/index.ts";
import { addTarget } from "./actions/add-target.ts";
import { changeTarget } from "./actions/change-target.ts";
import { endTarget } from "./actions/end-target.ts";
import { getTarget, listTargetsInForce } from "./store.ts";
import type { Offer } from "./views/offer.ts";
import { serviceLevelHref, serviceLevelsPath } from "./views/paths.ts";
import { forWhom, TargetList } from "./views/target-list.tsx";
import { NewTargetPage, TargetPage } from "./views/target-page.tsx";
import { saidPhrase, words } from "./words.ts";

const section = serviceLevelsPath;

const idOf = ({ params }: Ask): number => {
  const id = Number(params["id"]);
  if (!Number.isSafeInteger(id) || id < 1) throw new NotFound();
  return id;
};

const offerOf = async (db: Reader): Promise<Offer> => ({
  packages: await listPackages(db),
  types: await listTicketTypes(db),
  calendars: await listCalendars(db),
});

const listPage = async ({ context: { db }, actor }: Ask): Promise<Page> =>
  page(words[actor.locale].title, <TargetList targets={await listTargetsInForce(db)} offer={await offerOf(db)} />, {
    width: "wide",
    section,
  });

const newPage = async ({ context: { db }, actor }: Ask, state: FormState = freshForm()): Promise<Page> =>
  page(words[actor.locale].add, <NewTargetPage offer={await offerOf(db)} state={state} once={randomUUID()} />, {
    section,
  });

const targetPage = async (ask: Ask, state: FormState = freshForm()): Promise<Page> => {
  const { db } = ask.context;
  const target = await getTarget(db, idOf(ask));
  const offer = await offerOf(db);
  return page(forWhom(target, offer, ask.actor.locale), <TargetPage target={target} offer={offer} state={state} />, {
    section,
    usesOf: { kind: "service-level", id: target.id },
  });
};

export const serviceLevelRoutes: readonly Route[] = [
  get(serviceLevelsPath, administrators, listPage),
  get(`${serviceLevelsPath}/new`, administrators, (ask) => newPage(ask)),
  post(serviceLevelsPath, administrators, (ask) =>
    submit(ask, {
      action: addTarget,
      input: ask.form.values(),
      done: () => redirectSaying(ask, serviceLevelsPath, saidPhrase("added")),
      again: (state) => newPage(ask, state),
    }),
  ),
  get(`${serviceLevelsPath}/:id`, administrators, (ask) => targetPage(ask)),
  post(`${serviceLevelsPath}/:id`, administrators, (ask) =>
    submit(ask, {
      action: changeTarget,
      input: { targetId: idOf(ask), ...ask.form.values() },
      done: ({ targetId }) => redirectSaying(ask, serviceLevelHref(targetId), saidPhrase("changed")),
      again: (state) => targetPage(ask, state),
    }),
  ),
  post(`${serviceLevelsPath}/:id/end`, administrators, (ask) =>
    submit(ask, {
      action: endTarget,
      input: { targetId: idOf(ask) },
      done: () => redirectSaying(ask, serviceLevelsPath, saidPhrase("ended")),
      again: (state) => targetPage(ask, state),
    }),
  ),
];
