import type { Reader } from "../../platform/db/db.ts";
import { listMembers, peopleByIds, type Person } from "../people/index.ts";
import type { Ticket } from "./rules/ticket.ts";

/** Somebody who may be asked to agree to a solution. */
export interface Candidate {
  personId: number;
  name: string;
  email: string;
  /** How he is concerned. */
  as: "requester" | "participant" | "manager" | "member";
}

/** Requester, people in CC, and everybody of the organisation; only whom a mail reaches. Managers before other members. */
export const approversFor = async (db: Reader, ticket: Ticket): Promise<Candidate[]> => {
  const { requesterId, participantIds, organisationId } = ticket;
  const members = organisationId === null ? [] : await listMembers(db, organisationId);
  const memberIds = members.map(({ personId }) => personId);
  const people = await peopleByIds(db, [requesterId, ...participantIds, ...memberIds]);
  const managers = members.filter(({ isManager }) => isManager).map(({ personId }) => personId);
  const named = (ids: readonly number[], as: Candidate["as"]): Candidate[] =>
    ids.flatMap((id) => candidateOf(people.get(id), as));
  const all = [
    ...named([requesterId], "requester"),
    ...named(participantIds, "participant"),
    ...named(managers, "manager"),
    ...named(memberIds, "member"),
  ];
  return all.filter(({ personId }, index) => all.findIndex((each) => each.personId === personId) === index);
};

const candidateOf = (person: Person | undefined, as: Candidate["as"]): Candidate[] =>
  person?.email == null || person.deactivatedAt !== null
    ? []
    : [{ personId: person.id, name: person.name, email: person.email, as }];
