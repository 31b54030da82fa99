import type { VNode } from "preact";
import { act } from "../../platform/act.ts";
import { system } from "../../platform/actor.ts";
import type { Context } from "../../platform/context.ts";
import type { Effect, Effects, StoredEvent } from "../../platform/events.ts";
import type { Reading } from "../../platform/i18n/index.ts";
import { after, days, minutes, now } from "../../platform/time.ts";
import { getDesk, type Desk } from "../desk-settings/index.ts";
import { queueMail } from "../outgoing-mail/index.ts";
import { mayHaveAccess } from "./access.ts";
import { makeLink } from "./actions/make-link.ts";
import { AlreadyRegisteredMail } from "./emails/already-registered-mail.tsx";
import { BlockedMail } from "./emails/blocked-mail.tsx";
import { InvitationMail } from "./emails/invitation-mail.tsx";
import { PasswordChangedMail } from "./emails/password-changed-mail.tsx";
import { SetPasswordMail, setPasswordSubject } from "./emails/set-password-mail.tsx";
import { SignInMail } from "./emails/sign-in-mail.tsx";
import type { LinkReason } from "./events.ts";
import {
  organisationPath,
  forgottenPath,
  setPasswordFor,
  setPasswordPath,
  signInFor,
  signInLinkPath,
  signInPath,
} from "./rules/access.ts";
import { limits } from "./rules/limits.ts";
import { isAgentRole } from "./rules/roles.ts";
import { listInvitationsOf } from "./store/invitations.ts";
import { getPerson } from "./store/people.ts";
import { mailWords } from "./words.mails.ts";

/** What the mails are made from; who may not sign in (any more) gets none. */
interface Recipient {
  personId: number;
  name: string;
  address: string;
  reading: Reading;
  desk: Desk;
  /** Works at the desk, or will. */
  isAgent: boolean;
  hasAccount: boolean;
}

const recipientOf = async (
  { db }: Context,
  { subject }: StoredEvent,
  whom = subject.id,
): Promise<Recipient | undefined> => {
  const person = await getPerson(db, whom);
  if (!mayHaveAccess(person)) return undefined;
  const { id: personId, name, email: address, locale, timeZone, role, hasAccount } = person;
  const desk = await getDesk(db);
  return { personId, name, address, reading: { locale, timeZone }, desk, isAgent: isAgentRole(role), hasAccount };
};

interface Written {
  template: string;
  subject: string;
  body: VNode;
  expiresAt?: Date;
}

// The event makes the key: an effect that is run again after a crash sends nothing twice.
const mailTo = (context: Context, event: StoredEvent, to: Recipient, mail: Written): Promise<number> =>
  queueMail(context, {
    ...mail,
    to: { personId: to.personId, name: to.name, address: to.address },
    locale: to.reading.locale,
    about: event.subject,
    eventId: event.id,
    onceKey: `${mail.template} ${event.id}`,
  });

const passwordLinkFor = async (
  { db, baseUrl }: Context,
  { personId }: Recipient,
  organisationId?: number,
): Promise<string | undefined> => {
  const token = await act(db, system("people"), makeLink, { personId, purpose: "set_password", organisationId });
  return token && baseUrl + setPasswordPath(token);
};

const mailAlreadyRegistered = (context: Context, event: StoredEvent, to: Recipient): Promise<number> =>
  mailTo(context, event, to, {
    template: "people.already-registered",
    subject: mailWords[to.reading.locale].alreadyRegistered.subject({ desk: to.desk.name }),
    body: (
      <AlreadyRegisteredMail
        reading={to.reading}
        desk={to.desk}
        signInHref={context.baseUrl + signInPath}
        forgottenHref={context.baseUrl + forgottenPath}
      />
    ),
  });

const mailPasswordLink: Effect = {
  name: "people.mail-password-link",
  async run(context, event) {
    const to = await recipientOf(context, event);
    const { organisationId } = event.payload;
    if (to?.hasAccount && event.payload["reason"] === "registered") {
      await mailAlreadyRegistered(context, event, to);
      return;
    }
    const accepts = typeof organisationId === "number" ? organisationId : undefined;
    const href = to && (await passwordLinkFor(context, to, accepts));
    if (!href) return;
    const until = after(now(), setPasswordFor);
    const asked = event.payload["reason"] as LinkReason;
    const reason = asked === "invited" && to.isAgent ? "invitedToDesk" : asked;
    await mailTo(context, event, to, {
      template: "people.set-password",
      subject: setPasswordSubject({ reading: to.reading, desk: to.desk, reason }),
      body: <SetPasswordMail {...{ reading: to.reading, desk: to.desk, reason, href, until }} />,
      expiresAt: until,
    });
  },
};

