import type { AgentRole } from "../../../platform/actor.ts";

/** What somebody is at the desk; weakest first. */
export const roles = ["customer", "member", "moderator", "administrator"] as const;
export type Role = (typeof roles)[number];

export const isAgentRole = (role: Role): role is AgentRole => role !== "customer";

export const teamLevels = ["first", "second", "technical"] as const;
export type TeamLevel = (typeof teamLevels)[number];
