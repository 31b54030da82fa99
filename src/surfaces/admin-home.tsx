import { administrators } from "../platform/http/access.ts";
import { get, page, type Route } from "../platform/http/route.ts";
import { ActionCard, ActionCards, PageHeader } from "../ui/index.ts";
import { entriesOf, groupsOf, type House } from "./house.ts";
import { words } from "./words.ts";

export const adminPath = "/admin";

/** `/admin`: everything that can be set up, under the headings of the navigation. */
export const adminHomeRoute = (house: House): Route =>
  get(adminPath, administrators, async (ask) => {
    const w = words[ask.actor.locale];
    const groups = groupsOf(await entriesOf(house, "admin", ask), { section: adminPath, actor: ask.actor });
    return page(
      w.settings,
      <>
        <PageHeader title={w.settings}>{w.settingsAbout}</PageHeader>
        {groups.map(({ heading, items }) => (
          <section key={heading} class="stack gap-3 mt-8">
            {heading && <h2>{heading}</h2>}
            <ActionCards>
              {items.map(({ href, label, icon = "settings" }) => (
                <ActionCard key={href} href={href} icon={icon} title={label} />
              ))}
            </ActionCards>
          </section>
        ))}
      </>,
      { width: "wide", section: adminPath },
    );
  });
