import { customerMails } from "./effects/customer-mails.ts";
import { deskMails } from "./effects/desk-mails.ts";
import { announceReplyLater } from "./effects/announce-reply.ts";
import type { Effects } from "../../platform/events.ts";

const { confirm, welcome, sendReply, sendCopies, tellStatus, tellChanges, tellJoined, tellContact } = customerMails;
const { tellOpened, tellAnswered, tellReopened, tellAssigned, tellMentioned } = deskMails;

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
  "ticket.resolved": [tellStatus],
  "ticket.closed": [tellStatus],
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
  "ticket-view.saved": [],
  "ticket-view.deleted": [],
};
