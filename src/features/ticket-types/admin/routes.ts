import type { Route } from "../../../platform/http/route.ts";
import type { Tickets } from "../uses.ts";
import { formRoutes } from "./form.tsx";
import { developmentRoutes, priorityRoutes } from "./lists.tsx";
import { procedureRoutes } from "./procedure.tsx";
import { typeRoutes } from "./types.tsx";

/**
 * The settings of this feature. The tickets' feature mounts them, because only it can count where types, statuses and
 * questions are used, and move tickets out of a status.
 */
export const ticketTypeAdminRoutes = (tickets: Tickets): readonly Route[] => [
  ...typeRoutes(tickets),
  ...formRoutes(tickets),
  ...procedureRoutes(tickets),
  ...priorityRoutes(tickets),
  ...developmentRoutes(tickets),
];
