import { administrators } from "../platform/http/access.ts";
import { get, page, type Route } from "../platform/http/route.ts";
import { ActionCard, ActionCards, PageHeader } from "../ui/index.ts";
import { entriesOf, groupsOf, type House } from "./house.ts";
import { NextSteps, openSteps } from "./next-steps.tsx";
import { words } from "./words.ts";

export const adminPath = "/admin";

/** `/admin`: everything that can be set up, under the headings of the navigation. */
export const adminHomeRoute = (house: House): Route =>
  get(adminPath, administrators, async (ask) => {
    const w = words[ask.actor.locale];
    const entries = await entriesOf(house, "admin", ask);
    const groups = groupsOf(entries, { section: adminPath, actor: ask.actor });
    const abouts = new Map(entries.map(({ href, about }) => [href, about]));
    return page(
      w.settings,
      <>
        <PageHeader title={w.settings}>{w.settingsAbout}</PageHeader>
        <NextSteps look="admin" steps={await openSteps(house, ask)} />
        {groups.map(({ heading, items }) => (
          <section key={heading} class="stack gap-3 mt-8">
            {heading && <h2>{heading}</h2>}
            <ActionCards>
              {items.map(({ href, label, icon = "settings" }) => (
                <ActionCard key={href} href={href} icon={icon} title={label}>
                  {abouts.get(href)}
                </ActionCard>
              ))}
            </ActionCards>
          </section>
        ))}
      </>,
      { width: "wide", section: adminPath },
    );
  });
