import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { personIdOf, system, type Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db/db.ts";
import { id } from "../../../platform/input.ts";
import { getPerson } from "../../people/index.ts";
import { participantRemoved } from "../events.ts";
import { mustBeAbleTo } from "../rules/policy.ts";
import { move } from "../rules/status.ts";
import { getTicket, lockTicket } from "../store/tickets.ts";
import { commit, type Changed, type WithReply } from "./changing.ts";
import { ticketId } from "./inputs.ts";

export const removeParticipant = action({
  name: "tickets.remove-participant",
  description: "Takes somebody out of CC. Everybody may take himself out.",
  input: z.object({ ticketId, personId: id }),
  run: (tx, actor, input): Promise<Changed | undefined> => takeOutOfCc(tx, actor, input),
});

type Leaver = z.output<typeof removeParticipant.input>;

export const takeOutOfCc = async (
  tx: Tx,
  actor: Actor,
  { ticketId, personId }: Leaver,
  reply?: WithReply,
): Promise<Changed | undefined> => {
  const ticket = await lockTicket(tx, actor, ticketId);
  if (personId !== personIdOf(actor)) mustBeAbleTo(actor, "removeParticipant", ticket);
  if (!ticket.participantIds.includes(personId)) return undefined;
  move(ticket, "removeParticipant");
  const { name } = await getPerson(tx, personId);
  // Customers do not know yet whom a held answer brings along.
  const { participantIds } = await getTicket(tx, system("tickets"), ticketId);
  const withReply = reply ? { replyEventId: reply.replyEventId } : {};
  const { changed } = await commit(tx, actor, ticket, {
    event: participantRemoved({ ...withReply, personId, name }),
    isHeld: reply?.isHeld ?? false,
    patch: { participantIds: participantIds.filter((each) => each !== personId) },
  });
  return changed;
};