/** Whoever has no account yet accepts by choosing a password; everybody else on a page of his own. */
const mailInvitation: Effect = {
  name: "people.mail-invitation",
  async run(context, event) {
    const { db, baseUrl } = context;
    const personId = Number(event.payload["personId"]);
    const organisationId = event.subject.id;
    const invitation = (await listInvitationsOf(db, personId)).find((each) => each.organisationId === organisationId);
    const to = invitation && (await recipientOf(context, event, personId));
    if (!to) return;
    const { reading, desk } = to;
    const { hasAccount } = await getPerson(db, personId);
    const href = hasAccount ? baseUrl + organisationPath : await passwordLinkFor(context, to, organisationId);
    if (!href) return;
    const { name: organisation, expiresAt } = invitation;
    await mailTo(context, event, to, {
      template: "people.invited",
      subject: mailWords[reading.locale].invitation.subject({ desk: desk.name, organisation }),
      body: <InvitationMail {...{ reading, desk, organisation, hasAccount, href, until: expiresAt }} />,
      expiresAt,
    });
  },
};

const mailSignInLink: Effect = {
  name: "people.mail-sign-in-link",
  async run(context, event) {
    const { db, baseUrl } = context;
    const to = await recipientOf(context, event);
    const token = to && (await act(db, system("people"), makeLink, { personId: to.personId, purpose: "sign_in" }));
    if (!token) return;
    const href = baseUrl + signInLinkPath(token);
    const until = after(now(), signInFor);
    await mailTo(context, event, to, {
      template: "people.sign-in",
      subject: mailWords[to.reading.locale].signIn.subject({ desk: to.desk.name }),
      body: <SignInMail reading={to.reading} desk={to.desk} href={href} until={until} />,
      expiresAt: until,
    });
  },
};

const mailBlocked: Effect = {
  name: "people.mail-sign-in-blocked",
  async run(context, event) {
    const to = await recipientOf(context, event);
    if (!to) return;
    const { within } = limits.password;
    await mailTo(context, event, to, {
      template: "people.sign-in-blocked",
      subject: mailWords[to.reading.locale].blocked.subject({ desk: to.desk.name }),
      body: (
        <BlockedMail
          reading={to.reading}
          desk={to.desk}
          at={event.at}
          minutes={within / minutes(1)}
          href={`${context.baseUrl}${signInPath}/link`}
        />
      ),
      // Later than a day it would only worry.
      expiresAt: after(event.at, minutes(24 * 60)),
    });
  },
};

/** Whoever got hold of a browser or of a link must not change a password unseen. Nothing is said of the first one. */
const mailPasswordChanged: Effect = {
  name: "people.mail-password-changed",
  async run(context, event) {
    const to = event.payload["isChange"] === true ? await recipientOf(context, event) : undefined;
    if (!to) return;
    const { reading, desk } = to;
    await mailTo(context, event, to, {
      template: "people.password-changed",
      subject: mailWords[reading.locale].changed.subject({ desk: desk.name }),
      body: <PasswordChangedMail {...{ reading, desk, at: event.at, href: `${context.baseUrl}/password` }} />,
      expiresAt: after(event.at, days(7)),
    });
  },
};

export const effects: Effects = {
  "person.added": [],
  "person.changed": [],
  "person.role_changed": [],
  "person.deactivated": [],
  "person.reactivated": [],
  "person.password_link_asked": [mailPasswordLink],
  "person.sign_in_link_asked": [mailSignInLink],
  "person.address_verified": [],
  "person.password_link_shown": [],
  "person.password_set": [mailPasswordChanged],
  "person.signed_in": [],
  "person.signed_out": [],
  "person.sessions_ended": [],
  "person.sign_in_blocked": [mailBlocked],
  "organisation.added": [],
  "organisation.changed": [],
  "organisation.member_joined": [],
  "organisation.member_left": [],
  "organisation.seat_missing": [],
  "organisation.member_invited": [mailInvitation],
  "organisation.invitation_withdrawn": [],
  "organisation.invitation_declined": [],
  "organisation.package_changed": [],
  "organisation.seats_requested": [],
  "organisation.manager_named": [],
  "organisation.manager_dismissed": [],
  "care-package.added": [],
  "care-package.changed": [],
  "care-package.retired": [],
  "care-package.restored": [],
  "team.added": [],
  "team.changed": [],
  "team.retired": [],
  "team.restored": [],
  "team.deleted": [],
};
