import type { Locale } from "../../../../platform/i18n/index.ts";
import type { IconName } from "../../../../ui/index.ts";
import { refusal, type RefusalName } from "../../rules/refusals.ts";
import type { TimelineEntry } from "../../rules/sight.ts";
import { togetherWords } from "../../words-together.ts";

/** What happened between tickets, or with tasks; undefined for everything else. */
export const togetherHappened = (
  { name, payload, changes }: Pick<TimelineEntry, "name" | "payload" | "changes">,
  locale: Locale,
): string | undefined => {
  const { happened } = togetherWords[locale];
  const textOf = (value: unknown): string => (typeof value === "string" ? value : "");
  const numberOf = (value: unknown): number => (typeof value === "number" ? value : 0);
  const { orderNumber, intoNumber, number, title, count, because, refused, mailed } = payload;
  const key = name === "ticket.resolved" && typeof orderNumber === "number" ? "ticket.resolved-by-order" : name;
  return happened[key]?.({
    number: numberOf(orderNumber ?? intoNumber ?? number),
    title: textOf(title),
    count: numberOf(count),
    because: textOf(because),
    refused: typeof refused === "string" ? refusal(refused as RefusalName).say(locale) : "",
    mailed: Array.isArray(mailed) ? mailed.join(", ") : "",
    from: textOf(changes.plannedVersion?.from ?? payload["fromVersion"]),
    to: textOf(changes.plannedVersion?.to ?? payload["toVersion"]),
    orderVersion: textOf(payload["orderVersion"]),
  });
};

/** Changes that these sentences say themselves. */
export const saidTogether: readonly string[] = ["mergedInto", "statusBeforeMerge", "plannedVersion"];

export const togetherIcons: Readonly<Record<string, IconName>> = {
  "ticket.merged": "git-merge",
  "ticket.absorbed": "git-merge",
  "ticket.unmerged": "undo-2",
  "ticket.gave-back": "undo-2",
  "ticket.split": "copy",
  "ticket.words-brought": "copy",
  "ticket.passed-on": "arrow-right",
  "ticket.escalated": "chevrons-up",
  "ticket.order-ended": "circle-play",
  "ticket.version-planned": "package",
  "ticket.order-planned": "package",
  "ticket.change-taken-back": "undo-2",
  "ticket.task-added": "list",
  "ticket.task-changed": "list",
  "ticket.task-done": "check",
  "ticket.task-reopened": "list",
  "ticket.task-removed": "list",
};
