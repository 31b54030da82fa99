import type { NewEvent } from "../../platform/events.ts";
import { changesSaid, type SettingChanges } from "../../platform/settings.ts";
import type { Role } from "./rules/roles.ts";

type Payload = NonNullable<NewEvent["payload"]>;

const onPerson = (name: string, personId: number, payload: Payload = {}): NewEvent => ({
  name: `person.${name}`,
  subject: { kind: "person", id: personId },
  payload,
});

/** Somebody is known from now on: by a mail, a call, a registration, or because an administrator said so. */
export const personAdded = (personId: number): NewEvent => onPerson("added", personId);

/** `changed`: the names of the fields that are different now. */
export const personChanged = (personId: number, changed: readonly string[]): NewEvent =>
  onPerson("changed", personId, { changed: [...changed] });

export const personRoleChanged = (
  personId: number,
  { changes, ...roles }: { from: Role; to: Role; changes: SettingChanges },
): NewEvent => onPerson("role_changed", personId, { ...roles, changes });

export const personDeactivated = (personId: number): NewEvent => onPerson("deactivated", personId);
export const personReactivated = (personId: number): NewEvent => onPerson("reactivated", personId);

/** Why a link was asked for decides what the mail says. Tokens are made when the mail is, and never stand in events. */
export type LinkReason = "invited" | "registered" | "forgotten" | "renewed";

/** `organisationId`: its invitation is accepted by using the link. */
export const passwordLinkAsked = (
  personId: number,
  reason: LinkReason,
  { organisationId = null }: { organisationId?: number | null } = {},
): NewEvent =>
  onPerson("password_link_asked", personId, { reason, ...(organisationId !== null && { organisationId }) });

export const signInLinkAsked = (personId: number): NewEvent => onPerson("sign_in_link_asked", personId);

export const addressVerified = (personId: number): NewEvent => onPerson("address_verified", personId);
/** `isChange`: there was another one before, so the person is told. */
export const passwordSet = (personId: number, isChange: boolean): NewEvent =>
  onPerson("password_set", personId, { isChange });

/** Whoever runs the program took a link for the person at the terminal; no mail carries it. */
export const passwordLinkShown = (personId: number): NewEvent => onPerson("password_link_shown", personId);

export type WayIn = "password" | "link" | "set_up";

export const personSignedIn = (personId: number, by: WayIn): NewEvent => onPerson("signed_in", personId, { by });
export const personSignedOut = (personId: number): NewEvent => onPerson("signed_out", personId);
export const sessionsEnded = (personId: number): NewEvent => onPerson("sessions_ended", personId);

/** After too many wrong passwords; for some minutes none is checked. */
export const signInBlocked = (personId: number): NewEvent => onPerson("sign_in_blocked", personId);

const onOrganisation = (name: string, organisationId: number, payload: Payload = {}): NewEvent => ({
  name: `organisation.${name}`,
  subject: { kind: "organisation", id: organisationId },
  payload,
});

export const organisationAdded = (id: number, name: string): NewEvent => onOrganisation("added", id, { name });

export const organisationChanged = (id: number, name: string, changes: SettingChanges): NewEvent =>
  onOrganisation("changed", id, { name, ...changesSaid(changes) });

interface Member {
  organisationId: number;
  personId: number;
}

/**
 * `by`: an administrator or a manager said so, the person's verified address is at one of the organisation's domains, or
 * he has accepted an invitation.
 */
export const memberJoined = ({ organisationId, personId }: Member, by: "hand" | "domain" | "invitation"): NewEvent =>
  onOrganisation("member_joined", organisationId, { personId, by });

/** Somebody at one of its domains could have joined, but all seats are taken. */
export const seatMissing = ({ organisationId, personId }: Member): NewEvent =>
  onOrganisation("seat_missing", organisationId, { personId });

export const memberInvited = ({ organisationId, personId }: Member): NewEvent =>
  onOrganisation("member_invited", organisationId, { personId });

export const invitationWithdrawn = ({ organisationId, personId }: Member): NewEvent =>
  onOrganisation("invitation_withdrawn", organisationId, { personId });

export const invitationDeclined = ({ organisationId, personId }: Member): NewEvent =>
  onOrganisation("invitation_declined", organisationId, { personId });

/** Ids of packages; null: none. */
export const organisationPackageChanged = (
  organisationId: number,
  { changes, ...ids }: { fromId: number | null; toId: number | null; changes: SettingChanges },
): NewEvent => onOrganisation("package_changed", organisationId, { ...ids, changes });

/** A manager asks the desk for more than the package has. */
export const seatsRequested = (
  { organisationId, personId }: Member,
  { seats, used }: { seats: number; used: number },
): NewEvent => onOrganisation("seats_requested", organisationId, { personId, seats, used });

export const memberLeft = ({ organisationId, personId }: Member): NewEvent =>
  onOrganisation("member_left", organisationId, { personId });

export const managerChanged = ({ organisationId, personId }: Member, isManager: boolean): NewEvent =>
  onOrganisation(isManager ? "manager_named" : "manager_dismissed", organisationId, { personId });

const onTeam = (name: string, teamId: number, payload: Payload = {}): NewEvent => ({
  name: `team.${name}`,
  subject: { kind: "team", id: teamId },
  payload,
});

export const teamAdded = (id: number, name: string): NewEvent => onTeam("added", id, { name });

export const teamChanged = (id: number, name: string, changes: SettingChanges): NewEvent =>
  onTeam("changed", id, { name, ...changesSaid(changes) });

export const teamRetired = (id: number, name: string): NewEvent => onTeam("retired", id, { name });
export const teamRestored = (id: number, name: string): NewEvent => onTeam("restored", id, { name });
export const teamDeleted = (id: number, name: string): NewEvent => onTeam("deleted", id, { name });

const onPackage = (name: string, packageId: number, payload: Payload = {}): NewEvent => ({
  name: `care-package.${name}`,
  subject: { kind: "care-package", id: packageId },
  payload,
});

export const packageAdded = (id: number, name: string): NewEvent => onPackage("added", id, { name });

export const packageChanged = (id: number, name: { en: string; de: string }, changes: SettingChanges): NewEvent =>
  onPackage("changed", id, { name, ...changesSaid(changes) });

export const packageRetired = (id: number): NewEvent => onPackage("retired", id);
export const packageRestored = (id: number): NewEvent => onPackage("restored", id);
