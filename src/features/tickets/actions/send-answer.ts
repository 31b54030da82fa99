import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { personIdOf, type Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db/db.ts";
import { Conflict } from "../../../platform/errors.ts";
import { listPublicMessages } from "../store/messages.ts";
import { lockTicket } from "../store/tickets.ts";
import { deskPhrase } from "../words-desk.ts";
import { refuseOutdated } from "./changing.ts";
import { formVersion, ids, people } from "./inputs.ts";
import { replyFromDesk, replyToTicket, type Replied } from "./reply-to-ticket.ts";

export const sendAnswer = action({
  name: "tickets.send-answer",
  description:
    "Answers from the desk, unless others wrote meanwhile, or changed what changes with it; who is in CC changes with it, and goes back with it.",
  input: replyToTicket.input.extend({
    /** The newest message that the writer has seen; without it nothing is compared. */
    seen: z.coerce.number().int().nonnegative().optional(),
    /** From which version of the ticket status and result were chosen; without it nothing is compared. */
    version: formVersion,
    /** Ids of people who leave CC with this answer, and people who join it. */
    uncopy: ids,
    cc: people,
  }),
  async run(tx, actor, { seen, version, uncopy, cc, ...said }): Promise<Replied> {
    const { ticketId } = said;
    const ticket = await lockTicket(tx, actor, ticketId);
    if (seen !== undefined) await refuseUnread(tx, actor, { ticketId, seen });
    const fields = [
      ...(said.thenStatus === undefined ? [] : (["status"] as const)),
      ...(said.result === "" ? [] : (["result"] as const)),
    ];
    await refuseOutdated(tx, ticket, { version, fields, besides: personIdOf(actor) });
    return replyFromDesk(tx, actor, ticket, { ...said, uncopy, cc });
  },
});

/** Two answers that cross each other confuse the customer; whoever sends second looks first. */
const refuseUnread = async (
  tx: Tx,
  actor: Actor,
  { ticketId, seen }: { ticketId: number; seen: number },
): Promise<void> => {
  const said = await listPublicMessages(tx, ticketId);
  if (said.some(({ id, authorId }) => id > seen && authorId !== personIdOf(actor)))
    throw new Conflict(deskPhrase("newWords"));
};
