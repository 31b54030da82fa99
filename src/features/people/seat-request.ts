import type { Reader } from "../../platform/db/db.ts";
import type { StoredEvent } from "../../platform/events.ts";
import { organisationsByIds } from "./store/organisations.ts";
import { packageOfOrganisation } from "./store/packages.ts";
import { findPerson } from "./store/people.ts";
import { mailWords } from "./words.mails.ts";

/** A manager's wish for more seats as a request to the desk, in the manager's language. */
export interface SeatRequest {
  requesterId: number;
  organisationId: number;
  subject: string;
  text: string;
}

/** Of the event `organisation.seats_requested`; undefined when the manager is gone meanwhile. */
export const seatRequestOf = async (db: Reader, event: StoredEvent): Promise<SeatRequest | undefined> => {
  const organisationId = event.subject.id;
  const { personId, seats, used } = event.payload;
  const manager = await findPerson(db, Number(personId));
  const organisation = (await organisationsByIds(db, [organisationId])).get(organisationId);
  if (!manager || manager.deactivatedAt || !organisation) return undefined;
  const { locale, id: requesterId } = manager;
  const w = mailWords[locale].seatRequest;
  const facts = {
    organisation: organisation.name,
    package: (await packageOfOrganisation(db, organisationId))?.names[locale] ?? "",
    seats: Number(seats),
    used: Number(used),
  };
  return { requesterId, organisationId, subject: w.subject(facts), text: w.text(facts) };
};
