import { personIdOf } from "../platform/actor.ts";
import { searchEvents } from "../platform/events.ts";
import type { Ask } from "../platform/http/route.ts";
import type { House } from "./house.ts";

const most = 100;

/** Who has changed the settings of a page since then, by the audit log; not whoever asks. */
export const changedBy = async (
  { features }: House,
  { context: { db }, actor }: Ask,
  { page, since }: { page: string; since: Date },
): Promise<string> => {
  const areas = new Map(features.flatMap(({ audited }) => Object.entries(audited ?? {})));
  const kinds = [...areas].map(([kind, { events: names }]) => ({ kind, ...(names && { names }) }));
  const { events } = await searchEvents(db, { kinds }, { offset: 0, limit: most });
  const isShown = (href: string | undefined): boolean =>
    href !== undefined && new RegExp(`^${RegExp.escape(href)}(?![^/?#])`).test(page);
  const names = events
    .filter(({ at, actor: { id }, subject }) => {
      const isOthers = at >= since && id !== personIdOf(actor);
      return isOthers && isShown(areas.get(subject.kind)?.href?.(subject.id));
    })
    .map(({ actor: { name } }) => name);
  return [...new Set(names)].join(", ");
};
