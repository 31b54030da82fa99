import type { Action } from "../../platform/act.ts";
import type { Reader } from "../../platform/db/db.ts";
import type { kindInput, statusesInput } from "./input.ts";
import type { Priority, Status, TicketType } from "./rules/type.ts";

/** How many tickets name it, and where one sees them; without an address there is no list of them. */
export interface Use {
  count: number;
  href?: string;
}

export interface Uses {
  ofType(type: TicketType): Use;
  ofStatus(type: TicketType, status: Status): Use;
  ofPriority(priority: Priority): Use;
  ofDevelopmentStatus(id: number): Use;
  /** Unfinished tickets that are in the stage. */
  ofStage(type: TicketType, key: string): Use;
  /** Tickets that have an answer to the question. */
  ofField(type: TicketType, key: string): Use;
}

/** What only the tickets' feature can do, which comes after this one: it mounts the pages and hands this in. */
export interface Tickets {
  countUses(db: Reader): Promise<Uses>;
  /** Calls `writeStatuses` and sees to the tickets in statuses that are taken out. */
  changeStatuses: Action<typeof statusesInput, unknown>;
  /** Calls `writeKind` and refuses it where tickets of the type wait for others, or others for them. */
  changeKind: Action<typeof kindInput, unknown>;
}
