import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { expectNoAxeViolations, newPerson, numberOfDemoTicket, signInAs } from "../support/browser.ts";
import type { DemoRole } from "../support/demo.ts";

// Every page that people meet: accessible, nowhere wider than the screen, in the reader's language.

/** Of the ticket that `:ticket` stands for below. */
const subject = "Arbeitsvorbereitung: Stückliste";

interface Walk {
  who: DemoRole | "visitor";
  /** What people see most: in every look. */
  paths: readonly string[];
  /** Each in one look; the looks take turns. A pair is a list and the address below which its first link is followed. */
  once?: readonly (string | readonly [list: string, below: string])[];
}

const walks: readonly Walk[] = [
  {
    who: "visitor",
    paths: ["/", "/sign-in"],
    once: ["/sign-in/link", "/register", "/register/sent", "/password", "/nowhere"],
  },
  {
    who: "customer",
    paths: ["/", "/requests", "/requests/:ticket", "/requests/new/malfunction"],
    once: [
      "/requests?show=cc",
      "/requests?show=organisation&status=all",
      "/requests?q=nothing-like-this",
      "/requests/new",
      "/requests/drafts",
      ["/requests?status=all&q=Passwort", "/requests/1"],
      "/requests/99999",
      "/approvals",
      "/profile",
      "/organisation",
      "/admin",
    ],
  },
  { who: "manager", paths: [], once: ["/organisation", "/"] },
  {
    who: "administrator",
    paths: ["/desk", "/desk/tickets/:ticket", "/desk/tickets/new", "/admin"],
    once: [
      "/desk?layout=board",
      "/desk?q=nothing-like-this",
      "/desk/tickets/:ticket?do=merge&number=10001",
      "/desk/tickets/:ticket?do=escalate",
      "/desk/tickets/:ticket/deadlines",
      "/desk/tickets/:ticket/drafts",
      ["/desk?status=all&q=Nightly", "/desk/tickets/1"],
      "/desk/tickets/99999",
      "/desk/nothing/here",
      "/desk/merge?tickets=1,2,3",
      "/desk/tasks",
      "/desk/drafts",
      "/admin/nowhere",
      "/admin/desk",
      "/admin/presets",
      "/admin/people",
      "/admin/people/new",
      ["/admin/people", "/admin/people/"],
      "/admin/organisations",
      "/admin/organisations/new",
      ["/admin/organisations", "/admin/organisations/"],
      "/admin/packages",
      "/admin/packages/new",
      ["/admin/packages", "/admin/packages/"],
      "/admin/teams",
      "/admin/teams/new",
      ["/admin/teams", "/admin/teams/"],
      "/admin/products",
      ["/admin/products", "/admin/products/"],
      ["/admin/products/1", "/admin/products/1/versions/"],
      ["/admin/products/1", "/admin/products/1/modules/"],
      "/desk/tickets/:ticket/suppliers",
      "/desk/tickets/:ticket/suppliers/new",
      "/admin/suppliers",
      "/admin/suppliers/new",
      "/admin/canned-answers",
      "/admin/canned-answers/new",
      ["/admin/canned-answers", "/admin/canned-answers/"],
      "/admin/calendars",
      "/admin/calendars/new",
      ["/admin/calendars", "/admin/calendars/"],
      "/admin/service-levels",
      "/admin/service-levels/new",
      ["/admin/service-levels", "/admin/service-levels/"],
      "/admin/mail-addresses",
      "/admin/mail-addresses/new",
      ["/admin/mail-addresses", "/admin/mail-addresses/"],
      "/admin/mail-addresses/1/mailbox",
      "/admin/ticket-types",
      "/admin/ticket-types/2",
      "/admin/ticket-types/4/statuses",
      "/admin/ticket-types/2/form?customFields.affected=some_users",
      "/admin/ticket-types/2/fields/3",
      "/admin/ticket-types/2/fields/new",
      "/admin/ticket-types/5/procedure",
      "/admin/ticket-types/5/stages/new",
      ["/admin/ticket-types/5/procedure", "/admin/ticket-types/5/stages/"],
      "/admin/priorities",
      "/admin/development-statuses",
      ["/admin/development-statuses", "/admin/development-statuses/"],
      "/admin/audit",
      "/admin/mailbox",
      "/admin/mailbox/addresses",
      ["/admin/mailbox", "/admin/mailbox/"],
      "/admin/incoming-mail",
      "/dev/mail",
      ["/dev/mail", "/dev/mail/de/"],
    ],
  },
];

const looks = [
  { locale: "de", colorScheme: "light", width: 1440 },
  { locale: "en", colorScheme: "dark", width: 390 },
  { locale: "de", colorScheme: "light", width: 390 },
  { locale: "en", colorScheme: "dark", width: 1440 },
  { locale: "de", colorScheme: "dark", width: 360 },
] as const;

const isTooWide = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** What is wrong with the page that is shown. */
const faultsOf = async (page: Page): Promise<string[]> => {
  const wrong: string[] = [];
  await expectNoAxeViolations(page).catch((error: unknown) => wrong.push(String(error)));
  const over = await isTooWide(page);
  if (over > 0) wrong.push(`${page.url()} is ${over} pixels wider than the screen`);
  return wrong;
};

