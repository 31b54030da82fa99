import type { Locale } from "../../platform/i18n/index.ts";
import type { AssigneeRule } from "./rules/assignees.ts";
import type { Role, TeamLevel } from "./rules/roles.ts";

export interface Person {
  id: number;
  name: string;
  /** Lower case; null for somebody who is known by telephone only. */
  email: string | null;
  /** When a link that was sent to the address was used; null before that. */
  emailVerifiedAt: Date | null;
  phone: string | null;
  role: Role;
  locale: Locale;
  timeZone: string;
  /** Whether the person has portal access, and so can sign in. */
  hasAccount: boolean;
  deactivatedAt: Date | null;
}

export interface Organisation {
  id: number;
  name: string;
  customerNumber: string | null;
  /** What it has booked; null when nothing. */
  packageId: number | null;
}

/** What an organisation books: how many of its members may use the portal, and whether they may call. */
export interface CarePackage {
  id: number;
  names: Readonly<Record<Locale, string>>;
  /** Members with portal access; null: as many as there are. */
  seats: number | null;
  hasTelephoneSupport: boolean;
  /** Organisations that have it keep it; nobody else gets it. */
  isRetired: boolean;
}

export interface Membership extends Organisation {
  /** May invite and remove members. */
  isManager: boolean;
}

export interface Team {
  id: number;
  name: string;
  level: TeamLevel;
  memberIds: readonly number[];
  /** Of the feature working-time; null: the desk's usual one. */
  calendarId: number | null;
  /** Who gets what comes to the team and is nobody's yet. */
  assigneeRule: AssigneeRule;
  /** For the rule `person`. */
  assigneeId: number | null;
  /** Its tickets keep it; nothing else comes to it. */
  isRetired: boolean;
}
