import type { Feature, Use } from "../../platform/feature.ts";
import type { Ask } from "../../platform/http/route.ts";
import { plural } from "../../platform/i18n/index.ts";
import { getCalendar } from "../working-time/index.ts";
import { countTargetsNaming, listTargetsInForce } from "./store.ts";
import { serviceLevelsPath } from "./views/paths.ts";
import { eventWords, words } from "./words.ts";

const naming =
  (column: Parameters<typeof countTargetsNaming>[1]) =>
  async ({ context, actor }: Ask, id: number): Promise<readonly Use[]> => {
    const count = await countTargetsNaming(context.db, column, id);
    return [{ label: plural(count, words[actor.locale].uses), count, href: serviceLevelsPath }];
  };

const withoutCalendar = async ({ context, actor }: Ask): Promise<readonly Use[]> => {
  const count = (await listTargetsInForce(context.db)).filter(({ calendarId }) => calendarId === null).length;
  return [{ label: plural(count, words[actor.locale].usesDefault), count, href: serviceLevelsPath }];
};

/** What is promised, and for what, as the audit log calls it. */
const settingsIn = (w: typeof words.en): Readonly<Record<string, string>> => ({
  packageId: w.package,
  typeId: w.type,
  priority: w.priority,
  ...w.kinds,
  warnBefore: w.warnBefore,
  calendarId: w.calendar,
});

/** The pages are mounted by the tickets' feature (see `serviceLevelAdminRoutes`). */
export const serviceLevelsFeature: Feature = {
  name: "service-levels",
  navigation: {
    admin: ({ actor }) => {
      const w = words[actor.locale];
      return [{ href: serviceLevelsPath, label: w.title, icon: "clock", heading: w.heading, about: w.effect }];
    },
  },
  uses: {
    calendar: async (ask, id) => {
      const { isDefault } = await getCalendar(ask.context.db, id);
      return [...(await naming("calendar_id")(ask, id)), ...(isDefault ? await withoutCalendar(ask) : [])];
    },
    "care-package": naming("package_id"),
    "ticket-type": naming("type_id"),
  },
  effects: { "service-level.added": [], "service-level.changed": [], "service-level.ended": [] },
  audited: {
    "service-level": {
      label: { en: words.en.title, de: words.de.title },
      href: () => serviceLevelsPath,
      settings: { en: settingsIn(words.en), de: settingsIn(words.de) },
    },
  },
  eventWords,
};
