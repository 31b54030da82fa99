import type { NewEvent } from "../../platform/events.ts";
import type { ClockKind } from "../service-levels/index.ts";
import type { Changes } from "./rules/changes.ts";
import type { Channel, ConfirmationWay, LinkKind, Ticket } from "./rules/ticket.ts";

type Payload = NonNullable<NewEvent["payload"]>;

/** An event that still has to learn what changed and which version of the ticket it made; `commit` (actions/changing.ts) tells it. */
export interface TicketEvent {
  name: `ticket.${string}`;
  payload?: Payload;
}

interface Change {
  /** As it is after the change. */
  ticket: Pick<Ticket, "id" | "version" | "requesterId" | "participantIds" | "organisationId">;
  changes: Changes;
  isPublic: boolean;
}

export const ticketEvent = ({ name, payload = {} }: TicketEvent, { ticket, changes, isPublic }: Change): NewEvent => ({
  name,
  subject: { kind: "ticket", id: ticket.id },
  payload: {
    ...payload,
    version: ticket.version,
    ...(Object.keys(changes).length > 0 && { changes: changes as Payload }),
  },
  topics: ["queue", ...(isPublic ? customerTopics(ticket) : [])],
});

/** Customers' lists of requests: `requests:<person>` and `organisation-requests:<organisation>`. */
export const customerTopics = ({ requesterId, participantIds, organisationId }: Change["ticket"]): string[] => [
  ...[requesterId, ...participantIds].map((personId) => `requests:${personId}`),
  ...(organisationId === null ? [] : [`organisation-requests:${organisationId}`]),
];

export const ticketDrafted = (p: { channel: Channel }): TicketEvent => ({ name: "ticket.drafted", payload: p });
export const ticketOpened = (p: { channel: Channel; followUpOf: number | null }): TicketEvent => ({
  name: "ticket.opened",
  payload: p,
});
export const ticketSubmitted = (): TicketEvent => ({ name: "ticket.submitted" });
export const draftRevised = (): TicketEvent => ({ name: "ticket.draft-revised" });
export const ticketDiscarded = (): TicketEvent => ({ name: "ticket.discarded" });

export const ticketAnswered = (p: { channel: Channel }): TicketEvent => ({ name: "ticket.answered", payload: p });
/** `heldUntil` in ISO 8601: until then the answer can be taken back. */
export const ticketReplied = (p: { channel: Channel; heldUntil: string }): TicketEvent => ({
  name: "ticket.replied",
  payload: p,
});
/** `eventId` is the answer's event. */
export const replyTakenBack = (p: { eventId: number }): TicketEvent => ({
  name: "ticket.reply-taken-back",
  payload: p,
});
/** `mentions`: whom the note calls. */
export const ticketNoted = ({ channel, mentions }: { channel: Channel; mentions: readonly number[] }): TicketEvent => ({
  name: "ticket.noted",
  payload: { channel, ...(mentions.length > 0 && { mentions: [...mentions] }) },
});
export const updateAdded = (p: { isInternal: boolean }): TicketEvent => ({ name: "ticket.update-added", payload: p });

export const ticketAssigned = (personIds: readonly number[]): TicketEvent => ({
  name: "ticket.assigned",
  payload: { personIds: [...personIds] },
});
export const ticketTaken = (): TicketEvent => ({ name: "ticket.taken" });
export const ticketUnassigned = (personIds: readonly number[]): TicketEvent => ({
  name: "ticket.unassigned",
  payload: { personIds: [...personIds] },
});

/** What an answer brought along names its event: both are seen, mailed and taken back together. */
type WithReply = { replyEventId?: number };

export const ticketStarted = (p: WithReply = {}): TicketEvent => ({ name: "ticket.started", payload: p });
export const ticketAsked = (p: WithReply = {}): TicketEvent => ({ name: "ticket.asked", payload: p });
export const ticketHeld = (p: WithReply & { reason?: string } = {}): TicketEvent => ({
  name: "ticket.held",
  payload: p,
});
export const ticketReleased = (p: WithReply = {}): TicketEvent => ({ name: "ticket.released", payload: p });
export const ticketResolved = (p: WithReply & { result: string }): TicketEvent => ({
  name: "ticket.resolved",
  payload: p,
});
/** `because`: nobody closed it; it stayed quiet too long, or was resolved long enough. */
export const ticketClosed = (
  p: WithReply & { reason?: string; because?: "silence" | "resolved" } = {},
): TicketEvent => ({
  name: "ticket.closed",
  payload: p,
});
/** `closesAt` in ISO 8601: when the ticket closes by itself unless somebody answers. */
export const ticketReminded = (p: { closesAt: string }): TicketEvent => ({ name: "ticket.reminded", payload: p });
/** It stays quiet, but lacks what its type demands before it closes: names of refusals. */
export const ticketStalled = (p: { lacks: string[] }): TicketEvent => ({ name: "ticket.stalled", payload: p });
export const ticketCancelled = (p: WithReply & { reason?: string } = {}): TicketEvent => ({
  name: "ticket.cancelled",
  payload: p,
});
export const ticketReopened = (p: WithReply & { reason?: string } = {}): TicketEvent => ({
  name: "ticket.reopened",
  payload: p,
});

