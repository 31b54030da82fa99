import type { Locale } from "../../../../platform/i18n/index.ts";
import type { IconName } from "../../../../ui/index.ts";
import type { TimelineEntry } from "../../rules/sight.ts";
import { togetherWords } from "../../words-together.ts";

/** What happened between requests and orders, as customers are told; empty for everything else. */
export const togetherNamed = ({ name, payload, changes }: TimelineEntry, locale: Locale): string => {
  const w = togetherWords[locale].portal.happened;
  const textOf = (value: unknown): string => (typeof value === "string" ? value : "");
  const number = Number(payload["orderNumber"] ?? payload["number"]);
  const [from, to] = [textOf(payload["fromVersion"]), textOf(payload["toVersion"])];
  switch (name) {
    case "ticket.merged":
      return w.merged;
    case "ticket.absorbed":
      return w.absorbed({ number });
    case "ticket.unmerged":
      return w.unmerged;
    case "ticket.escalated":
      return w.escalated({ number });
    case "ticket.resolved": {
      const version = textOf(payload["orderVersion"]);
      if (payload["orderNumber"] === undefined) return "";
      return [w.resolvedByOrder({ number }), ...(version ? [w.orderVersion({ version })] : [])].join("; ");
    }
    case "ticket.order-planned":
      return from ? w.orderReplanned({ number, from, to }) : w.orderPlanned({ number, to });
    case "ticket.version-planned":
      return w.versionPlanned({ to: textOf(changes.plannedVersion?.to) });
    default:
      return "";
  }
};

export const togetherIcons: Readonly<Record<string, IconName>> = {
  "ticket.merged": "git-merge",
  "ticket.absorbed": "git-merge",
  "ticket.unmerged": "undo-2",
  "ticket.escalated": "chevrons-up",
  "ticket.change-taken-back": "undo-2",
  "ticket.version-planned": "package",
  "ticket.order-planned": "package",
};
