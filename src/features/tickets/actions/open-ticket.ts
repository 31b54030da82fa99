import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { personIdOf, type Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db/db.ts";
import { Invalid } from "../../../platform/errors.ts";
import { id, words } from "../../../platform/input.ts";
import { ticketDrafted, ticketOpened } from "../events.ts";
import { nearestStatus } from "../rules/status.ts";
import { channels, priorities, visibilities, type Status, type TicketType } from "../rules/ticket.ts";
import { endDraft } from "../store/drafts.ts";
import type { NewTicket } from "../store/ticket-rows.ts";
import { listTicketTypes, mayCreate } from "../../ticket-types/index.ts";
import { phrase } from "../words.ts";
import { answersOfNew } from "./answering.ts";
import { productInput, productOfNew } from "./choosing-product.ts";
import { agentsAmong, teamAfter, teamAmong } from "./desk-choices.ts";
import { customFields, ids, longestSubject, people, personByAddress, spoken, tags } from "./inputs.ts";
import { organisationOf, participantsOf, requesterOf, sideOf, writeTicket, type Opened } from "./opening.ts";
import { mustSaySomething } from "./speaking.ts";

const input = z.object({
  /** Without it, and without a key: the first type that customers may create. */
  typeId: id.optional(),
  typeKey: z.string().optional(),
  subject: words(longestSubject),
  ...spoken,
  priority: z.enum(priorities).optional(),
  channel: z.enum(channels).default("portal"),
  /** Who asks, if it is not the actor: a known person, or one by address. */
  requesterId: id.optional(),
  requester: personByAddress.optional(),
  /** Without it the requester's only one. */
  organisationId: id.optional(),
  cc: people,
  ...productInput,
  customFields: customFields.default({}),
  /** Not submitted yet: nobody but the requester knows of it. */
  isDraft: z.boolean().default(false),
  // What only the desk decides; from customers it is not taken.
  visibility: z.enum(visibilities).default("public"),
  teamId: id.optional(),
  assigneeIds: ids,
  tags: tags.default([]),
});
type Input = z.output<typeof input>;

export const openTicket = action({
  name: "tickets.open",
  description: "Opens a ticket: for oneself, for a colleague, or, at the desk, for a customer who called or wrote.",
  input,
  run: (tx, actor, input): Promise<Opened> => openTicketRouted(tx, actor, input),
});

/** Where the desk wants what comes in one way, e.g. by one of its addresses, whoever asks. */
interface Routed {
  teamId?: number | null | undefined;
  typeId?: number | null | undefined;
}

export const openTicketRouted = async (tx: Tx, actor: Actor, input: Input, route: Routed = {}): Promise<Opened> => {
  checkWords(input);
  const type = await typeFor(tx, actor, input, route);
  const requester = await requesterOf(tx, actor, input);
  const opened = await writeTicket(tx, actor, {
    ticket: {
      type,
      subject: input.subject,
      priority: type.hasPriority ? (input.priority ?? "medium") : null,
      channel: input.channel,
      requesterId: requester.id,
      organisationId: await organisationOf(tx, requester.id, input.organisationId),
      participantIds: await participantsOf(tx, actor, { cc: input.cc, requesterId: requester.id }),
      ...(await productOfNew(tx, { type, given: input, isDemanded: isForm(actor, input) })),
      customFields: answersOfNew(actor, { type, given: input.customFields, isDemanded: isForm(actor, input) }),
      followUpOf: null,
      openedBy: personIdOf(actor),
      lastMessageBy: sideOf(actor, { channel: input.channel, requesterId: requester.id }),
      ...(await deskChoices(tx, actor, input, type)),
      ...(route.teamId && { teamId: await teamAfter(tx, { teamId: route.teamId, type }) }),
    },
    event: input.isDraft
      ? ticketDrafted({ channel: input.channel })
      : ticketOpened({ channel: input.channel, followUpOf: null }),
    first: input,
  });
  const place = { ticketId: null, kind: "new" } as const;
  if (input.typedIn) await endDraft(tx, actor, { place, page: input.typedIn, as: "sent" });
  return opened;
};

/** Customers who fill in the form themselves are held to it. */
const isForm = (actor: Actor, { channel, isDraft }: Input): boolean =>
  actor.kind === "customer" && channel === "portal" && !isDraft;

// A mail may consist of its subject; a form that says nothing was sent too early.
const checkWords = (input: Input): void => {
  if (input.channel === "portal" && !input.isDraft) mustSaySomething(input);
};

const typeFor = async (
  tx: Tx,
  actor: Actor,
  { typeId, typeKey, isDraft }: Input,
  route: Routed,
): Promise<TicketType> => {
  const types = await listTicketTypes(tx);
  const routed = types.find(({ id, isRetired }) => id === route.typeId && !isRetired);
  if (routed) return routed;
  const isChosen = typeId !== undefined || typeKey !== undefined;
  const type = isChosen
    ? types.find(({ id, key }) => id === typeId || key === typeKey)
    : types.find((each) => each.creators !== "agents" && mayCreate(actor, each));
  if (!type || type.isRetired) throw new Invalid({ typeId: phrase("typeRetired") });
  if (!mayCreate(actor, type)) throw new Invalid({ typeId: phrase("notForCustomers") });
  if (isDraft && !type.statuses.includes("draft")) throw new Invalid({ typeId: phrase("noDrafts") });
  return type;
};

type DeskChoices = Pick<NewTicket, "status" | "visibility" | "teamId" | "assigneeIds" | "tags">;

/** What the desk decides about a new ticket; a customer's begins open, public and with nobody. */
const deskChoices = async (tx: Tx, actor: Actor, input: Input, type: TicketType): Promise<DeskChoices> => {
  const usual = { visibility: "public", teamId: type.teamId, assigneeIds: [], tags: [] } as const;
  if (actor.kind === "customer") return { ...usual, status: input.isDraft ? "draft" : "open" };
  const assigneeIds = await agentsAmong(tx, input.assigneeIds);
  const begun: Status = assigneeIds.length > 0 ? nearestStatus("assigned", type) : "open";
  return {
    status: input.isDraft ? "draft" : begun,
    visibility: input.visibility,
    teamId: input.teamId === undefined ? usual.teamId : await teamAmong(tx, input.teamId),
    assigneeIds: input.isDraft ? [] : assigneeIds,
    tags: input.tags,
  };
};
