import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db/db.ts";
import type { KindInput } from "../input.ts";
import type { TicketType } from "../rules/type.ts";
import { lockTicketType } from "../store/types.ts";
import { mustAdminister } from "./guards.ts";
import { writeFacts } from "./write-facts.ts";

/**
 * Writes what tickets of the type are. Not an action of its own: other tickets may wait for tickets of the type, and only the tickets'
 * feature knows that; its action calls this, and refuses the change by throwing.
 */
export const writeKind = async (
  tx: Tx,
  actor: Actor,
  { ticketTypeId, kind }: KindInput,
  refuse: (type: TicketType) => Promise<void>,
): Promise<void> => {
  mustAdminister(actor);
  const before = await lockTicketType(tx, ticketTypeId);
  if (before.kind === kind) return;
  await refuse(before);
  await writeFacts(tx, actor, { before, facts: { kind } });
};
