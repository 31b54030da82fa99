import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db/db.ts";
import { Conflict } from "../../../platform/errors.ts";
import { record } from "../../../platform/events.ts";
import { memberJoined, seatMissing } from "../events.ts";
import { isAgentRole } from "../rules/roles.ts";
import { hasFreeSeat } from "../rules/seats.ts";
import { insertAccount } from "../store/accounts.ts";
import { deleteInvitation, deleteInvitationsOfMember } from "../store/invitations.ts";
import { insertMember, isMember } from "../store/members.ts";
import { lockOrganisation, organisationsOf } from "../store/organisations.ts";
import { seatsOf } from "../store/seats.ts";
import type { Person } from "../types.ts";
import { phrase } from "../words.ts";

type Newcomer = Pick<Person, "id" | "role">;

/**
 * Whether there is a seat for the person, who may hold it already. The organisation stays locked, so that of two who want
 * the last one at the same moment the second sees that it is taken.
 */
const hasSeat = async (tx: Tx, organisationId: number, { id, role }: Newcomer): Promise<boolean> => {
  if (isAgentRole(role)) return true;
  await lockOrganisation(tx, organisationId);
  return hasFreeSeat(await seatsOf(tx, organisationId, { besides: id }));
};

/** Throws `Conflict`, saying how many seats there are, when none is left for the person. */
export const takeSeat = async (tx: Tx, organisationId: number, person: Newcomer): Promise<void> => {
  if (await hasSeat(tx, organisationId, person)) return;
  const { name } = await lockOrganisation(tx, organisationId);
  const { seats } = await seatsOf(tx, organisationId);
  throw new Conflict(phrase("noSeatLeft", { organisation: name, seats: seats ?? 0 }));
};

/** The same in every organisation of the person's, for somebody who gets access (again). */
export const takeSeats = async (tx: Tx, person: Newcomer): Promise<void> => {
  const memberships = await organisationsOf(tx, person.id);
  // In one order, so that two who do this wait for each other and do not block each other.
  for (const { id } of memberships.toSorted((one, other) => one.id - other.id)) await takeSeat(tx, id, person);
};

/** Opens the portal to the person, once; an administrator's invitations are answered by that. */
export const giveAccount = async (tx: Tx, person: Pick<Person, "id" | "role" | "hasAccount">): Promise<void> => {
  if (person.hasAccount) return;
  await takeSeats(tx, person);
  await insertAccount(tx, person.id);
  await deleteInvitationsOfMember(tx, person.id);
};

interface Joining {
  organisationId: number;
  person: Newcomer;
  by: "domain" | "invitation";
  /** Has portal access, or gets it by what is being done. */
  hasAccess: boolean;
}

/**
 * Somebody who could join does so, unless all seats are taken: then he stays outside with what he asks, and the
 * organisation's history says so.
 */
export const joinIfSeat = async (
  tx: Tx,
  actor: Actor,
  { organisationId, person, by, hasAccess }: Joining,
): Promise<void> => {
  const member = { organisationId, personId: person.id };
  if (await isMember(tx, member)) return;
  if (hasAccess && !(await hasSeat(tx, organisationId, person))) {
    await record(tx, actor, seatMissing(member));
    return;
  }
  if (await insertMember(tx, member)) await record(tx, actor, memberJoined(member, by));
  await deleteInvitation(tx, member);
};
