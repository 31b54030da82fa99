import type { Reader } from "../../platform/db/db.ts";
import type { Json } from "../../platform/events.ts";
import type { Settings } from "../../platform/settings.ts";
import { offerOf } from "./offer.ts";
import { formatDuration, formatWarnBefore } from "./rules/durations.ts";
import { clockKinds } from "./rules/targets.ts";
import type { TargetFacts } from "./store.ts";
import { forWhom } from "./views/target-list.tsx";
import { words } from "./words.ts";

interface Said {
  /** For which tickets. */
  name: { en: string; de: string };
  settings: Settings;
}

/** A promise as the audit log keeps it: in words, which still say what it was when names have changed. */
export const saidOf = async (db: Reader, facts: TargetFacts): Promise<Said> => {
  const offer = await offerOf(db);
  const { packageId, typeId, priority, calendarId, minutes, warnBefore } = facts;
  const calendar = offer.calendars.find(({ id }) => id === calendarId);
  return {
    name: { en: forWhom(facts, offer, "en"), de: forWhom(facts, offer, "de") },
    settings: {
      packageId: namesOf(offer.packages.find(({ id }) => id === packageId)),
      typeId: namesOf(offer.types.find(({ id }) => id === typeId)),
      priority: priority && { en: words.en.priorities[priority], de: words.de.priorities[priority] },
      ...Object.fromEntries(
        clockKinds.map((kind) => [kind, minutes[kind] === null ? null : formatDuration(minutes[kind])]),
      ),
      warnBefore: warnBefore && formatWarnBefore(warnBefore),
      calendarId: calendar?.name ?? { en: words.en.teamCalendar, de: words.de.teamCalendar },
    },
  };
};

const namesOf = (entry: { names: Readonly<Record<"en" | "de", string>> } | undefined): Json =>
  entry ? { en: entry.names.en, de: entry.names.de } : null;
