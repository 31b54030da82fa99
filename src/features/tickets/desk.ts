import type { Route } from "../../platform/http/route.ts";
import { approvalRoutes } from "./desk/approvals.ts";
import { bulkRoute } from "./desk/bulk.ts";
import { changeRoutes } from "./desk/change.ts";
import { deadlinesRoute } from "./desk/deadlines.tsx";
import { displayRoute } from "./desk/display.ts";
import { draftRoutes } from "./desk/drafts.tsx";
import { mailRoutes } from "./desk/mails.ts";
import { bulkMergeRoutes } from "./desk/bulk-merge.tsx";
import { meetingRoutes } from "./desk/meeting.ts";
import { taskRoutes } from "./desk/tasks.tsx";
import { newTicketRoutes } from "./desk/new-ticket.tsx";
import { procedureRoutes } from "./desk/procedure.ts";
import { queueRoute } from "./desk/queue.tsx";
import { fileRoute, onlookersRoute, picturesRoute, ticketRoute } from "./desk/ticket.tsx";
import { takeBackRoutes } from "./desk/take-back.ts";
import { viewRoutes } from "./desk/saved-views.ts";
import { writeRoutes } from "./desk/write.ts";

export { deskNavigation } from "./desk/navigation.ts";

/** What agents do with tickets. */
export const deskRoutes: readonly Route[] = [
  queueRoute,
  bulkRoute,
  displayRoute,
  ...viewRoutes,
  ...newTicketRoutes,
  ticketRoute,
  onlookersRoute,
  fileRoute,
  picturesRoute,
  deadlinesRoute,
  ...writeRoutes,
  ...mailRoutes,
  ...changeRoutes,
  ...takeBackRoutes,
  ...meetingRoutes,
  ...bulkMergeRoutes,
  ...taskRoutes,
  ...draftRoutes,
  ...procedureRoutes,
  ...approvalRoutes,
];
