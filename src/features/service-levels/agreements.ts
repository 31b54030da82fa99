import type { Reader } from "../../platform/db/db.ts";
import { listCalendars } from "../working-time/index.ts";
import type { Agreements } from "./rules/history.ts";
import { listTargets } from "./store.ts";

/** Everything that deadlines are computed from beside the ticket itself; load it once for many tickets. */
export const agreementsNow = async (db: Reader): Promise<Agreements & { defaultCalendarId: number }> => {
  const calendars = await listCalendars(db);
  const defaultCalendar = calendars.find(({ isDefault }) => isDefault);
  if (!defaultCalendar) throw new Error("there is no default calendar");
  return {
    targets: await listTargets(db),
    calendars: new Map(calendars.map(({ id, versions }) => [id, versions])),
    defaultCalendarId: defaultCalendar.id,
  };
};
