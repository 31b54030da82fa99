import { mailGalleryRoutes } from "../features/outgoing-mail/index.ts";
import { administrators, agents, type Access } from "../platform/http/access.ts";
import type { Ask, Page, Route } from "../platform/http/route.ts";
import type { Surface } from "../platform/http/surface.ts";
import { AdminLayout, DeskLayout, LinkButton } from "../ui/index.ts";
import { accountOf, FlashOf } from "./account.tsx";
import { adminHomeRoute } from "./admin-home.tsx";
import { auditRoute } from "./audit/route.tsx";
import { galleryRoute } from "./dev.tsx";
import { framed } from "./framed.tsx";
import { entriesOf, groupsOf, routesOf, type House } from "./house.ts";
import { NextSteps, openSteps } from "./next-steps.tsx";
import { problemPage } from "./problem-page.tsx";
import { Asides, asidesOf } from "./asides.tsx";
import { Proposals, proposalsOf } from "./proposals.tsx";
import { changedBy } from "./changed-by.ts";
import { usesOf, WhereUsed } from "./where-used.tsx";
import { words } from "./words.ts";

const deskPath = "/desk";

/** Where agents work. */
export const deskSurface = (house: House): Surface => office(house, { name: "desk", guard: agents });

/** Where the desk is set up. Single routes may ask for more than an agent; none may ask for less. */
export const adminSurface = (house: House): Surface =>
  office(house, {
    name: "admin",
    guard: administrators,
    more: [adminHomeRoute(house), auditRoute(house), galleryRoute(house), ...mailGalleryRoutes(house.features)],
  });

interface Office {
  name: "desk" | "admin";
  guard: Access;
  /** Routes that belong to no feature alone. */
  more?: readonly Route[];
}

const office = (house: House, { name, guard, more = [] }: Office): Surface => ({
  name,
  guard,
  routes: [...routesOf(house, name), ...more],
  frame: (ask, page) =>
    framed(
      house,
      { ask, page },
      { surface: "desk", unlisted: true, layout: (deskName) => layout(house, { ask, page, name, deskName }) },
    ),
  problem: problemPage,
  changedBy: (ask, what) => changedBy(house, ask, what),
});

interface Place {
  ask: Ask;
  page: Page;
  name: Office["name"];
  deskName: string;
}

const layout = async (house: House, { ask, page, name, deskName }: Place) => {
  const entries = await entriesOf(house, name, ask);
  const account = accountOf(ask, entries);
  if (!account) throw new Error("an office page was framed for somebody who is not signed in");
  const w = words[ask.actor.locale];
  const frame = {
    brand: { name: deskName, href: "/desk" },
    groups: groupsOf(entries, { section: page.section ?? ask.url, actor: ask.actor }),
    account,
    search: { action: "/desk", label: w.search, value: ask.query.get("q") ?? "", hotkey: "/" },
    flashes: <FlashOf flash={ask.flash} />,
    actions: (
      <LinkButton href="/desk/tickets/new" icon="plus" size="sm" kind="primary" hotkey="c">
        {w.newTicket}
      </LinkButton>
    ),
  };
  const asides = page.proposalsOf ? await asidesOf(house, ask, page.proposalsOf) : [];
  if (name === "admin")
    return (
      <AdminLayout {...frame} width={page.width === "wide" || page.width === "page" ? "wide" : "form"}>
        {page.body}
        {page.usesOf && <WhereUsed uses={await usesOf(house, ask, page.usesOf)} />}
      </AdminLayout>
    );
  return (
    <DeskLayout
      {...frame}
      list={page.list}
      aside={
        page.proposalsOf ? (
          <>
            <Proposals proposals={await proposalsOf(house, ask, page.proposalsOf)} />
            <Asides asides={asides.filter(({ lines }) => lines.length > 0)} />
            {page.aside}
            <Asides asides={asides.filter(({ lines }) => lines.length === 0)} />
          </>
        ) : (
          page.aside
        )
      }
      width={page.width === "flush" || page.width === "full" ? page.width : "read"}
    >
      {ask.path === deskPath && <NextSteps look="desk" steps={await openSteps(house, ask)} />}
      {page.body}
    </DeskLayout>
  );
};
