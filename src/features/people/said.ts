import type { Json } from "../../platform/events.ts";
import { named, type Settings } from "../../platform/settings.ts";
import type { CarePackage, Team } from "./types.ts";
import type { Role } from "./rules/roles.ts";
import { adminWords } from "./words.admin.ts";

/** Settings as the audit log keeps them. People are named by their ids, so that the log forgets their names with them. */
export const saidOfTeam = (team: Omit<Team, "id" | "isRetired">): Settings => ({
  name: team.name,
  level: inBoth((w) => w.levels[team.level]),
  // By its id: deadlines of the time before are computed from this.
  calendarId: named("calendar", team.calendarId),
  assigneeRule: inBoth((w) => w.assigneeRules[team.assigneeRule]),
  assigneeId: named("person", team.assigneeId),
  members: team.memberIds.toSorted((one, other) => one - other).map((id) => named("person", id)),
});

export const saidOfPackage = ({
  names,
  seats,
  hasTelephoneSupport,
}: Omit<CarePackage, "id" | "isRetired">): Settings => ({
  name: { en: names.en, de: names.de },
  seats,
  telephoneSupport: hasTelephoneSupport,
});

export const saidOfRole = (role: Role): Settings => ({ role: inBoth((w) => w.roles[role]) });

const inBoth = (say: (w: typeof adminWords.en) => string): Json => ({ en: say(adminWords.en), de: say(adminWords.de) });
