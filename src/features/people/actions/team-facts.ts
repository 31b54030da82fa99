import type { Tx } from "../../../platform/db/db.ts";
import { Invalid } from "../../../platform/errors.ts";
import { getDesk } from "../../desk-settings/index.ts";
import { isDeskAddress } from "../../outgoing-mail/index.ts";
import { listCalendars } from "../../working-time/index.ts";
import { findPersonByEmail } from "../store/people.ts";
import type { Team } from "../types.ts";
import { phrase } from "../words.ts";

type Facts = Omit<Team, "id" | "memberIds">;

interface Given extends Pick<Facts, "name" | "level" | "assigneeRule"> {
  memberIds: readonly number[];
  address?: string | undefined;
  calendarId?: number | undefined;
  assigneeId?: number | undefined;
}

/** What a team's form says, checked. Throws `Invalid` with the field that cannot be. */
export const teamFacts = async (tx: Tx, given: Given, before?: Team): Promise<Facts> => {
  const { name, level, assigneeRule, address = null, calendarId = null } = given;
  if (address !== null && address !== before?.address) await checkAddress(tx, address);
  if (calendarId !== null && calendarId !== before?.calendarId) {
    const calendar = (await listCalendars(tx)).find(({ id }) => id === calendarId);
    if (!calendar || calendar.retiredAt) throw new Invalid({ calendarId: phrase("noSuchCalendar") });
  }
  const assigneeId = assigneeRule === "person" ? (given.assigneeId ?? null) : null;
  if (assigneeRule === "person" && (assigneeId === null || !given.memberIds.includes(assigneeId)))
    throw new Invalid({ assigneeId: phrase("assigneeNotInTeam") });
  return { name, level, address, calendarId, assigneeRule, assigneeId };
};

const checkAddress = async (tx: Tx, address: string): Promise<void> => {
  if (isDeskAddress({ desk: await getDesk(tx), address })) throw new Invalid({ address: phrase("isDeskAddress") });
  if (await findPersonByEmail(tx, address)) throw new Invalid({ address: phrase("addressTaken") });
};
