import { hasRole, isAgent, isSignedIn, type Actor } from "../actor.ts";

/** Who may call a route. Every route names one; a route without stops the program at start-up. */
export interface Access {
  name: string;
  allows(actor: Actor): boolean;
}

export const anyone: Access = { name: "anyone", allows: () => true };
export const signedIn: Access = { name: "signed in", allows: isSignedIn };
export const agents: Access = { name: "agents", allows: isAgent };
export const moderators: Access = { name: "moderators", allows: (actor) => hasRole(actor, "moderator") };
export const administrators: Access = { name: "administrators", allows: (actor) => hasRole(actor, "administrator") };
