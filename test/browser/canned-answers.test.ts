import { expect, test } from "vitest";
import { expectNoAxeViolations, newPerson, signInAs } from "../support/browser.ts";

test("an administrator writes a canned answer, sees how it will read, and an agent finds it by searching", async () => {
  const ada = await newPerson({ locale: "de" });
  await signInAs(ada, "administrator");
  await ada.goto("/admin/canned-answers/new");
  const title = `Kassenrolle ${Date.now()}`;
  await ada.locator("input[name=titleDe]").fill(title);
  await ada.locator("textarea[name=textDe]").fill("Guten Tag {{requester.name}}, die Rolle wechseln Sie so.");
  const preview = ada.locator("[data-preview-of=canned-answer-textDe]");
  await expect.poll(() => preview.textContent()).toBe("Guten Tag Sarah Hansen, die Rolle wechseln Sie so.");
  await expectNoAxeViolations(ada);
  await ada.locator("#canned-answer button.btn-primary").click();
  await ada.locator("main").getByRole("link", { name: title }).waitFor();
  await expectNoAxeViolations(ada);

  await ada.goto("/desk?status=unfinished");
  await ada.goto((await ada.locator("[data-row-link]").first().getAttribute("href")) ?? "");
  await ada.locator("#composer-reply [data-rich]").waitFor();
  await ada.locator("#composer-reply .composer-tools summary").click();
  const search = ada.locator("#composer-reply [data-menu-search]");
  await expect.poll(() => search.evaluate((field) => field === document.activeElement)).toBe(true);
  await search.fill("gibt es nicht");
  expect(await ada.locator("#composer-reply .composer-tools .menu-row:visible").count()).toBe(0);
  expect(await ada.locator("#composer-reply [data-menu-none]").textContent()).not.toBe("");
  await search.fill("rolle wechseln");
  await ada.keyboard.press("Enter");
  const written = ada.locator("#composer-reply textarea");
  await expect.poll(() => written.inputValue()).toMatch(/^Guten Tag [^{]+, die Rolle wechseln Sie so\.$/);
  expect(await ada.locator("#composer-reply .composer-tools details[open]").count()).toBe(0);
});
