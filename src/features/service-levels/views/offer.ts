import type { CarePackage } from "../../people/index.ts";
import type { TicketType } from "../../ticket-types/index.ts";
import type { Calendar } from "../../working-time/index.ts";

/** What a service level can name. */
export interface Offer {
  packages: readonly CarePackage[];
  types: readonly TicketType[];
  calendars: readonly Calendar[];
}
