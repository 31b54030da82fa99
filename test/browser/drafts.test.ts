import { expect, test } from "vitest";
import { newPerson, signInAs } from "../support/browser.ts";

// A draft is everything that somebody typed, not only the long text; it is there again on another machine.

test("a subject alone is kept while it is typed, and comes back in another browser", async () => {
  const first = await newPerson({ locale: "de" });
  await signInAs(first, "manager");
  await first.goto("/requests/new/service_request");
  const saved = first.waitForResponse(
    (answer) => answer.request().method() === "POST" && answer.url().includes("draft"),
  );
  await first.locator("input[name=subject]").pressSequentially("Neue Zeiterfassung im Werk 2");
  expect((await saved).ok()).toBe(true);

  const second = await newPerson({ locale: "de" });
  await signInAs(second, "manager");
  await second.goto("/requests/new/service_request");
  expect(await second.locator("input[name=subject]").inputValue()).toBe("Neue Zeiterfassung im Werk 2");
});

test("so is the subject of a ticket that an agent enters", async () => {
  const first = await newPerson();
  await signInAs(first, "moderator");
  await first.goto("/desk/tickets/new");
  const saved = first.waitForResponse(
    (answer) => answer.request().method() === "POST" && answer.url().includes("draft"),
  );
  await first.locator("input[name=subject]").pressSequentially("Anruf von Frau Thiele");
  expect((await saved).ok()).toBe(true);

  const second = await newPerson();
  await signInAs(second, "moderator");
  await second.goto("/desk/tickets/new");
  expect(await second.locator("input[name=subject]").inputValue()).toBe("Anruf von Frau Thiele");
});

test("two windows that begin a new ticket keep two drafts; sending one leaves the other, and a page lists them all", async () => {
  const one = await newPerson();
  await signInAs(one, "administrator");
  const two = await one.context().newPage();
  const keep = async (page: typeof one, subject: string): Promise<void> => {
    await page.goto("/desk/tickets/new?empty=1");
    const saved = page.waitForResponse((answer) => answer.url().endsWith("/desk/drafts/new"));
    await page.locator("input[name=subject]").pressSequentially(subject);
    expect((await saved).ok()).toBe(true);
    await page.locator("[data-draft-state][data-state=saved]").waitFor();
    expect(await page.locator("[data-draft-state]").getAttribute("data-at")).toMatch(/^\d\d:\d\d$/);
  };
  await keep(one, "Window one");
  await keep(two, "Window two");
  await one.locator("input[name=requester]").fill("window.one@example.org");
  await one.locator("textarea[name=text]").fill("Called at noon.");
  await one.locator("form#new-ticket button.btn-primary").click();
  await one.waitForURL(/\/desk\/tickets\/\d+/);

  await one.goto("/desk/drafts");
  const drafts = one.locator(".earlier-drafts");
  await drafts.getByText("Window two").waitFor();
  expect(await drafts.getByText("Window one").count()).toBe(0);
  await drafts.getByRole("link", { name: "Weiterschreiben" }).first().click();
  await one.waitForURL(/draft=\d+/);
  expect(await one.locator("input[name=subject]").inputValue()).toBe("Window two");
  await one.locator(".notice").getByRole("button", { name: "Verwerfen" }).click();
  await one.waitForURL(/empty=1/);
  await expect.poll(() => one.locator("input[name=subject]").inputValue(), { timeout: 5_000 }).toBe("");
});

test("without the server every field stays in the browser and comes back", async () => {
  const page = await newPerson();
  await signInAs(page, "colleague");
  await page.route("**/requests/draft", (route) => route.fulfill({ status: 503 }));
  await page.goto("/requests/new/service_request?empty=1");
  await page.locator("input[name=subject]").fill("Only here");
  await page.locator("textarea[name=text]").fill("Kept by the browser");
  await page.locator("input[name=priority][value=high]").check();
  await page.locator("input[name=cc]").pressSequentially("cc@example.org");
  await page.locator("[data-draft-state][data-state=failed]").waitFor();
  await page.goto("/requests/new/service_request?empty=1");
  expect(await page.locator("input[name=subject]").inputValue()).toBe("Only here");
  expect(await page.locator("textarea[name=text]").inputValue()).toBe("Kept by the browser");
  expect(await page.locator("input[name=cc]").inputValue()).toBe("cc@example.org");
  expect(await page.locator("input[name=priority][value=high]").isChecked()).toBe(true);
  await page.unroute("**/requests/draft");
  await page.locator("[data-draft-state][data-state=saved]").waitFor();
});

test("whoever writes before the editor is there goes on writing in it, at the same place", async () => {
  const page = await newPerson();
  await signInAs(page, "member");
  await page.goto("/desk");
  const href = (await page.locator("[data-row-link]").first().getAttribute("href")) ?? "";
  let go = (): void => undefined;
  const held = new Promise<void>((resolve) => (go = resolve));
  await page.route(/\/assets\/.*rich-text.*\.js/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(href);
  const text = page.locator("#composer-note-text");
  await page.locator("label:has(#composer-tab-note)").click();
  await text.fill("one\n\ntwo three");
  for (let each = 0; each < 6; each++) await page.keyboard.press("ArrowLeft");
  go();
  await page.locator("#composer-note .rich-text-words").waitFor();
  await page.keyboard.type(" and a half");
  expect(await page.locator("#composer-note textarea").inputValue()).toBe("one\n\ntwo and a half three");
});
