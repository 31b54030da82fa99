import { randomUUID } from "node:crypto";
import { act } from "../../../platform/act.ts";
import { NotFound } from "../../../platform/errors.ts";
import { administrators } from "../../../platform/http/access.ts";
import { freshForm, type FormState } from "../../../platform/http/form.ts";
import { get, page, post, type Ask, type Page, type Route } from "../../../platform/http/route.ts";
import { submit } from "../../../platform/http/submit.ts";
import { addMember } from "../actions/add-member.ts";
import { addOrganisation } from "../actions/add-organisation.ts";
import { changeMember } from "../actions/change-member.ts";
import { changeOrganisation } from "../actions/change-organisation.ts";
import { takeIn } from "../actions/take-in.ts";
import { listInvitations } from "../store/invitations.ts";
import { listMembers } from "../store/members.ts";
import { countOrganisations, listOrganisations } from "../store/organisations-list.ts";
import { findOrganisation, listDomains } from "../store/organisations.ts";
import { listOutside } from "../store/outside.ts";
import { listPackages } from "../store/packages.ts";
import { seatsOf } from "../store/seats.ts";
import { organisationHref, OrganisationList, organisationsPath } from "../views/organisation-list.tsx";
import { NewOrganisationPage, OrganisationPage } from "../views/organisation-page.tsx";
import { adminWords } from "../words.admin.ts";
import { historyOf, idOf, offsetOf, pageSize, saying, textOf } from "./asked.ts";

const section = organisationsPath;

const listPage = async (ask: Ask): Promise<Page> => {
  const { db } = ask.context;
  const packages = await listPackages(db);
  const filter = {
    text: textOf(ask),
    packageId: packages.find(({ id }) => String(id) === ask.query.get("package"))?.id,
  };
  const offset = offsetOf(ask);
  const [rows, total] = await Promise.all([
    listOrganisations(db, filter, { limit: pageSize, offset }),
    countOrganisations(db, filter),
  ]);
  return page(
    adminWords[ask.actor.locale].organisations,
    <OrganisationList {...{ rows, packages, filter, offset, total, pageSize }} />,
    { width: "wide", section },
  );
};

const newPage = async ({ context, actor }: Ask, state: FormState = freshForm()): Promise<Page> =>
  page(
    adminWords[actor.locale].addOrganisation,
    <NewOrganisationPage packages={await listPackages(context.db)} state={state} once={randomUUID()} />,
    { section },
  );

const organisationPage = async (
  ask: Ask,
  { facts = freshForm(), newMember = freshForm() }: { facts?: FormState; newMember?: FormState } = {},
): Promise<Page> => {
  const { db } = ask.context;
  const id = idOf(ask);
  const organisation = await findOrganisation(db, id);
  if (!organisation) throw new NotFound();
  const [domains, members, packages, seats, invitations, outside, history] = await Promise.all([
    listDomains(db, id),
    listMembers(db, id),
    listPackages(db),
    seatsOf(db, id),
    listInvitations(db, id),
    listOutside(db, id),
    historyOf(db, { kind: "organisation", id }),
  ]);
  return page(
    organisation.name,
    <OrganisationPage
      {...{ organisation, domains, members, packages, seats, invitations, outside, facts, newMember, ...history }}
    />,
    { width: "page", section, topics: [`organisation:${id}`] },
  );
};

export const organisationRoutes: readonly Route[] = [
  get(organisationsPath, administrators, listPage),
  get(`${organisationsPath}/new`, administrators, (ask) => newPage(ask)),
  post(organisationsPath, administrators, (ask) =>
    submit(ask, {
      action: addOrganisation,
      input: ask.form.values(),
      done: ({ organisationId }) =>
        saying(
          organisationHref(organisationId),
          adminWords[ask.actor.locale].organisationAdded({ name: ask.form.text("name").trim() }),
        ),
      again: (state) => newPage(ask, state),
    }),
  ),
  get(`${organisationsPath}/:id`, administrators, (ask) => organisationPage(ask)),
  post(`${organisationsPath}/:id`, administrators, (ask) =>
    submit(ask, {
      action: changeOrganisation,
      input: { ...ask.form.values(), organisationId: idOf(ask) },
      done: () => saying(organisationHref(idOf(ask)), adminWords[ask.actor.locale].saved),
      again: (facts) => organisationPage(ask, { facts }),
    }),
  ),
  post(`${organisationsPath}/:id/members`, administrators, (ask) =>
    submit(ask, {
      action: addMember,
      input: { organisationId: idOf(ask), email: ask.form.text("email") },
      done: () => saying(organisationHref(idOf(ask)), adminWords[ask.actor.locale].memberAdded),
      again: (newMember) => organisationPage(ask, { newMember }),
    }),
  ),
  post(`${organisationsPath}/:id/members/:personId`, administrators, async (ask) => {
    await act(ask.context.db, ask.actor, changeMember, {
      organisationId: idOf(ask),
      personId: idOf(ask, "personId"),
      to: ask.form.text("to"),
    });
    return saying(organisationHref(idOf(ask)), adminWords[ask.actor.locale].saved);
  }),
  post(`${organisationsPath}/:id/outside/:personId`, administrators, (ask) =>
    submit(ask, {
      action: takeIn,
      input: { organisationId: idOf(ask), personId: idOf(ask, "personId") },
      done: () => saying(organisationHref(idOf(ask)), adminWords[ask.actor.locale].memberAdded),
      again: (newMember) => organisationPage(ask, { newMember }),
    }),
  ),
];
