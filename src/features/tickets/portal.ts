import type { Route } from "../../platform/http/route.ts";
import { answerRoutes } from "./portal/answers.ts";
import { draftRoutes } from "./portal/drafts.ts";
import { leaveRoutes } from "./portal/leave.tsx";
import { draftRequestRoutes } from "./portal/draft-request.tsx";
import { newRequestRoutes } from "./portal/new-request.tsx";
import { requestFormRoutes } from "./portal/request-forms.ts";
import { requestListRoute } from "./portal/request-list.tsx";
import { requestRoutes } from "./portal/request.tsx";
import { similarRoute } from "./portal/similar.tsx";
import { startRoute } from "./portal/start.tsx";

export { portalNavigation } from "./portal/navigation.ts";

/** What customers can do with their requests. */
export const portalRoutes: readonly Route[] = [
  startRoute,
  requestListRoute,
  ...draftRoutes,
  ...newRequestRoutes,
  similarRoute,
  ...draftRequestRoutes,
  ...requestRoutes,
  ...requestFormRoutes,
  ...answerRoutes,
  ...leaveRoutes,
];