export const ticketChanged = (p: WithReply = {}): TicketEvent => ({ name: "ticket.changed", payload: p });
export const requesterChanged = (p: { personId: number; name: string }): TicketEvent => ({
  name: "ticket.requester-changed",
  payload: p,
});
export const participantAdded = (p: WithReply & { personId: number; name: string }): TicketEvent => ({
  name: "ticket.participant-added",
  payload: p,
});
export const participantRemoved = (p: WithReply & { personId: number; name: string }): TicketEvent => ({
  name: "ticket.participant-removed",
  payload: p,
});
/** In the old ticket: the follow-up's id and number. */
export const ticketFollowedUp = (p: { followUpId: number; followUpNumber: number }): TicketEvent => ({
  name: "ticket.followed-up",
  payload: p,
});
/** `isFrom`: this ticket points to the other, e.g. is its duplicate. */
type LinkSaid = { otherId: number; number: number; kind: LinkKind; isFrom: boolean };
export const ticketLinked = (p: LinkSaid): TicketEvent => ({
  name: "ticket.linked",
  payload: p,
});
export const ticketUnlinked = (p: LinkSaid): TicketEvent => ({
  name: "ticket.unlinked",
  payload: p,
});
export const ticketRated = (p: { rating: number; words: string }): TicketEvent => ({
  name: "ticket.rated",
  payload: p,
});

export const solutionDocumented = (): TicketEvent => ({ name: "ticket.solution-documented" });
export const solutionConfirmed = (): TicketEvent => ({ name: "ticket.confirmed" });
export const confirmationRecorded = (p: { how: ConfirmationWay; by: string }): TicketEvent => ({
  name: "ticket.confirmation-recorded",
  payload: p,
});
/** It goes without what its type demands of the customer. */
export const demandWaived = (demand: "confirmation" | "feedback", p: { reason: string }): TicketEvent => ({
  name: `ticket.${demand}-waived`,
  payload: p,
});
export const stageChanged = (): TicketEvent => ({ name: "ticket.stage-changed" });
/** By the keys of the type's procedure. */
export const stepTicked = (p: { stage: string; step: string; isDone: boolean }): TicketEvent => ({
  name: "ticket.step-ticked",
  payload: p,
});
export const accessGranted = (p: { accessId: number; environment: string }): TicketEvent => ({
  name: "ticket.access-granted",
  payload: p,
});
export const accessEnded = (p: { accessId: number; environment: string }): TicketEvent => ({
  name: "ticket.access-ended",
  payload: p,
});

/** `kind` names the clock, `dueAt` is in ISO 8601. No change of the ticket: its activity and version stay. */
type Deadline = { kind: ClockKind; dueAt: string };

const onDeadline = (name: string, ticketId: number, payload: Deadline): NewEvent => ({
  name: `ticket.${name}`,
  subject: { kind: "ticket", id: ticketId },
  payload,
  topics: ["queue"],
});
export const deadlineNear = (ticketId: number, p: Deadline): NewEvent => onDeadline("deadline-near", ticketId, p);
export const deadlineMissed = (ticketId: number, p: Deadline): NewEvent => onDeadline("deadline-missed", ticketId, p);

export const viewSaved = (p: { id: number; name: string; isShared: boolean }): NewEvent => ({
  name: "ticket-view.saved",
  subject: { kind: "ticket-view", id: p.id },
  payload: { name: p.name, isShared: p.isShared },
  topics: ["queue"],
});
export const viewDeleted = (p: { id: number; name: string }): NewEvent => ({
  name: "ticket-view.deleted",
  subject: { kind: "ticket-view", id: p.id },
  payload: { name: p.name },
  topics: ["queue"],
});
