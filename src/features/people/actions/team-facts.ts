import type { Tx } from "../../../platform/db/db.ts";
import { Invalid } from "../../../platform/errors.ts";
import { listCalendars } from "../../working-time/index.ts";
import type { Team } from "../types.ts";
import { phrase } from "../words.ts";

type Facts = Omit<Team, "id" | "memberIds" | "isRetired">;

interface Given extends Pick<Facts, "name" | "level" | "assigneeRule"> {
  memberIds: readonly number[];
  calendarId?: number | undefined;
  assigneeId?: number | undefined;
}

/** What a team's form says, checked. Throws `Invalid` with the field that cannot be. */
export const teamFacts = async (tx: Tx, given: Given, before?: Team): Promise<Facts> => {
  const { name, level, assigneeRule, calendarId = null } = given;
  if (calendarId !== null && calendarId !== before?.calendarId) {
    const calendar = (await listCalendars(tx)).find(({ id }) => id === calendarId);
    if (!calendar || calendar.retiredAt) throw new Invalid({ calendarId: phrase("noSuchCalendar") });
  }
  const assigneeId = assigneeRule === "person" ? (given.assigneeId ?? null) : null;
  if (assigneeRule === "person" && (assigneeId === null || !given.memberIds.includes(assigneeId)))
    throw new Invalid({ assigneeId: phrase("assigneeNotInTeam") });
  return { name, level, calendarId, assigneeRule, assigneeId };
};
