import type { Reader } from "../../platform/db/db.ts";
import { listPackages } from "../people/index.ts";
import { listTicketTypes } from "../ticket-types/index.ts";
import { listCalendars } from "../working-time/index.ts";
import type { Offer } from "./views/offer.ts";

/** Everything that a service level can name. */
export const offerOf = async (db: Reader): Promise<Offer> => ({
  packages: await listPackages(db),
  types: await listTicketTypes(db),
  calendars: await listCalendars(db),
});
