import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { id } from "../../../platform/input.ts";
import { getPerson } from "../../people/index.ts";
import { requesterChanged } from "../events.ts";
import { move } from "../rules/status.ts";
import { begin, commit, type Changed } from "./changing.ts";
import { formVersion, ticketId } from "./inputs.ts";
import { organisationOf } from "./opening.ts";

export const changeRequester = action({
  name: "tickets.change-requester",
  description: "Makes somebody else the contact; the one before goes on reading along in CC.",
  input: z.object({ ticketId, version: formVersion, requesterId: id, organisationId: id.optional() }),
  async run(tx, actor, { ticketId, version, requesterId, organisationId }): Promise<Changed | undefined> {
    const ticket = await begin(tx, actor, "changeRequester", { ticketId, version, fields: ["requesterId"] });
    move(ticket, "changeRequester");
    const person = await getPerson(tx, requesterId);
    if (person.id === ticket.requesterId) return undefined;
    const { changed } = await commit(tx, actor, ticket, {
      event: requesterChanged({ personId: person.id, name: person.name }),
      patch: {
        requesterId: person.id,
        organisationId: await organisationOf(tx, person.id, organisationId),
        participantIds: [...ticket.participantIds.filter((each) => each !== person.id), ticket.requesterId],
      },
    });
    return changed;
  },
});
