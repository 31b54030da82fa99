import { isSignedIn, type Actor } from "../platform/actor.ts";
import type { NavigationEntry, Feature, SurfaceName } from "../platform/feature.ts";
import { isDatabaseAway } from "../platform/db/away.ts";
import type { Ask } from "../platform/http/route.ts";
import { formatNumber } from "../platform/i18n/index.ts";
import { now } from "../platform/time.ts";
import { findDesk } from "../features/desk-settings/index.ts";
import { auditEntry } from "./audit/entry.ts";
import { iconNames, type IconName, type NavGroup, type NavItem, type Ui } from "../ui/index.ts";

/** What all surfaces are made of. */
export interface House {
  features: readonly Feature[];
  /** The public path of a built file by its logical name. */
  asset(name: string): string;
}

export const uiOf = (house: House, { actor, nonce }: Ask): Ui => ({
  locale: actor.locale,
  timeZone: actor.timeZone,
  now: now(),
  asset: (name) => house.asset(name),
  nonce,
});

/** Before the set-up, and while the database is away, the desk has no name of its own. */
export const deskLook = async ({ context }: Ask): Promise<{ name: string; colour: string | undefined }> => {
  const unknown = { name: "Tresen", colour: undefined };
  try {
    return (await findDesk(context.db)) ?? unknown;
  } catch (error) {
    if (isDatabaseAway(error)) return unknown;
    throw error;
  }
};

export const routesOf = ({ features }: House, surface: SurfaceName) =>
  features.flatMap((feature) => feature.routes?.[surface] ?? []);

/** The features' entries for this person, in the features' order. */
export const entriesOf = async (
  { features }: House,
  surface: SurfaceName,
  ask: Ask,
): Promise<readonly NavigationEntry[]> => {
  const entries = await Promise.all(
    features.map(async (feature) => (await feature.navigation?.[surface]?.(ask)) ?? []),
  );
  return [...entries.flat(), ...(surface === "admin" ? [auditEntry(ask)] : [])].toSorted(
    (one, other) => Number(one.atEnd ?? false) - Number(other.atEnd ?? false),
  );
};

const isIcon = (name: string): name is IconName => (iconNames as readonly string[]).includes(name);

const itemOf = (entry: NavigationEntry, section: string, actor: Actor): NavItem => {
  if (!isIcon(entry.icon)) throw new Error(`navigation entry ${entry.href}: no icon is called ${entry.icon}`);
  return {
    href: entry.href,
    label: entry.label,
    icon: entry.icon,
    current: entry.href === section,
    ...(entry.count !== undefined && { count: formatNumber(entry.count, actor.locale) + (entry.isMore ? "+" : "") }),
    ...(entry.countLabel && { countLabel: entry.countLabel }),
    ...(entry.hotkey && { hotkey: entry.hotkey }),
    ...(entry.dock && { dock: true }),
  };
};

/** Entries under their headings, in the order in which the headings first occur. */
export const groupsOf = (
  entries: readonly NavigationEntry[],
  { section, actor }: { section: string; actor: Actor },
): NavGroup[] => {
  const groups = new Map<string, NavItem[]>();
  for (const entry of entries.filter((each) => !each.inAccountMenu)) {
    const heading = entry.heading ?? "";
    groups.set(heading, [...(groups.get(heading) ?? []), itemOf(entry, section, actor)]);
  }
  return [...groups].map(([heading, items]) => ({ items, ...(heading && { heading }) }));
};

/** Where the live stream of a page is, or undefined for pages and people without one. */
export const liveUrlOf = ({ actor }: Ask, topics: readonly string[]): string | undefined =>
  topics.length > 0 && isSignedIn(actor)
    ? `/live?${topics.map((topic) => `topic=${encodeURIComponent(topic)}`).join("&")}`
    : undefined;
