import { z } from "zod";
import { act } from "../../../platform/act.ts";
import { agents } from "../../../platform/http/access.ts";
import { post, redirectSaying, type Ask, type Flash } from "../../../platform/http/route.ts";
import { submit } from "../../../platform/http/submit.ts";
import { takeBack } from "../actions/take-back.ts";
import { triageTicket } from "../actions/triage-ticket.ts";
import { undoSeconds } from "../events-undo.ts";
import type { Ticket } from "../rules/ticket.ts";
import { ticketsByIds } from "../store/tickets.ts";
import type { RefusedTicket } from "../views/desk/queue-view.ts";
import { ticketPath } from "../views/desk/ticket-screen.ts";
import { togetherPhrase } from "../words-together.ts";
import { agentOf, queueBack, ticketBack, ticketOfAddress } from "./guard.ts";
import { queuePage } from "./queue.tsx";
import { reasonOf } from "./reason-of.ts";
import { ticketPage } from "./ticket.tsx";

type Undo = NonNullable<Flash["undo"]>;

/** Offers to take back what was just done to the ticket; back to the list, where it was done there. */
export const undoOf = ({ form }: Ask, ticket: Pick<Ticket, "number">, eventId: number): Undo => ({
  action: ticketPath(ticket, "/take-back"),
  fields: {
    event: String(eventId),
    ...(form.text("back") === "queue" && { back: "queue", list: form.text("list") }),
  },
  seconds: undoSeconds,
});

const one = post("/desk/tickets/:number/take-back", agents, async (ask) => {
  const ticket = await ticketOfAddress(ask);
  const isFromQueue = ask.form.text("back") === "queue";
  return submit(ask, {
    action: takeBack,
    input: { ticketId: ticket.id, eventIds: [ask.form.text("event")] },
    done: ({ mailed }) =>
      redirectSaying(
        ask,
        isFromQueue ? queueBack(ask) : ticketBack(ask, ticket),
        togetherPhrase("takenBack", { names: mailed.join(", ") }),
      ),
    again: (state) => ticketPage(ask, { refused: { kind: "other", state, isCollision: false } }),
  });
});

/** The same for a change of several tickets. `once`: the key under which each was changed. */
export const undoOfAll = ({ form }: Ask, ids: readonly number[], once: string): Undo => ({
  action: "/desk/bulk/take-back",
  fields: { tickets: ids.join(","), change: once, list: form.text("list") },
  seconds: undoSeconds,
});

const idsIn = z.array(z.coerce.number().int().positive()).max(200);

const all = post("/desk/bulk/take-back", agents, async (ask) => {
  const { form } = ask;
  const ids = idsIn.catch([]).parse(form.text("tickets").split(",").filter(Boolean));
  const { names, refused } = await takeBackEach(ask, ids);
  const phrase = togetherPhrase("takenBackEach", { count: ids.length - refused.length, names: names.join(", ") });
  if (refused.length === 0) return redirectSaying(ask, queueBack(ask), phrase);
  const report = { changed: ids.length - refused.length, refused };
  return { ...(await queuePage(ask, { query: new URLSearchParams(form.text("list")), report })), status: 409 };
});

const takeBackEach = async (
  ask: Ask,
  ids: readonly number[],
): Promise<{ names: string[]; refused: RefusedTicket[] }> => {
  const { db } = ask.context;
  const tickets = await ticketsByIds(db, ask.actor, ids);
  const names = new Set<string>();
  const refused: RefusedTicket[] = [];
  for (const ticketId of ids) {
    try {
      // Nothing is changed by that: its receipt says what was done under this key.
      const once = `${ask.form.text("change")} ${ticketId}`;
      const { eventIds } = await act(db, ask.actor, triageTicket, { ticketId }, { once });
      if (eventIds.length === 0) continue;
      const { mailed } = await act(db, ask.actor, takeBack, { ticketId, eventIds }, { once });
      for (const name of mailed) names.add(name);
    } catch (error) {
      const { number, subject = "" } = tickets.get(ticketId) ?? {};
      refused.push({ number, subject, reason: reasonOf(error, agentOf(ask)) });
    }
  }
  return { names: [...names], refused };
};

export const takeBackRoutes = [one, all];
