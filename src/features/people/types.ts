import type { AgentRole } from "../../platform/actor.ts";
import type { Locale } from "../../platform/i18n/index.ts";

/** What somebody is at the desk; weakest first. */
export const roles = ["customer", "member", "moderator", "administrator"] as const;
export type Role = (typeof roles)[number];

export const isAgentRole = (role: Role): role is AgentRole => role !== "customer";

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

export const teamLevels = ["first", "second", "technical"] as const;
export type TeamLevel = (typeof teamLevels)[number];

export interface Team {
  id: number;
  name: string;
  level: TeamLevel;
  memberIds: readonly number[];
}
