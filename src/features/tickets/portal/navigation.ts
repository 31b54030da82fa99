import type { NavigationEntry } from "../../../platform/feature.ts";
import type { Ask } from "../../../platform/http/route.ts";
import { approvalNavigation } from "../../approvals/index.ts";
import { filterOf } from "../filter.ts";
import { upTo } from "../rules/counting.ts";
import { countTickets } from "../store/lists.ts";
import { draftWords } from "../words-drafts.ts";
import { portalWords } from "../words-portal.ts";

/** Customers' way through the portal; visitors see what they can do without an account. */
export const portalNavigation = async (ask: Ask): Promise<NavigationEntry[]> => {
  const { context, actor } = ask;
  const { db } = context;
  const w = portalWords[actor.locale].navigation;
  const start: NavigationEntry = { href: "/", label: w.start, icon: "house" };
  if (actor.kind === "agent") return [start];
  const submit: NavigationEntry = { href: "/requests/new", label: w.submit, icon: "plus" };
  if (actor.kind !== "customer") return [start, submit];
  const [waiting = 0] = await countTickets(db, actor, [filterOf({ relation: "own", statuses: ["waiting"] })]);
  const requests: NavigationEntry = {
    href: "/requests",
    label: w.requests,
    icon: "messages-square",
    ...(waiting > 0 && { ...upTo(waiting), countLabel: w.waitingForYou }),
  };
  const drafts: NavigationEntry = {
    href: "/requests/drafts",
    label: draftWords[actor.locale].title,
    icon: "pencil",
    inAccountMenu: true,
  };
  return [start, requests, ...(await approvalNavigation(ask)), submit, drafts];
};
