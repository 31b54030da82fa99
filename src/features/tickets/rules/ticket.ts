import type { ClockKind } from "../../service-levels/rules/index.ts";
import type { Answers, Priority, Status, StatusName, TicketType } from "../../ticket-types/rules/index.ts";

export { priorities, statuses } from "../../ticket-types/rules/index.ts";
export type { Priority, Status, StatusName, TicketType };

/** Statuses in which a ticket is on somebody's desk, ours or the customer's. */
export const unfinished = ["open", "assigned", "in_progress", "waiting", "on_hold", "resolved"] as const;

export const channels = ["portal", "mail", "telephone", "widget", "code", "api"] as const;
export type Channel = (typeof channels)[number];

export const visibilities = ["public", "internal"] as const;
export type Visibility = (typeof visibilities)[number];

export const messageKinds = ["public", "note", "update"] as const;
/** `public` is the conversation, `note` is for agents only, `update` is for the service history. */
export type MessageKind = (typeof messageKinds)[number];

export const linkKinds = ["related", "duplicate", "technical", "follow_up", "split"] as const;
export type LinkKind = (typeof linkKinds)[number];

export const approvalStates = ["none", "pending", "approved", "declined", "waived"] as const;
/** Where the ticket stands with those who have to agree; `waived`: somebody said why it goes without. */
export type ApprovalState = (typeof approvalStates)[number];

export const confirmationWays = ["telephone", "mail", "meeting", "other"] as const;
/** How a customer has confirmed the solution who did not do so in the portal. */
export type ConfirmationWay = (typeof confirmationWays)[number];

/** Answers to the questions of the type's form, by their keys. */
export type CustomFields = Answers;

/** The deadline that comes first: `at` is null while its clock is paused, and of `warnAt` on it is near. */
export interface Due {
  kind: ClockKind;
  at: Date | null;
  warnAt: Date | null;
}

/** A ticket with everything that rules, lists and pages ask about. Its words are in the timeline. */
export interface Ticket {
  id: number;
  number: number;
  type: TicketType;
  subject: string;
  status: Status;
  priority: Priority | null;
  visibility: Visibility;
  channel: Channel;
  requesterId: number;
  organisationId: number | null;
  teamId: number | null;
  assigneeIds: readonly number[];
  /** CC: people beside the requester who read along and may answer. */
  participantIds: readonly number[];
  tags: readonly string[];
  productId: number | null;
  versionId: number | null;
  moduleId: number | null;
  /** How far development is, see `listDevelopmentStatuses`. */
  developmentStatusId: number | null;
  plannedVersion: string | null;
  result: string | null;
  /** How it was solved, for those who meet it again; customers read the result. */
  solution: string | null;
  /** When the customer said that the solution works. */
  confirmedAt: Date | null;
  /** When somebody at the desk said why it goes without that. */
  confirmationWaivedAt: Date | null;
  approval: ApprovalState;
  /** The stage of its type's procedure, by key. */
  stage: string | null;
  /** It is closed, and what is written to it goes to that ticket. */
  mergedInto: number | null;
  /** What unmerging restores. */
  statusBeforeMerge: Status | null;
  customFields: CustomFields;
  /** 1 to 5 stars. */
  rating: number | null;
  /** When it was given; null once work has begun again, although the rating stays. */
  ratedAt: Date | null;
  /** When somebody at the desk said why it goes without the feedback that its type demands. */
  feedbackWaivedAt: Date | null;
  followUpOf: number | null;
  /** Counts the changes; a form says from which one it was made. */
  version: number;
  openedAt: Date;
  openedBy: number | null;
  /** Null: never submitted; nobody but its owner knows of it. */
  submittedAt: Date | null;
  lastActivityAt: Date;
  /** The same without what only agents see. */
  lastPublicAt: Date;
  lastMessageBy: Side;
  firstAnsweredAt: Date | null;
  statusSince: Date;
  resolvedAt: Date | null;
  closedAt: Date | null;
  /** When it closes by itself, as its customer was told. */
  closesAt: Date | null;
  /** When the desk was told that it stays quiet and yet cannot close by itself. */
  stalledAt: Date | null;
  /** Which promise has to be kept next; for the desk only. */
  due: Due | null;
}

/** On whose side of the counter somebody speaks. */
export type Side = "customer" | "agent";

/** A stored file that hangs on a message. */
export interface StoredFile {
  file: string;
  name: string;
  type: string;
  size: number;
  contentId?: string | undefined;
}
