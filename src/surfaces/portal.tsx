import { isSignedIn } from "../platform/actor.ts";
import { anyone } from "../platform/http/access.ts";
import type { Ask, Page } from "../platform/http/route.ts";
import type { Surface } from "../platform/http/surface.ts";
import { PortalLayout } from "../ui/index.ts";
import { accountOf, FlashOf, languagesOf } from "./account.tsx";
import { framed } from "./framed.tsx";
import { entriesOf, groupsOf, routesOf, type House } from "./house.ts";
import { brandRoute } from "./brand.ts";
import { liveRoute } from "./live.ts";
import { problemPage } from "./problem-page.tsx";

/** What customers see, and everybody who is not signed in. */
export const portalSurface = (house: House): Surface => ({
  name: "portal",
  guard: anyone,
  routes: [...routesOf(house, "portal"), liveRoute(house.features), brandRoute],
  frame: (ask, page) =>
    framed(
      house,
      { ask, page },
      {
        surface: "portal",
        unlisted: isSignedIn(ask.actor),
        layout: (name) => layout(house, { ask, page, name }),
      },
    ),
  problem: problemPage,
});

const layout = async (house: House, { ask, page, name }: { ask: Ask; page: Page; name: string }) => {
  const entries = await entriesOf(house, "portal", ask);
  const section = page.section ?? ask.path;
  return (
    <PortalLayout
      brand={{ name, href: "/" }}
      nav={groupsOf(entries, { section, actor: ask.actor }).flatMap((group) => group.items)}
      account={accountOf(ask, entries)}
      signInHref={`/sign-in?next=${encodeURIComponent(ask.url)}`}
      languages={languagesOf(ask)}
      flashes={<FlashOf flash={ask.flash} />}
      hero={page.hero}
      width={page.width === "flush" || page.width === "full" ? "wide" : page.width}
    >
      {page.body}
    </PortalLayout>
  );
};
