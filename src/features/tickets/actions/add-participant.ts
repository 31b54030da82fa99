import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { system, type Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db/db.ts";
import { Invalid } from "../../../platform/errors.ts";
import { ensurePerson } from "../../people/index.ts";
import { participantAdded } from "../events.ts";
import { move } from "../rules/status.ts";
import { getTicket } from "../store/tickets.ts";
import { phrase } from "../words.ts";
import { begin, commit, type Changed, type WithReply } from "./changing.ts";
import { mostParticipants, personByAddress, ticketId } from "./inputs.ts";

export const addParticipant = action({
  name: "tickets.add-participant",
  description: "Puts somebody in CC: from now on he reads along and may answer.",
  input: z.object({ ticketId, ...personByAddress.shape }),
  run: (tx, actor, input): Promise<Changed | undefined> => addToCc(tx, actor, input),
});

type Newcomer = z.output<typeof addParticipant.input>;

export const addToCc = async (
  tx: Tx,
  actor: Actor,
  { ticketId, name, email }: Newcomer,
  reply?: WithReply,
): Promise<Changed | undefined> => {
  const ticket = await begin(tx, actor, "addParticipant", { ticketId });
  move(ticket, "addParticipant");
  // Customers do not know yet whom a held answer brings along.
  const { participantIds } = await getTicket(tx, system("tickets"), ticketId);
  if (participantIds.length >= mostParticipants)
    throw new Invalid({ email: phrase("tooManyPeople", { most: mostParticipants }) });
  const { person } = await ensurePerson(tx, actor, { name, email });
  if (person.id === ticket.requesterId || participantIds.includes(person.id)) return undefined;
  const withReply = reply ? { replyEventId: reply.replyEventId } : {};
  const { changed } = await commit(tx, actor, ticket, {
    event: participantAdded({ ...withReply, personId: person.id, name: person.name }),
    isHeld: reply?.isHeld ?? false,
    patch: { participantIds: [...participantIds, person.id] },
  });
  return changed;
};
