import { randomUUID } from "node:crypto";
import { act } from "../../platform/act.ts";
import { NotFound } from "../../platform/errors.ts";
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
import { addTarget } from "./actions/add-target.ts";
import { changeTarget } from "./actions/change-target.ts";
import { endTarget } from "./actions/end-target.ts";
import { proposeTarget, type ProposedTarget } from "./actions/propose-target.ts";
import { offerOf } from "./offer.ts";
import { getLatestTarget, listTargetsInForce } from "./store.ts";
import { serviceLevelHref, serviceLevelsPath } from "./views/paths.ts";
import { forWhom, TargetList } from "./views/target-list.tsx";
import { endForm, NewTargetPage, TargetPage, targetForm } from "./views/target-page.tsx";
import { saidPhrase, words } from "./words.ts";

const section = serviceLevelsPath;

const idOf = ({ params }: Ask): number => {
  const id = Number(params["id"]);
  if (!Number.isSafeInteger(id) || id < 1) throw new NotFound();
  return id;
};

const listPage = async ({ context: { db }, actor }: Ask): Promise<Page> =>
  page(words[actor.locale].title, <TargetList targets={await listTargetsInForce(db)} offer={await offerOf(db)} />, {
    width: "wide",
    section,
  });

const newPage = async (
  { context: { db }, actor }: Ask,
  state: FormState = freshForm(),
  previewed?: Previewed,
): Promise<Page> =>
  page(
    words[actor.locale].add,
    <NewTargetPage offer={await offerOf(db)} state={state} previewed={previewed} once={randomUUID()} />,
    { section },
  );

const targetPage = async (ask: Ask, state: FormState = freshForm(), previewed?: Previewed): Promise<Page> => {
  const { db } = ask.context;
  const target = await getLatestTarget(db, idOf(ask));
  const offer = await offerOf(db);
  const shown = { target, offer, state, previewed };
  return page(forWhom(target, offer, ask.actor.locale), <TargetPage {...shown} />, {
    section,
    usesOf: { kind: "service-level", id: target.id },
  });
};

/** What another promise would have meant for the past; who knows the past says it. */
export type ReplayTarget = (ask: Ask, proposed: ProposedTarget) => Promise<Meaning>;

const add = (ask: Ask, replay: ReplayTarget): Promise<Answer> =>
  submitPreviewed(ask, {
    action: addTarget,
    input: ask.form.values(),
    form: targetForm,
    propose: () => act(ask.context.db, ask.actor, proposeTarget, ask.form.values()),
    meaningOf: (proposed) => replay(ask, proposed),
    done: () => redirectSaying(ask, serviceLevelsPath, saidPhrase("added")),
    again: (state, previewed) => newPage(ask, state, previewed),
  });

const change = async (ask: Ask, replay: ReplayTarget): Promise<Answer> => {
  // A colleague who was first has replaced it; what he changed is in the form by now.
  const { id: targetId } = await getLatestTarget(ask.context.db, idOf(ask));
  const input = { targetId, ...ask.form.values() };
  return submitPreviewed(ask, {
    action: changeTarget,
    input,
    form: targetForm,
    propose: () => act(ask.context.db, ask.actor, proposeTarget, input),
    meaningOf: (proposed) => replay(ask, proposed),
    done: ({ targetId }) => redirectSaying(ask, serviceLevelHref(targetId), saidPhrase("changed")),
    again: (state, previewed) => targetPage(ask, state, previewed),
  });
};

const end = (ask: Ask, replay: ReplayTarget): Promise<Answer> => {
  const targetId = idOf(ask);
  return submitPreviewed(ask, {
    action: endTarget,
    input: { targetId },
    form: endForm,
    propose: () => Promise.resolve({ ends: targetId, begins: null }),
    meaningOf: (proposed) => replay(ask, proposed),
    done: () => redirectSaying(ask, serviceLevelsPath, saidPhrase("ended")),
    again: (state, previewed) => targetPage(ask, state, previewed),
  });
};

export const serviceLevelAdminRoutes = ({ replay }: { replay: ReplayTarget }): readonly Route[] => [
  get(serviceLevelsPath, administrators, listPage),
  get(`${serviceLevelsPath}/new`, administrators, (ask) => newPage(ask)),
  post(serviceLevelsPath, administrators, (ask) => add(ask, replay)),
  get(`${serviceLevelsPath}/:id`, administrators, (ask) => targetPage(ask)),
  post(`${serviceLevelsPath}/:id`, administrators, (ask) => change(ask, replay)),
  post(`${serviceLevelsPath}/:id/end`, administrators, (ask) => end(ask, replay)),
];
