import type { Ask } from "../../../platform/http/route.ts";
import { listMailAddresses } from "../../mail-addresses/index.ts";
import { listPackages, organisationsByIds, peopleByIds } from "../../people/index.ts";
import { forWhom, listTargetsInForce } from "../../service-levels/index.ts";
import { listTicketTypes } from "../../ticket-types/index.ts";
import { listCalendars } from "../../working-time/index.ts";
import type { TicketFilter } from "../filter.ts";
import type { QueueView } from "../views/desk/queue-view.ts";

/** What the filter names by its id and no select shows. */
export const namedIn = async (ask: Ask, filter: TicketFilter): Promise<QueueView["named"]> => {
  const { db } = ask.context;
  const [people, organisations] = await Promise.all([
    peopleByIds(db, filter.requesterIds),
    organisationsByIds(db, filter.organisationIds),
  ]);
  return {
    requesters: [...people.values()],
    organisations: [...organisations.values()].map(({ name }) => name),
    promises: await promisesNamed(ask, filter.promiseIds),
    addresses: await addressesNamed(ask, filter.addressIds),
  };
};

const promisesNamed = async ({ context: { db }, actor }: Ask, ids: readonly number[]): Promise<string[]> => {
  if (ids.length === 0) return [];
  const targets = await listTargetsInForce(db);
  const offer = {
    packages: await listPackages(db),
    types: await listTicketTypes(db),
    calendars: await listCalendars(db),
  };
  return ids.map((id) => {
    const target = targets.find((each) => each.id === id);
    return target ? forWhom(target, offer, actor.locale) : `#${id}`;
  });
};

const addressesNamed = async ({ context: { db } }: Ask, ids: readonly number[]): Promise<string[]> => {
  if (ids.length === 0) return [];
  const addresses = await listMailAddresses(db);
  return ids.map((id) => addresses.find((each) => each.id === id)?.address ?? `#${id}`);
};
