/** The statuses of the one machine (see status.ts); a type uses a subset of them. */
export const statuses = [
  "draft",
  "open",
  "assigned",
  "in_progress",
  "waiting",
  "on_hold",
  "resolved",
  "closed",
  "cancelled",
] as const;
export type Status = (typeof statuses)[number];

/** Statuses in which a ticket is on somebody's desk, ours or the customer's. */
export const unfinished = ["open", "assigned", "in_progress", "waiting", "on_hold", "resolved"] as const;

/** What a status is called on screen; `done` is how field service calls `resolved`. */
export type StatusName = Status | "done";

/** Weakest first. */
export const priorities = ["low", "medium", "high", "blocker"] as const;
export type Priority = (typeof priorities)[number];

export const channels = ["portal", "mail", "telephone", "widget", "code", "api"] as const;
export type Channel = (typeof channels)[number];

export const visibilities = ["public", "internal"] as const;
export type Visibility = (typeof visibilities)[number];

export const messageKinds = ["public", "note", "update"] as const;
/** `public` is the conversation, `note` is for agents only, `update` is for the service history. */
export type MessageKind = (typeof messageKinds)[number];

export const linkKinds = ["related", "duplicate", "technical", "follow_up"] as const;
export type LinkKind = (typeof linkKinds)[number];

export interface TicketType {
  id: number;
  key: string;
  names: { en: string; de: string };
  hints: { en: string; de: string };
  statuses: readonly Status[];
  statusNames: Readonly<Partial<Record<Status, StatusName>>>;
  customerStatuses: Readonly<Partial<Record<Status, StatusName>>>;
  hasPriority: boolean;
  hasRating: boolean;
  customersMayCreate: boolean;
  onlyAssigneesWrite: boolean;
  /** Custom fields that customers see. */
  customerFields: readonly string[];
  /** Days after closing in which an answer brings the ticket back to work. */
  reopenDays: number;
  teamId: number | null;
  isRetired: boolean;
}

export type CustomFields = Readonly<Record<string, string | number | boolean | null>>;

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
  product: string | null;
  productVersion: string | null;
  module: string | null;
  developmentStatus: string | null;
  plannedVersion: string | null;
  result: string | null;
  customFields: CustomFields;
  /** 1 to 5 stars. */
  rating: number | null;
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
