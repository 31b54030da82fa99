import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { newPerson, numberOfDemoTicket, signInAs } from "../support/browser.ts";

// On paper: what is known and what was said, and nothing that could only be clicked.

const onPaper = async (page: Page, path: string): Promise<string> => {
  await page.goto(path);
  await page.locator(".thread").waitFor();
  await page.emulateMedia({ media: "print" });
  const controls = page.locator("input:visible, textarea:visible, select:visible, form button:visible, .btn:visible");
  expect(await controls.count()).toBe(0);
  // As wide as a sheet between its margins: what is wider is cut off.
  await page.setViewportSize({ width: 672, height: 950 });
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(over).toBe(0);
  return page.locator("body").innerText();
};

test("a printed ticket names its values and its words, and shows no form", async () => {
  const page = await newPerson({ locale: "de" });
  await signInAs(page, "administrator", "de");
  const words = await onPaper(
    page,
    `/desk/tickets/${await numberOfDemoTicket(page, "Arbeitsvorbereitung: Stückliste")}`,
  );
  expect(words).toMatch(/Priorität\s+Hoch/);
  expect(words).toMatch(/Zuständig\s+(\w+\s+)?Ann Petersen/);
  expect(words).toMatch(/Team\s+Service-Desk/);
  expect(words).toMatch(/Produkt\s+Nordlicht ERP/);
  expect(words).toContain("seit dem Update auf 7.4.2");
  expect(words).not.toMatch(/Lösung vorschlagen|Antworten ändern/);
});

test("a printed request shows its words and facts, and asks for nothing", async () => {
  const page = await newPerson({ locale: "de" });
  await signInAs(page, "customer", "de");
  const words = await onPaper(page, `/requests/${await numberOfDemoTicket(page, "Passwort läuft ab")}`);
  expect(words).toMatch(/Status\s+Gelöst/);
  expect(words).toContain("Kennwortablauf war doppelt eingestellt");
  expect(words).not.toMatch(/Wie waren wir|wieder öffnen|Jemanden hinzunehmen/);
});
