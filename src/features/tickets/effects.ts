import { customerMails } from "./effects/customer-mails.ts";
import { reminderMails } from "./effects/reminder-mails.ts";
import { deskMails } from "./effects/desk-mails.ts";
import { announceReplyLater } from "./effects/announce-reply.ts";
import type { Effects } from "../../platform/events.ts";

const { confirm, welcome, sendReply, sendCopies, tellStatus, tellChanges, tellJoined, tellContact } = customerMails;
const { tellReminder, remindAccess } = reminderMails;
const { tellOpened, tellAnswered, tellReopened, tellConfirmed, tellAccess, tellAssigned, tellMentioned } = deskMails;

/** What follows from which event. Links and whatever else only the desk sees mail nobody. */
export const ticketEffects: Effects = {
  "ticket.drafted": [],
  "ticket.discarded": [],
  "ticket.opened": [confirm, welcome, tellOpened],
  "ticket.submitted": [confirm, welcome, tellOpened],
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
  "ticket.resolved": [tellStatus, remindAccess],
  "ticket.closed": [tellStatus, remindAccess],
  "ticket.reminded": [tellReminder],
  "ticket.cancelled": [tellStatus],
  "ticket.reopened": [tellStatus, tellReopened],
  "ticket.changed": [tellChanges],
  "ticket.requester-changed": [tellContact],
  "ticket.participant-added": [tellJoined],
  "ticket.participant-removed": [],
  "ticket.followed-up": [],
  "ticket.linked": [],
  "ticket.unlinked": [],
  "ticket.rated": [],
  "ticket.solution-documented": [],
  "ticket.confirmed": [tellConfirmed],
  "ticket.stage-changed": [],
  "ticket.step-ticked": [],
  "ticket.access-granted": [tellAccess],
  "ticket.access-ended": [],
  "ticket-view.saved": [],
  "ticket-view.deleted": [],
};
