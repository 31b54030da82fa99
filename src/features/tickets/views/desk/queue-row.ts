import type { OfferedMove } from "../../rules/desk-offers.ts";
import type { SeenTicket } from "../../rules/sight.ts";

/** A ticket as lists at the desk show it. */
export interface QueueRow {
  ticket: SeenTicket;
  /** The beginning of the newest message. */
  snippet: string;
  requester: string;
  organisation: string | undefined;
  assignees: readonly string[];
  team: string | undefined;
  product: string | undefined;
  version: string | undefined;
  module: string | undefined;
  /** Somebody else did something since the reader last had it open. */
  isUnread: boolean;
  /** Statuses into which the reader may bring it. */
  moves: readonly OfferedMove[];
  /** The customer had the last word, and it is our turn. */
  customerWaits: boolean;
}
