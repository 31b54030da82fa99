import { castIn, perform, type Cast } from "./cast.ts";
import { inRollback } from "./db.ts";
import { openTicket } from "../../src/features/tickets/actions/open-ticket.ts";
import { getTicket } from "../../src/features/tickets/store/tickets.ts";
import type { Tx } from "../../src/platform/db/db.ts";

/** Cy has asked why the printer beeps. */
export interface Scene {
  tx: Tx;
  cast: Cast;
  ticketId: number;
  /** As it is now. */
  ticket(): ReturnType<typeof getTicket>;
}

/** A test of what may come of it, rolled back afterwards. */
export const scene = (run: (scene: Scene) => Promise<void>) => () =>
  inRollback(async (tx) => {
    const cast = await castIn(tx);
    const { ticketId } = await perform(tx, cast.cy, openTicket, { subject: "Printer", text: "It beeps." });
    await run({ tx, cast, ticketId, ticket: () => getTicket(tx, cast.ada, ticketId) });
  });
