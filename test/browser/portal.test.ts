import { expect, test } from "vitest";
import type { Page } from "playwright-core";
import { expectNoAxeViolations, newPerson, signInAs } from "../support/browser.ts";
import { usualAnswers } from "../support/malfunction.ts";

const log = { name: "spooler.log", mimeType: "text/plain", buffer: Buffer.from("10:14 ERROR") };
const send = (page: Page) => page.locator("#request button.btn-primary").click();

/** Submits a request as whoever is signed in; returns its address. */
const submit = async (page: Page, fields: { subject: string; cc?: string }): Promise<string> => {
  await page.goto("/requests/new/service_request?empty=1");
  await page.locator("[name=subject]").fill(fields.subject);
  await page.locator("[name=text]").fill("Since this morning.");
  await page.locator("[name=cc]").fill(fields.cc ?? "");
  await send(page);
  await page.waitForURL(/submitted=1/);
  return new URL(page.url()).pathname;
};

test("without JavaScript a customer submits, is corrected, answers and closes", async () => {
  const page = await newPerson({ javaScript: false, viewport: { width: 390, height: 844 } });
  await signInAs(page, "customer", "de");
  await page.goto("/");
  await page.locator(".portal-hero a.btn-primary").click();
  await page.getByRole("link", { name: /Fehlverhalten/ }).click();
  await page.locator("[name=files]").setInputFiles(log);
  await page.locator("[name=text]").fill("Seit heute früh.");
  await send(page);
  await page.getByRole("link", { name: /^Betreff: / }).click();
  expect(await page.locator("[name=text]").inputValue()).toBe("Seit heute früh.");
  await page.locator("[name=subject]").fill("Der Drucker druckt nicht");
  for (const [question, answer] of Object.entries(usualAnswers))
    await page.locator(`[name="customFields.${question}"][value=${answer}]`).check();
  await send(page);
  await page.getByText(/Ihre Anfrage #\d+ ist bei uns/).waitFor();
  expect(await page.locator(".letter .attachment").textContent()).toContain("spooler.log");

  await page.locator("#answer textarea").fill("Er ist eingeschaltet.");
  await page.locator(".composer-send").click();
  await page.getByText("Ihre Antwort ist gesendet.").waitFor();
  await page.locator("#close summary").click();
  await page.locator("#close textarea").fill("Es war der Stecker.");
  await page.locator("#close button").click();
  await page.getByText("Diese Anfrage ist geschlossen.").waitFor();
  expect(await page.locator(".thread").textContent()).toContain("Es war der Stecker.");
});

test("a refused form lists the file it sent and leaves the field empty; what is taken away stays away", async () => {
  const page = await newPerson();
  await signInAs(page, "customer");
  await page.goto("/requests/new/service_request");
  await page.locator("[name=files]").setInputFiles([log, { ...log, name: "other.log", buffer: Buffer.from("else") }]);
  await page.locator("[name=text]").fill("See the files.");
  await send(page);
  await page.locator("[name=kept]").nth(1).waitFor({ state: "attached" });
  expect(await page.locator("[name=files]").evaluate((input: HTMLInputElement) => input.files?.length)).toBe(0);
  expect(await page.evaluate(() => document.activeElement?.matches("[data-error-summary]"))).toBe(true);
  await page.locator("[name=dropped]").first().check();
  await page.locator("[name=subject]").fill("Two files, one wanted");
  await send(page);
  await page.waitForURL(/submitted=1/);
  expect(await page.locator(".letter .attachment-name").allTextContents()).toEqual(["other.log"]);
});

test("what is typed comes back after the page was left", async () => {
  const page = await newPerson();
  await signInAs(page, "customer");
  await page.goto("/requests/new/service_request?empty=1");
  await page.locator("[name=subject]").fill("Half a subj");
  await page.locator("[name=text]").fill("and half a sentence");
  await page.locator('[data-draft-state][data-state="saved"]').waitFor({ state: "attached" });
  await page.goto("/");
  await page.goto("/requests/new/service_request");
  expect(await page.locator("[name=subject]").inputValue()).toBe("Half a subj");
  expect(await page.locator("[name=text]").inputValue()).toBe("and half a sentence");
  await page.getByRole("button", { name: /Discard|Verwerfen/ }).click();
  await page.waitForURL("**/requests/new/service_request?empty=1");
  await page.goto("/requests/new/service_request");
  expect(await page.locator("[name=subject]").inputValue()).toBe("");
});

test("an answer appears on another screen without reload, and takes nothing from who is writing there", async () => {
  const asking = await newPerson();
  const reading = await newPerson();
  await signInAs(asking, "customer");
  await signInAs(reading, "manager");
  const path = await submit(asking, { subject: "Who else sees this?" });
  await reading.goto(path);
  await reading.locator("#answer textarea").fill("I am writing");
  await asking.locator("#answer textarea").fill("One more thing.");
  await asking.keyboard.press("Control+Enter");
  await reading.locator(".letter", { hasText: "One more thing." }).waitFor({ timeout: 3_000 });
  expect(await reading.locator("#answer textarea").inputValue()).toBe("I am writing");
  await asking.locator(".letter", { hasText: "One more thing." }).waitFor();
  expect(await asking.locator("#answer textarea").inputValue()).toBe("");
});

test("closing leaves no form behind that can no longer be sent", async () => {
  const page = await newPerson();
  await signInAs(page, "customer");
  await submit(page, { subject: "Never mind" });
  await page.locator("#close summary").click();
  await page.locator("#close textarea").fill("Solved.");
  await page.locator("#close button").click();
  await page.locator("#rate").waitFor();
  expect(await page.locator("#close").count()).toBe(0);
});

test.each([
  { locale: "de", colorScheme: "light", viewport: { width: 1440, height: 900 } },
  { locale: "en", colorScheme: "dark", viewport: { width: 360, height: 740 } },
] as const)("axe finds nothing, and nothing sticks out, at $viewport.width $colorScheme $locale", async (options) => {
  const visitor = await newPerson(options);
  await visitor.goto("/");
  await expectNoAxeViolations(visitor);
  const page = await newPerson(options);
  await signInAs(page, "customer");
  const request = await submit(page, {
    subject: "Donaudampfschifffahrtsgesellschaftskapitänsmützenverwaltungsprogrammfehler",
    cc: "somebody@with-a-very-long-name-of-a-company-that-never-ends.example",
  });
  const refused = async (): Promise<void> => {
    await page.goto("/requests/new/malfunction");
    await page.locator("[name=cc]").fill("nobody@");
    await send(page);
    await page.locator("[data-error-summary]").waitFor();
  };
  const places = ["/", "/requests", "/requests?show=organisation&status=all", "/requests?q=unicorn", "/requests/new"];
  for (const place of [...places, request]) {
    await page.goto(place);
    await expectNoAxeViolations(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  }
  await refused();
  await expectNoAxeViolations(page);
});
