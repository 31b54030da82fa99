import { isSignedIn } from "../../platform/actor.ts";
import type { NavigationEntry } from "../../platform/feature.ts";
import type { Ask } from "../../platform/http/route.ts";
import { now } from "../../platform/time.ts";
import { approvalsPath } from "./links.ts";
import { countPendingOf } from "./store.ts";
import { pageWords } from "./words.pages.ts";

/** Only for people who were ever asked; for everybody else it would be one more thing to understand. */
export const approvalNavigation = async ({ context, actor }: Ask): Promise<readonly NavigationEntry[]> => {
  if (!isSignedIn(actor)) return [];
  const { pending, all } = await countPendingOf(context.db, actor.personId, now());
  if (all === 0) return [];
  const w = pageWords[actor.locale];
  return [
    {
      href: approvalsPath,
      label: w.approvals,
      icon: "badge-check",
      ...(pending > 0 && { count: pending, countLabel: w.pendingLabel }),
    },
  ];
};
