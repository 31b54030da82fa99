import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { isAgent, type Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db/db.ts";
import { Conflict, Forbidden, Invalid } from "../../../platform/errors.ts";
import { id, optionalWords } from "../../../platform/input.ts";
import { listTeams } from "../../people/index.ts";
import { listTicketTypes } from "../../ticket-types/index.ts";
import { ticketLinked, ticketOpened } from "../events.ts";
import { ticketEscalated } from "../events-together.ts";
import { move } from "../rules/status.ts";
import { isOrderOver, isTechnical, orderOf } from "../rules/technical.ts";
import type { Ticket } from "../rules/ticket.ts";
import { insertLink } from "../store/links.ts";
import { endOf } from "../store/merges.ts";
import { technicalOf } from "../store/orders.ts";
import { findTicketByNumber, getTicket } from "../store/tickets.ts";
import { togetherPhrase } from "../words-together.ts";
import { phrase } from "../words.ts";
import { begin, commit, type Changed } from "./changing.ts";
import { teamAmong } from "./desk-choices.ts";
import { formVersion, longestSubject, longestText, ticketId } from "./inputs.ts";
import { lockTickets } from "./locking.ts";
import { writeTicket } from "./opening.ts";

const input = z.object({
  ticketId,
  version: formVersion,
  /** An order that stands already; without it a new one is opened. */
  number: z.coerce.number().int().min(1).optional(),
  /** For technical support: what has to be done. */
  subject: optionalWords(longestSubject),
  text: optionalWords(longestText),
  /** Without it the team of the type, else the first of technical support. */
  teamId: id.optional(),
  /** Why, for the desk's history. */
  reason: optionalWords(1_000),
});
type Input = z.output<typeof input>;

export const escalateTicket = action({
  name: "tickets.escalate",
  description:
    "Hands the matter to technical support: a new order, or one that stands already. The ticket waits for it.",
  input,
  async run(tx, actor, input): Promise<Changed & { technicalNumber: number }> {
    if (!isAgent(actor)) throw new Forbidden();
    const joined = input.number === undefined ? undefined : await findOrder(tx, actor, input.number);
    await lockTickets(tx, actor, [input.ticketId, ...(joined ? [joined] : [])]);
    const { ticketId, version } = input;
    const ticket = await begin(tx, actor, "escalate", { ticketId, version, fields: ["status"] });
    const status = move(ticket, "escalate");
    const technical = joined
      ? await join(tx, actor, { ticket, technicalId: joined })
      : await openOrder(tx, actor, { ticket, input });
    const { id: technicalId, number } = technical;
    await insertLink(tx, { ticketId, otherId: technicalId, kind: "technical" });
    await commit(tx, actor, technical, {
      event: ticketLinked({ otherId: ticketId, number: ticket.number, kind: "technical", isFrom: false }),
    });
    const { changed } = await commit(tx, actor, ticket, {
      event: ticketEscalated({ technicalId, number, reason: input.reason }),
      patch: { status },
    });
    return { ...changed, technicalNumber: number };
  },
});

const findOrder = async (tx: Tx, actor: Actor, number: number): Promise<number> => {
  const found = await findTicketByNumber(tx, actor, number);
  if (!found) throw new Invalid({ number: phrase("noSuchTicket") });
  if (!isTechnical(found)) throw new Invalid({ number: togetherPhrase("isNoOrder", { number }) });
  return endOf(tx, found.id);
};

const join = async (
  tx: Tx,
  actor: Actor,
  { ticket, technicalId }: { ticket: Ticket; technicalId: number },
): Promise<Ticket> => {
  const technical = await getTicket(tx, actor, technicalId);
  const { number } = technical;
  // Either may have changed before it was locked.
  if (technical.mergedInto !== null) throw new Conflict();
  if (!isTechnical(technical)) throw new Invalid({ number: togetherPhrase("isNoOrder", { number }) });
  if (isOrderOver(orderOf(technical))) throw new Invalid({ number: togetherPhrase("orderIsOver", { number }) });
  const hanging = (await technicalOf(tx, [ticket.id])).get(ticket.id) ?? [];
  if (hanging.some((each) => each.technical.id === technicalId))
    throw new Invalid({ number: togetherPhrase("waitsAlready", { number }) });
  return technical;
};

/** Urgency is technical support's to set, so an order begins without one of the customer's. */
const openOrder = async (
  tx: Tx,
  actor: Extract<Actor, { kind: "agent" }>,
  { ticket, input }: { ticket: Ticket; input: Input },
): Promise<Ticket> => {
  if (input.subject === "") throw new Invalid({ subject: togetherPhrase("orderNeedsSubject") });
  if (input.text === "") throw new Invalid({ text: togetherPhrase("orderNeedsText") });
  const type = (await listTicketTypes(tx)).find((each) => isTechnical({ type: each }) && !each.isRetired);
  if (!type) throw new Conflict(togetherPhrase("noTechnicalType"));
  const { ticketId } = await writeTicket(tx, actor, {
    ticket: {
      type,
      subject: input.subject,
      status: "open",
      priority: type.hasPriority ? "medium" : null,
      visibility: "internal",
      channel: "portal",
      requesterId: actor.personId,
      organisationId: null,
      teamId:
        input.teamId === undefined ? (type.teamId ?? (await technicalTeam(tx))) : await teamAmong(tx, input.teamId),
      assigneeIds: [],
      participantIds: [],
      tags: [],
      productId: ticket.productId,
      versionId: ticket.versionId,
      moduleId: ticket.moduleId,
      customFields: {},
      followUpOf: null,
      openedBy: actor.personId,
      lastMessageBy: "customer",
    },
    event: ticketOpened({ channel: "portal", followUpOf: null }),
    first: { text: input.text, quoted: "", attachments: [] },
  });
  return getTicket(tx, actor, ticketId);
};

const technicalTeam = async (tx: Tx): Promise<number | null> =>
  (await listTeams(tx)).find(({ level, isRetired }) => level === "technical" && !isRetired)?.id ?? null;
