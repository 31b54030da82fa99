import { plural } from "../../platform/i18n/index.ts";
import { namesIn, usualCustomerNames, usualNames, type Names } from "../ticket-types/index.ts";
import type { Channel, LinkKind, Priority } from "./rules/ticket.ts";
import type { Field } from "./rules/changes.ts";

const listed = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(", ");

/** As they are called where it is about no type: in filters and lanes. */
const statuses = namesIn("en", usualNames);

/** Who has changed what meanwhile, and what it is now. */
export interface Meanwhile {
  field: Field;
  by: string;
  now?: { en: string; de: string } | undefined;
}

const priorities: Record<Priority, string> = { low: "Low", medium: "Medium", high: "High", blocker: "Blocker" };

const channels: Record<Channel, string> = {
  portal: "Portal",
  mail: "E-mail",
  telephone: "Telephone",
  widget: "Widget",
  code: "QR code",
  api: "API",
};

const fields: Record<Field, string> = {
  subject: "Subject",
  status: "Status",
  type: "Type",
  priority: "Priority",
  visibility: "Visibility",
  requesterId: "Contact",
  organisationId: "Organisation",
  teamId: "Team",
  assigneeIds: "Assignees",
  participantIds: "CC",
  tags: "Tags",
  productId: "Product",
  versionId: "Version",
  moduleId: "Module",
  developmentStatusId: "Development status",
  plannedVersion: "Planned version",
  result: "Result",
  solution: "Documented solution",
  approval: "Approval",
  stage: "Stage",
  mergedInto: "Merged into",
  statusBeforeMerge: "Status before merging",
  customFields: "Further fields",
  rating: "Rating",
};

const linkKinds: Record<LinkKind, string> = {
  related: "Related to",
  duplicate: "Duplicate of",
  technical: "Technical ticket",
  follow_up: "Follow-up of",
  split: "Split off from",
};

