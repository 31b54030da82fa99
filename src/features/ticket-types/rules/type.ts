/** The statuses of the one machine that all types share; a type uses a subset of them. */
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

/** Weakest first. */
export const priorities = ["low", "medium", "high", "blocker"] as const;
export type Priority = (typeof priorities)[number];

export interface Names {
  en: string;
  de: string;
}

/** Who may open tickets of a type: every customer, customers who belong to an organisation, or only agents. */
export const creators = ["everyone", "members", "agents"] as const;
export type Creators = (typeof creators)[number];

export const fieldKinds = ["line", "text", "choice", "choices", "number", "date", "yes_no", "file"] as const;
export type FieldKind = (typeof fieldKinds)[number];

/** Something to choose. One that is no longer offered stays for the answers that name it. */
export interface FieldOption extends Names {
  key: string;
  isRetired: boolean;
}

/** A question of a type's form. Its answer stands in the ticket's custom fields, under its key. */
export interface FormField {
  id: number;
  key: string;
  kind: FieldKind;
  names: Names;
  hints: Names;
  /** What there is to choose from, for `choice` and `choices`. */
  options: readonly FieldOption[];
  isRequired: boolean;
  /** `agents`: customers are neither asked nor shown. */
  audience: "customers" | "agents";
  /** Asked only while the other field's answer is one of these. */
  condition: { field: string; isAnyOf: readonly string[] } | null;
  isRetired: boolean;
}

/** A stage of a type's procedure, with what has to be done in it. */
export interface ProcedureStage {
  id: number;
  key: string;
  names: Names;
  steps: readonly ({ key: string } & Names)[];
  isRetired: boolean;
}

/** What its tickets are: what somebody asks for, or an order to technical support, for which such tickets wait. */
export const typeKinds = ["request", "technical"] as const;
export type TypeKind = (typeof typeKinds)[number];

export const productQuestions = ["no", "optional", "required"] as const;
export type ProductQuestion = (typeof productQuestions)[number];

export interface TicketType {
  id: number;
  key: string;
  kind: TypeKind;
  names: Names;
  hints: Names;
  statuses: readonly Status[];
  /** What agents and customers call a status, where it is not the usual name. */
  statusNames: Readonly<Partial<Record<Status, Names>>>;
  customerStatusNames: Readonly<Partial<Record<Status, Names>>>;
  /** Which of `assigned` and `in_progress` customers are told; they read `open` where they are not. */
  toldStatuses: readonly Status[];
  hasPriority: boolean;
  hasRating: boolean;
  creators: Creators;
  onlyAssigneesWrite: boolean;
  /** A manager's wish for more seats becomes a ticket of it; of several such types, of the first that is offered. */
  takesSeatRequests: boolean;
  /** Whether its form asks for product, version and module. */
  asksProduct: ProductQuestion;
  fields: readonly FormField[];
  /** The procedure, in its order; empty when there is none. */
  stages: readonly ProcedureStage[];
  /** Nothing is resolved before those who were asked agree, or somebody says why it goes without. */
  needsApproval: boolean;
  /** Closing demands that the solution is written down, and that the customer confirms it. */
  needsSolution: boolean;
  needsConfirmation: boolean;
  /** The same of his rating. */
  needsFeedback: boolean;
  /** Days after closing in which an answer brings the ticket back to work. */
  reopenDays: number;
  /** Days of waiting for the customer after which he is reminded; null: never, and never closed by itself. */
  remindAfterDays: number | null;
  /** Days after the reminder in which the ticket closes by itself. */
  closeAfterDays: number;
  /** Days after which a resolved ticket closes by itself; null: never. */
  closeResolvedAfterDays: number | null;
  teamId: number | null;
  isRetired: boolean;
}

/** How far development is with what a ticket asks for. */
export interface DevelopmentStatus {
  id: number;
  names: Names;
  /** The customers of a ticket that reaches it get a mail. */
  mailsCustomers: boolean;
  isRetired: boolean;
}
