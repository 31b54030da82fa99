import type { Locale } from "../../platform/i18n/index.ts";
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
}
