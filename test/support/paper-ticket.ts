import type { FormField } from "../../src/features/ticket-types/index.ts";
import type { Status, Ticket, TicketType } from "../../src/features/tickets/rules/ticket.ts";
import { statuses } from "../../src/features/tickets/rules/ticket.ts";
import { paperCast } from "./paper-cast.ts";

/** A type that uses the whole machine. */
export const paperType = (facts: Partial<TicketType> = {}): TicketType => ({
  id: 1,
  key: "service_request",
  kind: "request",
  names: { en: "Service request", de: "Serviceanfrage" },
  hints: { en: "", de: "" },
  statuses,
  statusNames: {},
  customerStatusNames: {},
  toldStatuses: [],
  hasPriority: true,
  hasRating: true,
  creators: "everyone",
  onlyAssigneesWrite: false,
  takesSeatRequests: false,
  asksProduct: "no",
  fields: [],
  stages: [],
  needsApproval: false,
  needsSolution: false,
  needsConfirmation: false,
  needsFeedback: false,
  reopenDays: 14,
  remindAfterDays: null,
  closeAfterDays: 5,
  closeResolvedAfterDays: null,
  teamId: null,
  isRetired: false,
  ...facts,
});

/** A question of a form, for customers and always asked. */
export const paperField = (key: string, facts: Partial<FormField> = {}): FormField => ({
  id: 1,
  key,
  kind: "line",
  names: { en: key, de: key },
  hints: { en: "", de: "" },
  options: [],
  isRequired: false,
  audience: "customers",
  condition: null,
  isRetired: false,
  ...facts,
});

const morning = new Date("2026-03-02T09:00:00Z");

/** Cy's ticket, as the rules see it. Status and what follows from it fit together. */
export const paperTicket = (facts: Partial<Ticket> = {}): Ticket => {
  const status: Status = facts.status ?? "open";
  const isOver = status === "closed" || status === "cancelled";
  return {
    id: 17,
    number: 10_017,
    type: paperType(),
    subject: "The printer prints nothing",
    status,
    priority: "medium",
    visibility: "public",
    channel: "portal",
    requesterId: paperCast.cy.personId,
    organisationId: paperCast.acme,
    teamId: null,
    assigneeIds: status === "assigned" || status === "in_progress" ? [paperCast.tom.personId] : [],
    participantIds: [],
    tags: [],
    productId: null,
    versionId: null,
    moduleId: null,
    developmentStatusId: null,
    plannedVersion: null,
    result: null,
    solution: null,
    confirmedAt: null,
    confirmationWaivedAt: null,
    ratedAt: null,
    feedbackWaivedAt: null,
    approval: "none",
    stage: null,
    mergedInto: null,
    statusBeforeMerge: null,
    customFields: {},
    rating: null,
    followUpOf: null,
    version: 1,
    openedAt: morning,
    openedBy: paperCast.cy.personId,
    submittedAt: status === "draft" ? null : morning,
    lastActivityAt: morning,
    lastPublicAt: morning,
    lastMessageBy: "customer",
    firstAnsweredAt: null,
    statusSince: morning,
    resolvedAt: status === "resolved" || status === "closed" ? morning : null,
    closedAt: isOver ? morning : null,
    closesAt: null,
    stalledAt: null,
    due: null,
    ...facts,
  };
};
