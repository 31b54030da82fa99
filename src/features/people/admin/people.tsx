import { randomUUID } from "node:crypto";
import { administrators } from "../../../platform/http/access.ts";
import { freshForm, type FormState } from "../../../platform/http/form.ts";
import { get, page, post, type Answer, type Ask, type Page, type Route } from "../../../platform/http/route.ts";
import { submit } from "../../../platform/http/submit.ts";
import type { Reader } from "../../../platform/db/db.ts";
import { clearAddress, undeliverableAmong, type Undeliverable } from "../../outgoing-mail/index.ts";
import { addPerson } from "../actions/add-person.ts";
import { changePerson } from "../actions/change-person.ts";
import { deactivatePerson } from "../actions/deactivate-person.ts";
import { reactivatePerson } from "../actions/reactivate-person.ts";
import { sendPasswordLink } from "../actions/send-password-link.ts";
import { roles } from "../rules/roles.ts";
import { findPasswordLinkEnd } from "../store/access-links.ts";
import { findLastSignedIn } from "../store/accounts.ts";
import { listOrganisations } from "../store/organisations-list.ts";
import { organisationsOf } from "../store/organisations.ts";
import { countPeople, listPeopleIds, organisationNamesOf } from "../store/people-list.ts";
import { getPerson, peopleByIds } from "../store/people.ts";
import { PeopleList, peoplePath, personHref } from "../views/people-list.tsx";
import { NewPersonPage, PersonPage } from "../views/person-page.tsx";
import { adminWords } from "../words.admin.ts";
import { historyOf, idOf, offsetOf, pageSize, saying, textOf } from "./asked.ts";

const section = peoplePath;

const listPage = async (ask: Ask): Promise<Page> => {
  const { context, actor, query } = ask;
  const filter = {
    text: textOf(ask),
    role: roles.find((role) => role === query.get("role")),
    state: (["active", "deactivated"] as const).find((state) => state === query.get("state")),
  };
  const offset = offsetOf(ask);
  const [ids, total] = await Promise.all([
    listPeopleIds(context.db, filter, { limit: pageSize, offset }),
    countPeople(context.db, filter),
  ]);
  const [people, organisationNames] = await Promise.all([
    peopleByIds(context.db, ids),
    organisationNamesOf(context.db, ids),
  ]);
  const rows = ids.flatMap((id) => people.get(id) ?? []);
  return page(
    adminWords[actor.locale].people,
    <PeopleList {...{ rows, organisationNames, filter, offset, total, pageSize }} />,
    { width: "wide", section },
  );
};

/** More organisations than a select can hold are chosen on the organisation's own page. */
const offeredOrganisations = 500;

const newPage = async ({ context, actor, query }: Ask, state: FormState = freshForm()): Promise<Page> =>
  page(
    adminWords[actor.locale].addPerson,
    <NewPersonPage
      state={state}
      once={randomUUID()}
      locale={actor.locale}
      // A link that speaks of colleagues says so; otherwise nobody is made anything that was not chosen.
      role={roles.find((role) => role === query.get("role"))}
      organisationId={query.get("organisation") ?? undefined}
      organisations={await listOrganisations(context.db, {}, { limit: offeredOrganisations, offset: 0 })}
    />,
    { section },
  );

const personPage = async (ask: Ask, state: FormState = freshForm()): Promise<Page> => {
  const { db } = ask.context;
  const person = await getPerson(db, idOf(ask));
  const [memberships, lastSignedIn, linkEnd, history] = await Promise.all([
    organisationsOf(db, person.id),
    findLastSignedIn(db, person.id),
    findPasswordLinkEnd(db, person.id),
    historyOf(db, { kind: "person", id: person.id }),
  ]);
  const undeliverable = person.email === null ? undefined : await markOf(db, person.email);
  return page(
    person.name,
    <PersonPage
      {...{ person, undeliverable, memberships, lastSignedIn, linkEnd, state, once: randomUUID(), ...history }}
    />,
    { section },
  );
};

const markOf = async (db: Reader, email: string): Promise<Undeliverable | undefined> =>
  (await undeliverableAmong(db, [email])).get(email);

const clearMark = post(`${peoplePath}/:id/clear-address`, administrators, async (ask) => {
  const { id, email } = await getPerson(ask.context.db, idOf(ask));
  return submit(ask, {
    action: clearAddress,
    input: { address: email ?? "" },
    done: () => saying(personHref(id), adminWords[ask.actor.locale].addressCleared),
    again: (state) => personPage(ask, state),
  });
});

const added = (ask: Ask, personId: number): Answer => {
  const w = adminWords[ask.actor.locale];
  const name = ask.form.text("name").trim();
  return saying(personHref(personId), ask.form.text("invite") ? w.personInvited({ name }) : w.personAdded({ name }));
};

/** A button that does one thing to the person; refused, the page says why. */
const button = (
  path: string,
  action: typeof deactivatePerson | typeof reactivatePerson | typeof sendPasswordLink,
  word: "wasDeactivated" | "wasReactivated" | "passwordLinkSent",
): Route =>
  post(`${peoplePath}/:id/${path}`, administrators, (ask) =>
    submit(ask, {
      action,
      input: { personId: idOf(ask) },
      done: () => saying(personHref(idOf(ask)), adminWords[ask.actor.locale][word]),
      again: (state) => personPage(ask, state),
    }),
  );

export const peopleRoutes: readonly Route[] = [
  get(peoplePath, administrators, listPage),
  get(`${peoplePath}/new`, administrators, (ask) => newPage(ask)),
  post(peoplePath, administrators, (ask) =>
    submit(ask, {
      action: addPerson,
      // Here the role is always a choice, and leaving it out is not one.
      input: { ...ask.form.values(), role: ask.form.text("role") },
      done: ({ personId }) => added(ask, personId),
      again: (state) => newPage(ask, state),
    }),
  ),
  get(`${peoplePath}/:id`, administrators, (ask) => personPage(ask)),
  post(`${peoplePath}/:id`, administrators, (ask) =>
    submit(ask, {
      action: changePerson,
      input: { ...ask.form.values(), personId: idOf(ask) },
      done: () => saying(personHref(idOf(ask)), adminWords[ask.actor.locale].saved),
      again: (state) => personPage(ask, state),
    }),
  ),
  clearMark,
  button("deactivate", deactivatePerson, "wasDeactivated"),
  button("reactivate", reactivatePerson, "wasReactivated"),
  button("password-link", sendPasswordLink, "passwordLinkSent"),
];
