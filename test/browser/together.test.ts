import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { expectNoAxeViolations, newPerson, signInAs } from "../support/browser.ts";

// Tickets that meet: merged and parted again, and hung on one order of technical support.

/** A customer's request; returns its number. */
const ask = async (page: Page, subject: string): Promise<string> => {
  await page.goto("/requests/new/service_request?empty=1");
  await page.locator("input[name=subject]").fill(subject);
  await page.locator("textarea[name=text]").fill(`More about: ${subject}`);
  await page.locator("main form:has(textarea[name=text]) .btn-primary").first().click();
  await page.waitForURL(/submitted/);
  return /(\d+)/.exec(new URL(page.url()).pathname)?.[1] ?? "";
};

const dialogOf = (page: Page) => page.locator("#ticket-dialog");
const confirm = (page: Page) => dialogOf(page).locator(".dialog-foot .btn-primary").click();

test("two tickets are merged by keyboard, read as one by everybody, and parted again at once", async () => {
  const cy = await newPerson({ locale: "de" });
  await signInAs(cy, "customer");
  const cora = await newPerson({ locale: "de" });
  await signInAs(cora, "colleague");
  const agent = await newPerson({ locale: "en" });
  await signInAs(agent, "member", "en");
  const first = await ask(cy, "Der Plotter an Tor 9 steht still");
  const second = await ask(cora, "Der Plotter an Tor 9 bewegt sich nicht");

  await agent.goto(`/desk/tickets/${second}`);
  await agent.keyboard.press("m");
  await dialogOf(agent).waitFor();
  expect(await agent.evaluate(() => document.querySelector("dialog:modal")?.id)).toBe("ticket-dialog");
  await expectNoAxeViolations(agent);
  // Suggested, because it is of the same organisation and called nearly the same.
  await dialogOf(agent).getByText("Der Plotter an Tor 9 steht still").click();
  await dialogOf(agent).getByText("will be in CC there").waitFor();
  await expectNoAxeViolations(agent);
  await dialogOf(agent).locator("textarea[name=reason]").fill("The same plotter");
  await cora.goto(`/requests/${second}`);
  await confirm(agent);
  await agent.getByText(`#${second} goes on in #${first}.`).waitFor();
  await agent.getByText("More about: Der Plotter an Tor 9 bewegt sich nicht").waitFor();
  await agent.getByText(`from #${second}`).first().waitFor();

  // Whoever has the page open is led on, and both read both.
  await cora.getByText(`Geht weiter in Anfrage #${first}`).waitFor({ timeout: 5_000 });
  await cora.getByRole("link", { name: `Anfrage #${first} öffnen` }).click();
  await cora.getByText("More about: Der Plotter an Tor 9 steht still").waitFor();
  await expectNoAxeViolations(cora);
  await cy.goto(`/requests/${first}`);
  await cy.getByText("More about: Der Plotter an Tor 9 bewegt sich nicht").waitFor();

  // Undone by the key that undoes, before any mail has left.
  await agent.keyboard.press("z");
  await agent.getByText("Nobody had got a mail about the merge.").waitFor();
  await agent.waitForURL(`**/desk/tickets/${second}*`);
  await agent.getByText("undid the merge").waitFor();
  await cy.goto(`/requests/${first}`);
  expect(await cy.getByText("More about: Der Plotter an Tor 9 bewegt sich nicht").count()).toBe(0);
});

test("tickets are merged without script, too, and typed words come back when something is missing", async () => {
  const cy = await newPerson({ locale: "de" });
  await signInAs(cy, "customer");
  const eve = await newPerson({ locale: "en" });
  await signInAs(eve, "stranger");
  const agent = await newPerson({ locale: "en", javaScript: false });
  await signInAs(agent, "member", "en");
  const first = await ask(cy, "Die Waage an Tor 4 zeigt null");
  const second = await ask(eve, "The scale at gate 4 shows zero");

  await agent.goto(`/desk/tickets/${second}?do=merge`);
  await dialogOf(agent).locator("input[name=q]").fill(first);
  await dialogOf(agent).getByRole("button", { name: "Find" }).click();
  await dialogOf(agent).locator(".ticket-line").first().click();
  await dialogOf(agent).locator("textarea[name=reason]").fill("The same firmware");
  await confirm(agent);
  await dialogOf(agent).getByText("Decide whether they may.").first().waitFor();
  expect(await dialogOf(agent).locator("textarea[name=reason]").inputValue()).toBe("The same firmware");
  await dialogOf(agent).locator("input[value=apart]").check();
  await confirm(agent);
  await agent.waitForURL(`**/desk/tickets/${first}*`);
  await agent.getByText("More about: The scale at gate 4 shows zero").waitFor();
  await eve.goto(`/requests/${second}`);
  await eve.getByText("together with another one").waitFor();
  expect(await eve.getByText(first).count()).toBe(0);
  await cy.goto(`/requests/${first}`);
  expect(await cy.getByText("The scale at gate 4").count()).toBe(0);
});