let ticket: string | undefined;

const open = async (page: Page, place: string | readonly [string, string]): Promise<void> => {
  if (typeof place === "string") {
    if (place.includes(":ticket")) ticket ??= await numberOfDemoTicket(page, subject);
    await page.goto(place.replace(":ticket", ticket ?? ""));
    return;
  }
  const [list, below] = place;
  await page.goto(list);
  const hrefs = await page
    .locator(`main a[href^="${below}"]`)
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  const one = hrefs.find((href) => !/\/(new|addresses)\b/.test(href.slice(below.length - 1)));
  if (one === undefined) throw new Error(`${list} leads to nothing below ${below}`);
  await page.goto(one);
};

test.each(walks.flatMap((walk) => looks.map((look, turn) => ({ ...walk, ...look, turn }))))(
  "$who, $locale, $colorScheme, $width wide",
  async ({ who, paths, once = [], locale, colorScheme, width, turn }) => {
    const page = await newPerson({ locale, colorScheme, viewport: { width, height: 900 } });
    if (who !== "visitor") await signInAs(page, who);
    const wrong: string[] = [];
    for (const place of [...paths, ...once.filter((_place, index) => index % looks.length === turn)]) {
      await open(page, place);
      wrong.push(...(await faultsOf(page)));
    }
    expect(wrong).toEqual([]);
  },
);

test("a form whose sender was signed out meanwhile is kept, and shown again after signing in", async () => {
  const page = await newPerson({ locale: "de", viewport: { width: 390, height: 900 } });
  await signInAs(page, "customer");
  await page.goto(`/requests/${await numberOfDemoTicket(page, subject)}`);
  await page.getByPlaceholder("Schreiben Sie Ihre Antwort").fill("Das ist noch nicht gesendet.");
  await page.context().clearCookies();
  await page.getByRole("button", { name: "Antwort senden" }).click();
  await page.waitForURL("**/sign-in?next=*");
  expect(await faultsOf(page)).toEqual([]);
  const next = new URL(page.url()).searchParams.get("next") ?? "";
  await signInAs(page, "customer");
  await page.goto(next);
  await page.getByText("Das ist noch nicht gesendet.").first().waitFor();
  expect(await faultsOf(page)).toEqual([]);
});

test("nobody reads that his entries are still there where a password was among them", async () => {
  const page = await newPerson({ locale: "de" });
  const kept = page.getByText("Ihre Eingaben sind noch da.");
  await page.goto("/sign-in");
  await page.locator("input[name=email]").fill("wer@auch.example");
  await page.locator("input[name=password]").fill("falsch");
  await page.locator("form:has(input[name=password]) [type=submit]").first().click();
  await page.locator("[data-error-summary]").waitFor();
  expect(await kept.isVisible()).toBe(false);
  await page.goto("/register");
  await page.locator("input[name=email]").fill("niemand");
  await page.locator("form:has(input[name=email]) [type=submit]").last().click();
  await page.locator("[data-error-summary]").waitFor();
  expect(await kept.isVisible()).toBe(true);
});

test("an agent who may not enter the administration is told whom to ask, and led back to work", async () => {
  const page = await newPerson({ locale: "de" });
  await signInAs(page, "member", "de");
  expect((await page.goto("/admin"))?.status()).toBe(403);
  await page.getByText("fragen Sie einen Administrator").waitFor();
  await page.getByRole("link", { name: "Zum Service-Desk" }).click();
  await page.waitForURL("**/desk");
});

test("on a phone what a page says of itself stands above its buttons", async () => {
  const page = await newPerson({ locale: "en", viewport: { width: 390, height: 900 } });
  await signInAs(page, "administrator");
  await page.goto("/admin/people");
  const yOf = async (part: string) => (await page.locator(`.page-head ${part}`).boundingBox())!.y;
  expect(await yOf("h1")).toBeLessThan(await yOf(".page-head-about"));
  expect(await yOf(".page-head-about")).toBeLessThan(await yOf(".page-head-actions"));
});

test("a folded part is as wide as those around it", async () => {
  const page = await newPerson({ locale: "en", viewport: { width: 1440, height: 900 } });
  await signInAs(page, "administrator");
  await page.goto("/admin/calendars/1");
  const widths = await page
    .locator(".panel-card", { has: page.locator("h2") })
    .evaluateAll((panels) => panels.map((panel) => [panel.tagName, panel.getBoundingClientRect().width] as const));
  const open = widths.find(([tag]) => tag === "SECTION");
  const folded = widths.find(([tag]) => tag === "DETAILS");
  expect(folded?.[1]).toBe(open?.[1]);
});

test("an agent who comes to where nothing is keeps the way to everything else", async () => {
  const page = await newPerson({ locale: "de" });
  await signInAs(page, "administrator");
  for (const [path, link] of [
    ["/desk/tickets/99999", "Nicht zugewiesen"],
    ["/desk/nothing/here", "Nicht zugewiesen"],
    ["/admin/nowhere", "Ticketarten"],
  ] as const) {
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(404);
    await page.getByRole("link", { name: link }).first().waitFor();
  }
});
