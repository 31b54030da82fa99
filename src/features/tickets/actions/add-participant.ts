import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { Invalid } from "../../../platform/errors.ts";
import { ensurePerson } from "../../people/index.ts";
import { participantAdded } from "../events.ts";
import { move } from "../rules/status.ts";
import { phrase } from "../words.ts";
import { begin, commit, type Changed } from "./changing.ts";
import { mostParticipants, personByAddress, ticketId } from "./inputs.ts";

export const addParticipant = action({
  name: "tickets.add-participant",
  description: "Puts somebody in CC: from now on he reads along and may answer.",
  input: z.object({ ticketId, ...personByAddress.shape }),
  async run(tx, actor, { ticketId, name, email }): Promise<Changed | undefined> {
    const ticket = await begin(tx, actor, "addParticipant", { ticketId });
    move(ticket, "addParticipant");
    if (ticket.participantIds.length >= mostParticipants)
      throw new Invalid({ email: phrase("tooManyPeople", { most: mostParticipants }) });
    const { person } = await ensurePerson(tx, actor, { name, email });
    if (person.id === ticket.requesterId || ticket.participantIds.includes(person.id)) return undefined;
    const { changed } = await commit(tx, actor, ticket, {
      event: participantAdded({ personId: person.id, name: person.name }),
      patch: { participantIds: [...ticket.participantIds, person.id] },
    });
    return changed;
  },
});