test("two customers wait for one order, are told of its version, and are both solved by it", async () => {
  const cy = await newPerson({ locale: "de" });
  await signInAs(cy, "customer");
  const eve = await newPerson({ locale: "en" });
  await signInAs(eve, "stranger");
  const agent = await newPerson({ locale: "en" });
  await signInAs(agent, "moderator");
  await agent.goto("/language?to=en&next=/desk");
  const first = await ask(cy, "Der Nachtlauf bricht um drei Uhr ab");
  const second = await ask(eve, "The nightly run stops at three");

  // A new order for the first, by keyboard.
  await agent.goto(`/desk/tickets/${first}`);
  await agent.keyboard.press("w");
  await dialogOf(agent).locator("textarea[name=text]").fill("The cursor is closed too early.");
  await expectNoAxeViolations(agent);
  await confirm(agent);
  await agent.getByText(/On hold, waiting for order #\d+/).waitFor();
  const order = /order #(\d+)/.exec((await agent.locator("#flashes").textContent()) ?? "")?.[1] ?? "";

  // The second joins it.
  await agent.goto(`/desk/tickets/${second}?do=escalate&q=${order}`);
  await dialogOf(agent).getByText("1 ticket waits for it").waitFor();
  await dialogOf(agent)
    .getByRole("button", { name: `Join #${order}` })
    .click();
  await agent.getByText(`On hold, waiting for order #${order}`).waitFor();
  await agent.goto(`/desk/tickets/${order}`);
  await agent.getByText("Waiting for this (2)").waitFor();
  await expectNoAxeViolations(agent);

  // A version, and another one, for which a reason is owed; pages that are open say it.
  await cy.goto(`/requests/${first}`);
  await cy.getByText(`#${order} · Eingegangen`).waitFor();
  const plan = async (version: string, reason?: string): Promise<void> => {
    await agent.goto(`/desk/tickets/${order}`);
    await agent.locator("#edit-fields summary").click();
    await agent.locator("#fields-form [name=plannedVersion]").fill(version);
    if (reason !== undefined) await agent.locator("#fields-form [name=versionReason]").fill(reason);
    await agent.locator("#fields-form button").last().click();
  };
  await plan("8.1");
  await cy.getByText("geplant für 8.1").first().waitFor({ timeout: 10_000 });
  await plan("8.2");
  await agent.getByText("Say why; everybody who waits was told another version.").first().waitFor();
  expect(await agent.locator("#fields-form [name=plannedVersion]").inputValue()).toBe("8.2");
  await plan("8.2", "The supplier delivers late.");
  await cy.getByText("The supplier delivers late.").waitFor({ timeout: 10_000 });
  await cy.getByText("geplant für 8.2 statt für 8.1").waitFor();
  await expectNoAxeViolations(cy);
  // Of the order's inside, and of each other, neither learns anything.
  for (const [page, other] of [
    [cy, "The nightly run"],
    [eve, "Der Nachtlauf"],
  ] as const) {
    await page.goto(`/requests?q=${order}&status=all`);
    const words = (await page.locator("main").textContent()) ?? "";
    for (const secret of ["The cursor", other]) expect(words).not.toContain(secret);
    expect((await page.goto(`/requests/${order}`))?.status()).toBe(404);
  }

  // Done once, solved for both.
  await cy.goto(`/requests/${first}`);
  await eve.goto(`/requests/${second}`);
  await agent.goto(`/desk/tickets/${order}`);
  await agent.keyboard.press("e");
  await agent.locator("#resolve-form textarea[name=result]").fill("The run goes through to the end.");
  await agent.locator("#resolve .btn-primary").click();
  for (const page of [cy, eve])
    await page.getByText("The run goes through to the end.").first().waitFor({ timeout: 10_000 });
  await eve.getByText(`Order #${order} is done`).waitFor();
});
