import { isAgent, type Actor, type Customer } from "../../../platform/actor.ts";
import { Forbidden } from "../../../platform/errors.ts";
import type { Access } from "../../../platform/http/access.ts";
import { redirect, type Answer, type Ask, type Route } from "../../../platform/http/route.ts";

/** Customers' forms: what an agent says belongs to the desk, where it is sent as ours. */
export const customers: Access = { name: "customers", allows: ({ kind }: Actor) => kind === "customer" };

export const customerOf = ({ actor }: Ask): Customer => {
  if (actor.kind !== "customer") throw new Forbidden();
  return actor;
};

/** Customers get the page, agents their own page about the same. */
export const orAtDesk =
  (deskPath: (ask: Ask) => string, run: (ask: Ask, actor: Customer) => Promise<Answer> | Answer): Route["run"] =>
  (ask) =>
    isAgent(ask.actor) ? redirect(deskPath(ask)) : run(ask, customerOf(ask));
