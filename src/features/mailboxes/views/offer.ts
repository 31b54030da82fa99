import type { Team } from "../../people/index.ts";
import type { TicketType } from "../../ticket-types/index.ts";

/** What an address can be given. */
export interface Offer {
  teams: readonly Team[];
  types: readonly TicketType[];
}
