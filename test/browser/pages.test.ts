import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { expectNoAxeViolations, newPerson, signInAs } from "../support/browser.ts";
import type { DemoRole } from "../support/demo.ts";

// Every page that people meet: accessible, nowhere wider than the screen, in the reader's language.

interface Walk {
  who: DemoRole | "visitor";
  paths: readonly string[];
}

const walks: readonly Walk[] = [
  { who: "visitor", paths: ["/", "/sign-in", "/sign-in/link", "/register", "/password", "/nowhere"] },
  {
    who: "customer",
    paths: [
      "/",
      "/requests",
      "/requests?list=cc",
      "/requests?q=nothing-like-this",
      "/requests/new",
      "/requests/new/malfunction",
      "/requests/10054",
      "/requests/99999",
      "/profile",
      "/organisation",
      "/admin",
    ],
  },
  { who: "manager", paths: ["/organisation", "/"] },
  {
    who: "administrator",
    paths: [
      "/desk",
      "/desk?layout=board",
      "/desk?q=nothing-like-this",
      "/desk/tickets/10054",
      "/desk/tickets/10054?do=merge&number=10055",
      "/desk/tickets/10054?do=escalate",
      "/desk/merge?tickets=1,2,3",
      "/desk/tasks",
      "/desk/tickets/new",
      "/admin",
      "/admin/desk",
      "/admin/people",
      "/admin/people/new",
      "/admin/people/1",
      "/admin/organisations",
      "/admin/organisations/1",
      "/admin/packages",
      "/admin/packages/2",
      "/admin/packages/new",
      "/admin/teams",
      "/admin/teams/1",
      "/admin/products",
      "/admin/ticket-types",
      "/admin/ticket-types/2",
      "/admin/ticket-types/4/statuses",
      "/admin/ticket-types/2/form?customFields.affected=some_users",
      "/admin/ticket-types/2/fields/3",
      "/admin/ticket-types/5/procedure",
      "/admin/priorities",
      "/admin/development-statuses",
      "/admin/audit",
      "/admin/mailbox",
      "/admin/mailbox/addresses",
      "/admin/incoming-mail",
      "/dev/mail",
      "/desk/tickets/99999",
    ],
  },
];

const looks = [
  { locale: "de", colorScheme: "light", width: 1440 },
  { locale: "en", colorScheme: "dark", width: 390 },
  { locale: "de", colorScheme: "dark", width: 360 },
] as const;

const isTooWide = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test.each(walks.flatMap((walk) => looks.map((look) => ({ ...walk, ...look }))))(
  "$who, $locale, $colorScheme, $width wide",
  async ({ who, paths, locale, colorScheme, width }) => {
    const page = await newPerson({ locale, colorScheme, viewport: { width, height: 900 } });
    if (who !== "visitor") await signInAs(page, who);
    const wrong: string[] = [];
    for (const path of paths) {
      await page.goto(path);
      await expectNoAxeViolations(page).catch((error: unknown) => wrong.push(String(error)));
      const over = await isTooWide(page);
      if (over > 0) wrong.push(`${path} is ${over} pixels wider than the screen`);
    }
    expect(wrong).toEqual([]);
  },
);
