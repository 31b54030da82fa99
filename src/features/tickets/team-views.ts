import type { Reader } from "../../platform/db/db.ts";
import { parseFilter } from "./filter.ts";
import { listAllViews, type TicketView } from "./store/views.ts";

/** Everybody's views that show the team's tickets. */
export const listViewsOfTeam = async (db: Reader, teamId: number): Promise<TicketView[]> =>
  (await listAllViews(db)).filter(({ query }) => parseFilter(new URLSearchParams(query)).teamIds.includes(teamId));
