import type { NavigationEntry } from "../../platform/feature.ts";
import type { Ask } from "../../platform/http/route.ts";
import { auditPath } from "./query.ts";
import { auditWords } from "./words.ts";

/** The log belongs to no feature, so the surface names it in the navigation. */
export const auditEntry = ({ actor }: Ask): NavigationEntry => {
  const w = auditWords[actor.locale];
  return { href: auditPath, label: w.title, icon: "list-ordered", heading: w.heading, about: w.navigationAbout };
};