export const en = {
  statuses,
  /** Where customers are addressed by a status. */
  customerStatuses: namesIn("en", usualCustomerNames),
  priorities,
  channels,
  visibilities: { public: "Public", internal: "Internal" },
  linkKinds,
  fields,
  ticketsCounted: (p: { count: number }) => plural(p.count, { one: "ticket", other: "tickets" }),
  nobody: "nobody",
  nothing: "nothing",
  deletedTeam: "a deleted team",
  finishedCounted: (p: { count: number }) =>
    plural(p.count, { one: "closed or cancelled ticket", other: "closed or cancelled tickets" }),
  viewsCounted: (p: { count: number }) => plural(p.count, { one: "view", other: "views" }),
  chooseProduct: "Please choose",
  noneChosen: "Not sure",
  events: {
    "ticket.drafted": "Draft begun",
    "ticket.submitted": "Submitted",
    "ticket.draft-revised": "Draft changed",
    "ticket.discarded": "Draft discarded",
    "ticket.opened": "Opened",
    "ticket.answered": "Customer answered",
    "ticket.replied": "Answered",
    "ticket.reply-taken-back": "Answer taken back",
    "ticket.noted": "Internal note",
    "ticket.update-added": "Update",
    "ticket.assigned": "Assigned",
    "ticket.taken": "Taken",
    "ticket.unassigned": "No longer assigned",
    "ticket.started": "Started",
    "ticket.asked": "Waiting for the customer",
    "ticket.held": "Put on hold",
    "ticket.released": "No longer on hold",
    "ticket.resolved": "Resolved",
    "ticket.closed": "Closed",
    "ticket.cancelled": "Cancelled",
    "ticket.reopened": "Reopened",
    "ticket.changed": "Changed",
    "ticket.requester-changed": "Contact changed",
    "ticket.participant-added": "CC added",
    "ticket.participant-removed": "CC removed",
    "ticket.followed-up": "Follow-up opened",
    "ticket.linked": "Linked",
    "ticket.unlinked": "Link removed",
    "ticket.passed-to-supplier": "Passed to a supplier",
    "ticket.written-to-supplier": "Written to a supplier",
    "ticket.supplier-answered": "Supplier answered",
    "ticket.supplier-ended": "No longer at the supplier",
    "ticket.rated": "Rated",
    "ticket.reminded": "Reminded",
    "ticket.stalled": "Quiet, but cannot close by itself",
    "ticket.solution-documented": "Solution documented",
    "ticket.solution-proposed": "Solution proposed",
    "ticket.solution-approved": "Solution approved",
    "ticket.solution-declined": "Solution declined",
    "ticket.proposal-withdrawn": "Proposed solution withdrawn",
    "ticket.approval-waived": "Went without approval",
    "ticket.confirmed": "Solution confirmed",
    "ticket.confirmation-recorded": "Confirmation from elsewhere written down",
    "ticket.confirmation-waived": "Went without confirmation",
    "ticket.feedback-waived": "Went without feedback",
    "ticket.stage-changed": "Stage changed",
    "ticket.step-ticked": "Step of the procedure ticked",
    "ticket.access-granted": "Access to an environment granted",
    "ticket.access-ended": "Access to an environment ended",
    "ticket.deadline-near": "Deadline is near",
    "ticket.deadline-missed": "Deadline missed",
    "ticket-view.saved": "View saved",
    "ticket-view.deleted": "View deleted",
  },
  phrases: {
    takenFirst: (p: { name: string; isYou: boolean }) =>
      p.isYou ? "You have this ticket already." : `${p.name} took this ticket first.`,
    changedMeanwhile: (p: { changes: readonly Meanwhile[] }) =>
      `${p.changes.map(({ field, by, now }) => `${by} has changed ${fields[field]} meanwhile${now ? ` to “${now.en}”` : ""}.`).join(" ")} Look at the new state, then send again. Your words are kept.`,
    undoTooLate: "The answer has already been sent, so it can no longer be taken back.",
    notAMember: "The contact does not belong to this organisation.",
    notAColleague: "You can ask for people of your own organisation only.",
    notForCustomers: "Requests of this type are opened by the desk.",
    notAnAgent: "Only people who work at the desk can be assigned.",
    noSuchPerson: "There is nobody like that.",
    noSuchTicket: "There is no ticket with this number.",
    teamRetired: "This team is retired. Choose another one.",
    teamOfTypes: (p: { types: readonly Names[] }) =>
      `New tickets of the ${plural(p.types.length, { one: "type", other: "types" })} ${listed(p.types.map(({ en }) => en))} come to this team. Give ${plural(p.types.length, { one: "it", other: "them" })} another team first.`,
    teamOfAddresses: (p: { addresses: readonly string[] }) =>
      `What comes in at ${p.addresses.join(", ")} comes to this team. Choose another team there first.`,
    teamOfOrders: (p: { type: Names }) =>
      `This is the only team for technical support, and escalations come to it. Give the type “${p.type.en}” a team first, or put another team on that level.`,
    teamOfTickets: (p: { count: number }) =>
      `${p.count} ${plural(p.count, { one: "ticket names", other: "tickets name" })} this team, so it cannot be deleted. Retire it: it is offered no longer, and its tickets keep it until they are moved.`,
    teamOfHistory:
      "Tickets belonged to this team once, and their history and deadlines name it, so it cannot be deleted. Retire it instead.",
    teamOfViews: (p: { views: readonly Names[] }) =>
      `The ${plural(p.views.length, { one: "view", other: "views" })} ${listed(p.views.map(({ en }) => en))} show this team. Change or delete them first, or retire the team instead.`,
    noSuchTeam: "There is no such team.",
    hasNoPriority: "Tickets of this type have no priority.",
    linkToItself: "A ticket cannot be linked to itself.",
    developmentStatusRetired: "This development status is no longer used.",
    ticketsInStatus: (p: { count: number; status: { en: string; de: string } }) =>
      `${p.count} ${plural(p.count, { one: "ticket is", other: "tickets are" })} “${p.status.en}”, so this status stays. Move them yourself first, or tick that they are moved along.`,
    closingLacks: (p: { count: number; numbers: string }) =>
      `Without this status ${p.numbers}${p.count > 5 ? ` and ${p.count - 5} more` : ""} would be closed, and ${plural(p.count, { one: "lacks", other: "lack" })} what this type demands before closing, e.g. the documented solution. See to that first.`,
    typeWouldClose:
      "That type does not know “Resolved”, so the ticket would be closed without anybody having said so. Close or reopen it first.",
    draftsInType: (p: { count: number }) =>
      `Customers have begun ${p.count} ${plural(p.count, { one: "draft", other: "drafts" })} of this type, so this status stays until they have submitted or discarded them.`,
    askedNow: "Your answer leads to this question. Please answer it, too, if you can.",
    noSuchField: "There is no such question in this form.",
    notADate: "Enter a day that exists, e.g. 2026-11-03.",
    noSuchStage: "This type’s procedure has no such stage or step.",
    productMissing: "Choose the product that this is about.",
    typeRetired: "Requests of this type are no longer taken.",
    noDrafts: "Requests of this type cannot be begun as a draft.",
    nothingWritten: "Write something, or attach a file.",
    tooManyPeople: (p: { most: number }) => `At most ${p.most} people can be in CC.`,
  },
};
