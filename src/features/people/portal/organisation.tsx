import { act } from "../../../platform/act.ts";
import { isSignedIn, type Agent, type Customer } from "../../../platform/actor.ts";
import { Forbidden, NotFound } from "../../../platform/errors.ts";
import { signedIn } from "../../../platform/http/access.ts";
import { freshForm, type FormState } from "../../../platform/http/form.ts";
import {
  get,
  page,
  post,
  redirect,
  type Answer,
  type Ask,
  type Page,
  type Route,
} from "../../../platform/http/route.ts";
import { submit } from "../../../platform/http/submit.ts";
import { answerInvitation } from "../actions/answer-invitation.ts";
import { inviteMember } from "../actions/invite-member.ts";
import { readmitMember } from "../actions/readmit-member.ts";
import { removeMember } from "../actions/remove-member.ts";
import { requestSeats } from "../actions/request-seats.ts";
import { takeIn } from "../actions/take-in.ts";
import { organisationPath } from "../rules/access.ts";
import { canInside } from "../rules/policy.ts";
import { isAwaitingSeats } from "../rules/seats.ts";
import { listInvitations, listInvitationsOf } from "../store/invitations.ts";
import { listMembers } from "../store/members.ts";
import { findOrganisation, organisationsOf } from "../store/organisations.ts";
import { listOutside } from "../store/outside.ts";
import { packageOfOrganisation } from "../store/packages.ts";
import { seatsOf } from "../store/seats.ts";
import { NoOrganisation, ownHref, OwnOrganisation } from "../views/own-organisation.tsx";
import { insideWords } from "../words.inside.ts";

const section = organisationPath;

const readerOf = ({ actor }: Ask): Customer | Agent => {
  if (!isSignedIn(actor)) throw new Forbidden();
  return actor;
};

const idOf = ({ params }: Ask, name = "id"): number => {
  const id = Number(params[name]);
  if (!Number.isSafeInteger(id) || id < 1) throw new NotFound();
  return id;
};

/** The reader's own, or the first of several. */
const ownPage = async (ask: Ask): Promise<Page> => {
  const { db } = ask.context;
  const { personId, locale } = readerOf(ask);
  const [first] = await organisationsOf(db, personId);
  if (first) return organisationPage(ask, first.id);
  const invited = await listInvitationsOf(db, personId);
  return page(insideWords[locale].organisation, <NoOrganisation invited={invited} />, { section });
};

const organisationPage = async (ask: Ask, id: number, state: FormState = freshForm()): Promise<Page> => {
  const { db } = ask.context;
  const actor = readerOf(ask);
  if (!canInside(actor, "readMembers", id)) throw new NotFound();
  const organisation = await findOrganisation(db, id);
  if (!organisation) throw new NotFound();
  const manages = canInside(actor, "inviteMember", id);
  const [organisations, seats, carePackage, members, invitations, outside, invited] = await Promise.all([
    organisationsOf(db, actor.personId),
    seatsOf(db, id),
    packageOfOrganisation(db, id),
    listMembers(db, id),
    manages ? listInvitations(db, id) : [],
    manages ? listOutside(db, id) : [],
    listInvitationsOf(db, actor.personId),
  ]);
  const requestedAt = isAwaitingSeats(organisation) ? (organisation.seatsRequestedAt ?? undefined) : undefined;
  return page(
    organisation.name,
    <OwnOrganisation
      {...{ organisation, organisations, manages, requestedAt, members, invitations, outside, invited, state }}
      seats={{ ...seats, carePackage }}
      readerId={actor.personId}
      locale={actor.locale}
    />,
    { section, width: "page", topics: [`organisation:${id}`] },
  );
};

const saying = (to: string, text: string): Answer => redirect(to, { text, tone: "success" });
const wordsOf = ({ actor }: Ask) => insideWords[actor.locale];
const nameIn = ({ form }: Ask): string => form.text("name").trim();

const inviting: readonly Route[] = [
  // Where a refused form leaves the browser.
  get(`${organisationPath}/:id/invitations`, signedIn, (ask) => redirect(ownHref(idOf(ask)))),
  post(`${organisationPath}/:id/invitations`, signedIn, (ask) =>
    submit(ask, {
      action: inviteMember,
      input: { ...ask.form.values(), organisationId: idOf(ask) },
      done: () => saying(ownHref(idOf(ask)), wordsOf(ask).invited({ name: nameIn(ask) })),
      again: (state) => organisationPage(ask, idOf(ask), state),
    }),
  ),
  post(`${organisationPath}/:id/seats`, signedIn, (ask) =>
    submit(ask, {
      action: requestSeats,
      input: { organisationId: idOf(ask) },
      done: () => saying(ownHref(idOf(ask)), wordsOf(ask).seatsRequested),
      again: (state) => organisationPage(ask, idOf(ask), state),
    }),
  ),
  post(`${organisationPath}/:id/outside/:personId`, signedIn, (ask) =>
    submit(ask, {
      action: takeIn,
      input: { organisationId: idOf(ask), personId: idOf(ask, "personId") },
      done: () => saying(ownHref(idOf(ask)), wordsOf(ask).takenIn({ name: nameIn(ask) })),
      again: (state) => organisationPage(ask, idOf(ask), state),
    }),
  ),
];

const removing: readonly Route[] = [
  post(`${organisationPath}/:id/members/:personId/remove`, signedIn, (ask) =>
    submit(ask, {
      action: removeMember,
      input: { organisationId: idOf(ask), personId: idOf(ask, "personId") },
      done: () => removed(ask),
      again: (state) => organisationPage(ask, idOf(ask), state),
    }),
  ),
  post(`${organisationPath}/:id/members/:personId/readmit`, signedIn, (ask) =>
    submit(ask, {
      action: readmitMember,
      input: { organisationId: idOf(ask), personId: idOf(ask, "personId") },
      done: () => saying(ownHref(idOf(ask)), wordsOf(ask).restored({ name: nameIn(ask) })),
      again: (state) => organisationPage(ask, idOf(ask), state),
    }),
  ),
];

/** A removal can be taken back for some seconds; whoever was only invited is just invited again. */
const removed = (ask: Ask): Answer => {
  const w = wordsOf(ask);
  const [at, name] = [ownHref(idOf(ask)), nameIn(ask)];
  if (ask.form.text("isInvited")) return saying(at, w.withdrawn({ name }));
  const undo = { action: `${at}/members/${idOf(ask, "personId")}/readmit`, fields: { name }, seconds: 15 };
  return redirect(at, { text: w.removed({ name }), tone: "success", undo });
};

/** Joins or declines. Whoever has accepted is shown where he belongs now. */
const answering = post(`${organisationPath}/:id/answer`, signedIn, async (ask) => {
  const answer = ask.form.text("answer");
  const organisationId = idOf(ask);
  await act(ask.context.db, ask.actor, answerInvitation, { organisationId, answer });
  const w = wordsOf(ask);
  if (answer !== "accept") return saying(organisationPath, w.declined);
  const organisation = (await findOrganisation(ask.context.db, organisationId))?.name ?? "";
  return saying(ownHref(organisationId), w.accepted({ organisation }));
});

export const organisationRoutes: readonly Route[] = [
  get(organisationPath, signedIn, ownPage),
  get(`${organisationPath}/:id`, signedIn, (ask) => organisationPage(ask, idOf(ask))),
  ...inviting,
  ...removing,
  answering,
];
