import type { Locale, Reading } from "./i18n/index.ts";

/** Roles of people who work at the desk, weakest first. */
export const agentRoles = ["member", "moderator", "administrator"] as const;
export type AgentRole = (typeof agentRoles)[number];

interface SignedIn extends Reading {
  personId: number;
  name: string;
  email: string | null;
}

/** Somebody who is not signed in. */
export interface Visitor extends Reading {
  kind: "visitor";
}

/** A customer: sees own requests, and those of the organisations named here. */
export interface Customer extends SignedIn {
  kind: "customer";
  organisationIds: readonly number[];
  /** Organisations in which the person may invite and remove members. */
  managedOrganisationIds: readonly number[];
}

/** Somebody who answers at the desk. */
export interface Agent extends SignedIn {
  kind: "agent";
  role: AgentRole;
  teamIds: readonly number[];
}

/** The program itself: a job, an effect, the set-up. `name` says which, for the history. */
export interface System extends Reading {
  kind: "system";
  name: string;
}

/** Who acts. Every action, every policy and every page gets one. */
export type Actor = Visitor | Customer | Agent | System;

export const system = (name: string, locale: Locale = "en"): System => ({
  kind: "system",
  name,
  locale,
  timeZone: "UTC",
});

export const visitor = (reading: Reading): Visitor => ({ kind: "visitor", ...reading });

export const isAgent = (actor: Actor): actor is Agent => actor.kind === "agent";
export const isSignedIn = (actor: Actor): actor is Customer | Agent =>
  actor.kind === "agent" || actor.kind === "customer";

/** Whether the actor's role at the desk is `role` or a stronger one. The system may do what an administrator may. */
export const hasRole = (actor: Actor, role: AgentRole): boolean =>
  actor.kind === "system" || (actor.kind === "agent" && agentRoles.indexOf(actor.role) >= agentRoles.indexOf(role));

/** The person behind the actor, or null for visitors and the system. */
export const personIdOf = (actor: Actor): number | null => (isSignedIn(actor) ? actor.personId : null);
