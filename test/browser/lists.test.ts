import { expect, test } from "vitest";
import { expectNoAxeViolations, newPerson, signInAs } from "../support/browser.ts";

test("on a laptop every subject of the queue can be read", async () => {
  const page = await newPerson({ locale: "de", viewport: { width: 1280, height: 900 } });
  await signInAs(page, "administrator");
  await page.goto("/desk?status=unfinished");
  const cut = await page
    .locator(".subject-link")
    .evaluateAll(
      (links) =>
        links.filter((link) => link.scrollHeight > link.clientHeight + 2 || link.scrollWidth > link.clientWidth + 2)
          .length,
    );
  const all = await page.locator(".subject-link").count();
  expect(all).toBeGreaterThan(5);
  expect(cut / all).toBeLessThan(0.2);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280);
});

test("on a phone the filters of the portal wait behind one button, also without script", async () => {
  for (const javaScript of [true, false]) {
    const page = await newPerson({ locale: "de", viewport: { width: 390, height: 800 }, javaScript });
    await signInAs(page, "customer");
    await page.goto("/requests");
    const status = page.locator("select[name=status]");
    expect(await status.isVisible()).toBe(false);
    await page.locator(".filter-fold").click();
    expect(await status.isVisible()).toBe(true);
    if (javaScript) await expectNoAxeViolations(page);
    await page.setViewportSize({ width: 1280, height: 900 });
    expect(await page.locator(".filter-fold").isVisible()).toBe(false);
    expect(await status.isVisible()).toBe(true);
  }
});
