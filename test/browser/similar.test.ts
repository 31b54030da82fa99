import { expect, test } from "vitest";
import { expectNoAxeViolations, newPerson, signInAs } from "../support/browser.ts";

test("while the subject is typed similar requests appear, and nothing moves", async () => {
  const page = await newPerson({ locale: "de" });
  await signInAs(page, "customer");
  await page.goto("/requests");
  const subject = ((await page.locator("main table tbody a").first().textContent()) ?? "").trim();
  await page.goto("/requests/new/service_request?empty=1");
  const below = page.locator("textarea[name=text]");
  const before = await below.boundingBox();
  await page.locator("input[name=subject]").pressSequentially(subject.slice(0, -2), { delay: 20 });
  const found = page.locator("#similar summary");
  await found.waitFor();
  expect(await found.textContent()).toContain(subject);
  expect(await below.boundingBox()).toEqual(before);
  await expectNoAxeViolations(page);
  await found.click();
  await page.locator("#similar a").first().waitFor();
  await page.locator("input[name=subject]").fill("");
  await found.waitFor({ state: "detached" });
});
