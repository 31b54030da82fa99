import { expect, test } from "vitest";
import { expectNoAxeViolations, newPerson, numberOfDemoTicket, signInAs } from "../support/browser.ts";

test("on a laptop every subject of the queue can be read", async () => {
  const page = await newPerson({ locale: "de", viewport: { width: 1280, height: 900 } });
  await signInAs(page, "administrator");
  for (const width of [1180, 1280, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto("/desk?status=unfinished");
    // The longest words that stand there, and longer ones, as a desk may call its own states.
    await page.evaluate(() => {
      for (const [index, row] of [...document.querySelectorAll("[data-row]")].entries()) {
        const [status, , due] = row.querySelectorAll(".tag-word");
        const states = ["Zugewiesen", "Angehalten", "Wartet auf Freigabe durch die Fachabteilung"];
        if (status) status.textContent = states[index % 3] ?? "";
        if (due) due.textContent = "23 Tage zu spät";
      }
    });
    // Two lines hold some 60 letters beside the longest names that other tests leave in the other columns.
    const { cut, all } = await page.locator(".subject-link").evaluateAll((links) => {
      const usual = links.filter((link) => link.textContent.length <= 60);
      const isCut = (link: Element) =>
        link.scrollHeight > link.clientHeight + 2 || link.scrollWidth > link.clientWidth + 2;
      return { cut: usual.filter(isCut).length, all: usual.length };
    });
    expect(all).toBeGreaterThan(5);
    expect(cut / all, `cut at ${width}`).toBeLessThan(0.2);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
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

test("many tickets are changed by keyboard alone, and what was refused is told where the reader is", async () => {
  const page = await newPerson({ locale: "de" });
  await signInAs(page, "administrator");
  await page.goto("/desk?status=closed,in_progress&sort=status");
  await page.locator("[data-row]").first().waitFor();
  for (const key of ["j", "x", "j", "x"]) await page.keyboard.press(key);
  await expect.poll(() => page.locator("[data-ticked-words]").textContent()).toBe("2 ausgewählt:");
  expect(await page.locator("[data-check-all]").evaluate((box: HTMLInputElement) => box.indeterminate)).toBe(true);
  await page.keyboard.press("Escape");
  expect(await page.locator("#bulk").isVisible()).toBe(false);
  expect(await page.locator("[data-check-all]").evaluate((box: HTMLInputElement) => box.indeterminate)).toBe(false);

  await page.goto("/desk?status=closed");
  await page.locator("[data-row]").first().waitFor();
  for (const key of ["j", "x", "j", "x"]) await page.keyboard.press(key);
  await page.keyboard.press("s");
  expect(await page.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("status");
  await page.locator("#bulk select[name=status]").selectOption("waiting");
  await page.keyboard.press("Control+Enter");
  const report = page.locator("#report");
  await report.waitFor();
  expect(await report.textContent()).toContain("0 geändert");
  expect(await report.locator("li").count()).toBe(2);
  await expect.poll(() => report.evaluate((element) => element === document.activeElement)).toBe(true);
  await expectNoAxeViolations(page);

  // It stays above the list while the page follows what others do, and nothing is ticked any more.
  const other = await newPerson();
  await signInAs(other, "moderator");
  await other.goto("/desk?status=in_progress");
  await other.locator("[data-row-check]").first().check();
  await other.keyboard.press("t");
  await page.waitForResponse((answer) => answer.request().headers()["x-live"] === "refresh");
  await page.waitForTimeout(500);
  expect((await report.boundingBox())?.y).toBeLessThan((await page.locator(".data-table").boundingBox())?.y ?? 0);
  expect(await page.locator("[data-row-check]:checked").count()).toBe(0);
});

test("names and subjects as long as somebody likes make no page wider than the screen", async () => {
  const page = await newPerson({ locale: "de" });
  await signInAs(page, "administrator");
  const wide: string[] = [];
  const number = await numberOfDemoTicket(page, "Arbeitsvorbereitung: Stückliste");
  for (const path of [
    "/desk?status=unfinished",
    "/desk?layout=board",
    `/desk/tickets/${number}`,
    "/desk/tasks",
    "/admin/mailbox",
    "/admin/people",
    "/admin/organisations",
    "/admin/audit",
  ])
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(path);
      await page.evaluate(() => {
        const spoken =
          "td a, td .muted:not(.tabular), .requester span, .letter-author, .letter-about, h1, .ticket-head p, .person-name, .property-person, .ticket-line-subject, .participant-name, .board-card a, .change-words";
        for (const element of document.querySelectorAll(`:is(main, aside) :is(${spoken})`)) {
          const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
          while (walker.nextNode())
            if (walker.currentNode.nodeValue?.trim()) walker.currentNode.nodeValue = "Donaudampfschiff".repeat(18);
        }
      });
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (over > 0) wide.push(`${path} at ${width}: ${over}`);
    }
  expect(wide).toEqual([]);
});
