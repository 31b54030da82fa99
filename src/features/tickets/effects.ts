import { customerMails } from "./effects/customer-mails.ts";
import { reminderMails } from "./effects/reminder-mails.ts";
import { deskMails } from "./effects/desk-mails.ts";
import { assignNext } from "./effects/by-rule.ts";
import { announceReplyLater } from "./effects/announce-reply.ts";
import { orderMails } from "./effects/order-mails.ts";
import { settleWaiting, tellPlanOn } from "./effects/orders.ts";
import { togetherMails } from "./effects/together-mails.ts";
import { tellDecided } from "./effects/approval-mails.ts";
import { askWhoStays, endQuestions } from "./effects/approvals.ts";
import { recompute } from "./deadline-jobs.ts";
import { tellDeadline } from "./effects/deadline-mails.ts";
import type { Effects } from "../../platform/events.ts";

const { confirm, welcome, sendReply, sendCopies, tellStatus, tellChanges, tellJoined, tellContact } = customerMails;
const { tellMerged, tellPassedOn, tellBack } = togetherMails;
const { tellEscalated, tellVersion } = orderMails;
const { tellReminder, remindAccess, tellStalled, askOnceMore } = reminderMails;
const { tellOpened, tellAnswered, tellReopened, tellConfirmed, tellAccess, tellAssigned, tellMentioned } = deskMails;

/** What follows from which event. Links and whatever else only the desk sees mail nobody. */
export const ticketEffects: Effects = {
  "ticket.drafted": [],
  "ticket.draft-revised": [],
  "ticket.discarded": [],
  "ticket.opened": [confirm, welcome, tellOpened, assignNext],
  "ticket.submitted": [confirm, welcome, tellOpened, assignNext],
  "ticket.answered": [tellAnswered, sendCopies],
  "ticket.replied": [sendReply, announceReplyLater],
  "ticket.reply-taken-back": [],
  "ticket.noted": [tellMentioned],
  "ticket.update-added": [],
  "ticket.assigned": [tellAssigned],
  "ticket.taken": [],
  "ticket.unassigned": [],
  "ticket.started": [],
  "ticket.asked": [tellStatus],
  "ticket.held": [tellStatus],
  "ticket.released": [],
  "ticket.resolved": [tellStatus, settleWaiting, remindAccess],
  "ticket.closed": [tellStatus, settleWaiting, remindAccess, endQuestions],
  "ticket.reminded": [tellReminder],
  "ticket.stalled": [tellStalled, askOnceMore],
  "ticket.cancelled": [tellStatus, settleWaiting, remindAccess, endQuestions],
  "ticket.reopened": [tellStatus, tellReopened],
  "ticket.changed": [tellStatus, tellChanges, assignNext, askWhoStays],
  "ticket.requester-changed": [tellContact, askWhoStays],
  "ticket.participant-added": [tellJoined],
  "ticket.participant-removed": [askWhoStays],
  "ticket.followed-up": [],
  "ticket.linked": [],
  "ticket.unlinked": [],
  "ticket.passed-to-supplier": [],
  "ticket.written-to-supplier": [],
  "ticket.supplier-answered": [],
  "ticket.supplier-ended": [],
  "ticket.rated": [],
  "ticket.solution-documented": [tellStatus],
  "ticket.solution-proposed": [],
  "ticket.solution-approved": [tellDecided],
  "ticket.solution-declined": [tellDecided],
  "ticket.proposal-withdrawn": [],
  "ticket.approval-waived": [],
  "ticket.confirmed": [tellConfirmed],
  "ticket.confirmation-recorded": [tellStatus],
  "ticket.confirmation-waived": [tellStatus],
  "ticket.feedback-waived": [tellStatus],
  "ticket.stage-changed": [],
  "ticket.step-ticked": [],
  "ticket.access-granted": [tellAccess],
  "ticket.access-ended": [],
  "ticket.merged": [tellMerged],
  "ticket.absorbed": [],
  "ticket.unmerged": [],
  "ticket.gave-back": [],
  "ticket.change-taken-back": [],
  "ticket.split": [],
  "ticket.words-brought": [],
  "ticket.passed-on": [tellPassedOn, assignNext],
  "ticket.escalated": [tellEscalated],
  "ticket.order-ended": [tellBack],
  "ticket.version-planned": [tellVersion, tellPlanOn],
  "ticket.order-planned": [],
  "ticket.task-added": [],
  "ticket.task-changed": [],
  "ticket.task-done": [],
  "ticket.task-reopened": [],
  "ticket.task-removed": [],
  "ticket.deadline-near": [tellDeadline],
  "ticket.deadline-missed": [tellDeadline],
  "service-level.added": [recompute],
  "service-level.changed": [recompute],
  "service-level.ended": [recompute],
  "calendar.changed": [recompute],
  "calendar.made_default": [recompute],
  "team.changed": [recompute],
  "organisation.package_changed": [recompute],
  "ticket-view.saved": [],
  "ticket-view.deleted": [],
};
