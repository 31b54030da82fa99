import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { Conflict, Invalid } from "../../../platform/errors.ts";
import { ticketLinked } from "../events.ts";
import { refusal } from "../rules/refusals.ts";
import { isTechnical } from "../rules/technical.ts";
import { linkKinds } from "../rules/ticket.ts";
import { insertLink } from "../store/links.ts";
import { findTicketByNumber } from "../store/tickets.ts";
import { togetherPhrase } from "../words-together.ts";
import { phrase } from "../words.ts";
import { begin, commit, type Changed } from "./changing.ts";
import { ticketId } from "./inputs.ts";

export const linkTickets = action({
  name: "tickets.link",
  description: "Links the ticket to another one; both histories say so.",
  input: z.object({
    ticketId,
    number: z.coerce.number().int().min(1),
    kind: z.enum(linkKinds).default("related"),
  }),
  async run(tx, actor, { ticketId, number, kind }): Promise<Changed | undefined> {
    const found = await findTicketByNumber(tx, actor, number);
    if (!found) throw new Invalid({ number: phrase("noSuchTicket") });
    if (found.id === ticketId) throw new Invalid({ number: phrase("linkToItself") });
    // Always the older one first: two that link the same two tickets at once never wait for each other.
    const lock = (id: number) => begin(tx, actor, "link", { ticketId: id });
    const isOlderFirst = ticketId < found.id;
    const first = await lock(Math.min(ticketId, found.id));
    const second = await lock(Math.max(ticketId, found.id));
    const [ticket, other] = isOlderFirst ? [first, second] : [second, first];
    if (kind === "technical") {
      if (!isTechnical(other)) throw new Invalid({ number: togetherPhrase("isNoOrder", { number }) });
      if (isTechnical(ticket)) throw new Conflict(refusal("isTechnicalItself"));
    }
    if (!(await insertLink(tx, { ticketId, otherId: other.id, kind }))) return undefined;
    await commit(tx, actor, other, {
      event: ticketLinked({ otherId: ticket.id, number: ticket.number, kind, isFrom: false }),
    });
    const { changed } = await commit(tx, actor, ticket, {
      event: ticketLinked({ otherId: other.id, number: other.number, kind, isFrom: true }),
    });
    return changed;
  },
});
