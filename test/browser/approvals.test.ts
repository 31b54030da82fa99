import { expect, test } from "vitest";
import type { Page } from "playwright-core";
import { expectNoAxeViolations, newPerson, signInAs } from "../support/browser.ts";

// A solution is put before a customer, who declines it in the portal and approves the next one by the link of his mail.

const subject = `Order confirmations are printed twice ${Date.now()}`;

const askSomething = async (cy: Page): Promise<string> => {
  await cy.goto("/requests/new/service_request?empty=1");
  await cy.getByLabel("Subject").fill(subject);
  await cy.locator("textarea[name=text]").fill("Since the update every confirmation comes twice.");
  await cy.locator("main form button.btn-primary").click();
  await cy.waitForURL(/\/requests\/\d+/);
  return /\/requests\/(\d+)/.exec(cy.url())?.[1] ?? "";
};

const propose = async (agent: Page, text: string): Promise<void> => {
  await agent.locator("#proposal > summary").click();
  await agent.locator("textarea[name=proposal]").fill(text);
  await agent.locator("#proposal-form button.btn-primary").click();
  await agent.getByText("Waiting for a decision").waitFor();
};

/** The link of the newest question, as it stands in the mailbox that keeps the demo's mails. */
const newestLink = async (admin: Page): Promise<string> => {
  for (let tries = 0; tries < 40; tries++) {
    await admin.goto(`/admin/mailbox?q=${encodeURIComponent(subject)}`);
    const mail = admin.locator("tbody a", { hasText: /approval is needed|Freigabe wird gebraucht/ }).first();
    if ((await mail.count()) > 0) {
      await mail.click();
      await admin.waitForURL(/\/admin\/mailbox\/\d+/);
      const link = /\/approvals\/\d+\/\d+-[a-z2-7]{26}/.exec(await admin.content())?.[0];
      if (link) return link;
    }
    await admin.waitForTimeout(250);
  }
  throw new Error("no mail has asked for an approval");
};

test("a solution is declined in the portal with a reason, proposed anew, and approved by the mail's link", async () => {
  const cy = await newPerson();
  await signInAs(cy, "stranger", "en");
  const number = await askSomething(cy);

  const mona = await newPerson();
  await signInAs(mona, "moderator");
  await mona.goto(`/language?to=en&next=/desk/tickets/${number}`);
  await mona.locator("#proposal > summary").click();
  await mona.locator("#proposal-form button.btn-primary").click();
  await mona.locator("#proposal .error-summary").waitFor();
  await mona.locator("#proposal > summary").click();
  await propose(mona, "We install the correction on Thursday at noon.");
  await expectNoAxeViolations(mona);

  await cy.goto(`/requests/${number}`);
  await cy.getByRole("heading", { name: "Do you agree?" }).waitFor();
  await expectNoAxeViolations(cy);
  await cy.getByRole("button", { name: "Decline" }).click();
  await cy.getByText("Say why you decline").first().waitFor();
  await cy.locator("textarea[name=reason]").fill("On Thursday we take stock.");
  await cy.getByRole("button", { name: "Decline" }).click();
  await cy.getByText("look for a better solution").waitFor();

  // The desk sees it without loading the page again.
  await mona.getByText("declined the proposed solution").waitFor({ state: "attached" });
  expect(await mona.locator("main").textContent()).toContain("On Thursday we take stock.");
  const admin = await newPerson();
  await signInAs(admin, "administrator");
  const first = await newestLink(admin);
  await propose(mona, "We install the correction on Friday at noon.");
  await expect.poll(() => newestLink(admin), { timeout: 20_000, interval: 500 }).not.toBe(first);

  // Somebody without JavaScript, and without a session, has only the link.
  const holder = await newPerson({ javaScript: false });
  await holder.goto(first);
  expect(await holder.locator("main").innerText()).toContain("This was declined.");
  await holder.goto(await newestLink(admin));
  expect(await holder.locator("main").innerText()).toContain("on Friday at noon");
  await holder.getByRole("button", { name: "Approve" }).click();
  expect(await holder.locator("main").innerText()).toContain("Approved");

  // Several changes in a row are folded.
  await mona.getByText("approved the proposed solution").waitFor({ state: "attached" });
  expect(await mona.locator("#approval").innerText()).toContain("The solution is approved.");
  await cy.goto("/approvals");
  expect(await cy.locator("main").innerText()).toMatch(/Approved[\s\S]*Declined/);
  await expectNoAxeViolations(cy);
});

test("versions and modules follow the product that is chosen", async () => {
  const ann = await newPerson();
  await signInAs(ann, "administrator");
  const name = `Product ${Date.now()}`;
  await ann.goto("/admin/products");
  await ann.locator("textarea[name=lines]").fill(`${name}\n${name} light`);
  await ann.locator("main form button.btn-primary").click();
  await ann.getByRole("link", { name, exact: true }).click();
  await ann.locator("#add-versions textarea").fill("15.0\n14.2; 2026-03-01");
  await ann.locator("#add-versions button").click();
  await ann.getByRole("link", { name: "14.2" }).waitFor();
  await expectNoAxeViolations(ann);

  await ann.goto("/desk/tickets/new");
  const versions = ann.locator("select[name=versionId]");
  expect(await versions.isVisible()).toBe(false);
  await ann.locator("select[name=productId]").selectOption({ label: name });
  expect(await versions.locator("option:not([hidden])").allInnerTexts()).toEqual([expect.any(String), "15.0", "14.2"]);
  await versions.selectOption({ label: "14.2" });
  await ann.locator("select[name=productId]").selectOption({ label: `${name} light` });
  expect(await versions.inputValue()).toBe("");
  expect(await versions.isVisible()).toBe(false);
});
