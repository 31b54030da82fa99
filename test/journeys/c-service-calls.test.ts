import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import {
  asSomebody,
  numberIn,
  outline,
  pick,
  setUpDesk,
  startJourney,
  type Journey,
  type JourneyMail,
} from "../support/journey.ts";
import { enterCompany, invite, putIntoTeam } from "../support/journey-people.ts";
import { sendMail } from "../support/smtp.ts";

// Organisation C of product.md: a web helpdesk for service calls.

const cyAt = "cy@acme.example";
const coraAt = "cora@acme.example";
const toThem = (mails: readonly JourneyMail[]) => mails.filter(({ to }) => to === cyAt || to === coraAt);

/** Two products: of Harbour the module Stock exists in 7.2 only. Ada enters them as they stand in her list. */
const enterProducts = async (ada: Page): Promise<void> => {
  await ada.goto("/admin/products");
  await ada.locator("textarea[name=lines]").fill("Harbour\nLedger");
  await ada.getByRole("button", { name: "Add products" }).click();
  await ada.getByText("2 added.").waitFor();
  const add = async (button: string, lines: string, last: string) => {
    await ada
      .locator("form", { has: ada.getByRole("button", { name: button }) })
      .locator("textarea")
      .fill(lines);
    await ada.getByRole("button", { name: button }).click();
    await ada.getByRole("link", { name: last, exact: true }).waitFor();
  };
  await ada.getByRole("link", { name: "Harbour", exact: true }).click();
  await add("Add versions", "7.1; 2025-11-03\n7.2", "7.2");
  await add("Add modules", "Invoices\nStock", "Stock");
  await ada.getByRole("link", { name: "Stock", exact: true }).click();
  await ada.getByLabel("7.2").check();
  await ada.getByRole("button", { name: "Save" }).click();
  await ada.locator("tr", { hasText: "Stock" }).getByText("7.2").waitFor();
  await ada.goto("/admin/products");
  await ada.getByRole("link", { name: "Ledger", exact: true }).click();
  await add("Add versions", "3.0", "3.0");
  await add("Add modules", "Booking", "Booking");
};

/** Acme has two contacts, who belong to it by their addresses; the desk has a hotline and programmers. All of it Ada enters. */
const openDesk = async () => {
  const journey = await startJourney();
  const ada = await setUpDesk(journey, ["service_calls"]);
  await enterProducts(ada);
  await enterCompany(ada, { name: "Acme", domain: "acme.example" });
  const hanna = await invite(journey, ada, { name: "Hanna Iversen", email: "hanna@desk.example", role: "member" });
  await putIntoTeam(ada, { team: "Hotline", name: "Hanna Iversen" });
  await invite(journey, ada, { name: "Paul Beck", email: "paul@desk.example", role: "member" });
  await putIntoTeam(ada, { team: "Programming", name: "Paul Beck" });
  const phone = "+49 40 555 0101";
  const cy = await invite(journey, ada, { name: "Cy Hansen", email: cyAt, role: "customer", phone, locale: "de" });
  await invite(journey, ada, { name: "Cora Lund", email: coraAt, role: "customer", phone: "040 / 5550102" });
  await journey.work();
  return { journey, hanna, cy };
};

/** What a list offers now, without its first entry. */
const offeredIn = (page: Page, name: string): Promise<string[]> =>
  page
    .locator(`select[name=${name}] option:not([hidden]):not([value=""])`)
    .evaluateAll((options) => options.map(({ textContent }) => textContent));

/** The lists follow each other, and take a choice back that no longer fits. */
const chooseStock = async (page: Page): Promise<void> => {
  const choose = (name: string, label: string) => page.locator(`select[name=${name}]`).selectOption({ label });
  expect(await offeredIn(page, "productId")).toEqual(["Harbour", "Ledger"]);
  expect(await page.locator("select[name=versionId]").isVisible()).toBe(false);
  await choose("productId", "Ledger");
  expect(await offeredIn(page, "versionId")).toEqual(["3.0"]);
  expect(await offeredIn(page, "moduleId")).toEqual(["Booking"]);
  await choose("moduleId", "Booking");
  await choose("productId", "Harbour");
  expect(await page.locator("select[name=moduleId]").inputValue()).toBe("");
  expect(await offeredIn(page, "versionId")).toEqual(["7.1", "7.2"]);
  await choose("versionId", "7.1");
  expect(await offeredIn(page, "moduleId")).toEqual(["Invoices"]);
  await choose("versionId", "7.2");
  expect(await offeredIn(page, "moduleId")).toEqual(["Invoices", "Stock"]);
  await choose("moduleId", "Stock");
};

/** Hanna takes a call: Cora is on the line, and two people have a number that begins like hers. */
const takeCall = async (hanna: Page): Promise<string> => {
  await hanna.goto("/desk/tickets/new");
  await hanna.locator("input[name=requester]").pressSequentially("040 555 01");
  await hanna.getByRole("radio", { name: /Cy Hansen/ }).waitFor();
  await hanna.getByRole("radio", { name: /Cora Lund.*Acme/ }).check();
  await hanna.locator("input[name=subject]").fill("Stock list shows minus");
  await hanna.locator("textarea[name=text]").fill("Every item with a returned delivery is negative.");
  await chooseStock(hanna);
  await hanna.getByRole("button", { name: "Open ticket" }).click();
  await hanna.waitForURL(/\/desk\/tickets\/\d+/);
  await hanna.locator(".property", { hasText: "Came by" }).getByText("Telephone").waitFor();
  for (const [property, value] of [
    ["Type", "Service call"],
    ["Product", "Harbour"],
    ["Version", "7.2"],
    ["Module", "Stock"],
  ] as const)
    await hanna
      .locator(".property", { hasText: new RegExp(`^${property}`) })
      .locator("summary", { hasText: value })
      .waitFor();
  return numberIn(hanna);
};

/** Cy fills the form in, which asks for the product. */
const submitCall = async (cy: Page): Promise<string> => {
  await cy.goto("/requests/new");
  // The only type that customers may open, so nobody asks which.
  await cy.getByRole("heading", { name: "Servicecall" }).waitFor();
  await cy.locator("input[name=subject]").fill("Rechnung ohne Nummer");
  await cy.locator("textarea[name=text]").fill("Die letzte Rechnung hat keine Nummer bekommen.");
  await cy.getByRole("button", { name: "Anfrage einreichen" }).click();
  await cy.getByRole("link", { name: "Produkt" }).first().waitFor();
  await chooseStock(cy);
  await cy.getByRole("button", { name: "Anfrage einreichen" }).click();
  await cy.getByText("Vielen Dank. Ihre Anfrage").waitFor();
  return numberIn(cy);
};

/** Cy writes a mail, which another server hands over. */
const writeMail = async ({ smtpPort }: Journey): Promise<void> => {
  await sendMail(smtpPort, {
    from: `Cy Hansen <${cyAt}>`,
    to: "support@desk.example",
    subject: "Ledger does not print",
    text: "Es kommt kein Papier.",
  });
};

const resolve = async (page: Page, number: string, result: string): Promise<void> => {
  await page.goto(`/desk/tickets/${number}`);
  await page.getByRole("button", { name: "Resolve", exact: true }).first().click();
  await page.locator("dialog[open] textarea[name=result]").fill(result);
  await page.locator("dialog[open]").getByRole("button", { name: "Resolve" }).click();
  await page.locator("p.plain-text", { hasText: result }).waitFor();
};

const rate = async (page: Page, number: string, stars: number): Promise<void> => {
  await page.goto(`/requests/${number}`);
  await page.locator("label", { has: page.locator(`input[name=rating][value='${stars}']`) }).click();
  await page.getByRole("button", { name: /^(Send rating|Bewertung senden)$/ }).click();
  await page
    .getByText(/^(Closed|Geschlossen)/)
    .first()
    .waitFor();
};

test("calls by telephone, portal and mail stand in one list, each with its channel, and are closed with a result", async () => {
  const { journey, hanna, cy } = await openDesk();
  const called = await takeCall(hanna);
  expect(outline(await journey.work())).toEqual([`tickets.received to ${coraAt}`]);
  const submitted = await submitCall(cy);
  expect(outline(await journey.work())).toEqual([
    "tickets.desk-opened to hanna@desk.example",
    `tickets.received to ${cyAt}`,
  ]);
  await writeMail(journey);
  expect(outline(await journey.work())).toEqual([
    "tickets.desk-opened to hanna@desk.example",
    `tickets.received to ${cyAt}`,
  ]);

  // One list at the desk.
  await hanna.goto("/desk?status=unfinished");
  const rowOf = (page: Page, words: string) => page.locator("tr", { hasText: words });
  for (const [subject, channel] of [
    ["Stock list shows minus", "Telephone"],
    ["Rechnung ohne Nummer", "Portal"],
    ["Ledger does not print", "E-mail"],
  ] as const)
    await rowOf(hanna, subject).getByRole("img", { name: channel }).waitFor();

  // One list for the customer, too; what Cora asked is hers alone.
  await cy.goto("/requests");
  await rowOf(cy, "Ledger does not print").getByRole("img", { name: "E-Mail" }).waitFor();
  await rowOf(cy, "Rechnung ohne Nummer").waitFor();
  expect(await rowOf(cy, "Stock list shows minus").count()).toBe(0);
  await cy.getByRole("link", { name: "Ledger does not print" }).click();
  await cy.locator("dd", { hasText: "E-Mail" }).waitFor();
  const written = numberIn(cy);

  // What came by mail is a service call without product; Hanna adds it from the same lists.
  await hanna.goto(`/desk/tickets/${written}`);
  await hanna.locator(".property summary", { hasText: "Service call" }).waitFor();
  await pick(hanna, "Product", "Ledger");
  await pick(hanna, "Version", "3.0");
  await pick(hanna, "Module", "Booking");
  await journey.work();

  // Solved with a result, which the customer reads in the mail and at the top of the request.
  await resolve(hanna, submitted, "Der Nummernkreis war voll; er ist erweitert.");
  await resolve(hanna, written, "The printer is connected again.");
  await resolve(hanna, called, "The returned deliveries are booked.");
  const solved = toThem(await journey.work());
  expect(outline(solved)).toEqual([
    `tickets.status to ${coraAt}`,
    `tickets.status to ${cyAt}`,
    `tickets.status to ${cyAt}`,
  ]);
  expect(solved.some(({ text }) => text.includes("Der Nummernkreis war voll; er ist erweitert."))).toBe(true);
  await cy.goto(`/requests/${submitted}`);
  await cy.getByText("Der Nummernkreis war voll; er ist erweitert.").first().waitFor();
  await rate(cy, submitted, 5);

  // What nobody rates or answers closes by itself.
  await journey.work();
  await journey.pass(14);
  const cora = await asSomebody(journey, coraAt);
  await cora.goto(`/requests/${called}`);
  await cora.getByText("Closed").first().waitFor();
  await cora.locator("dd", { hasText: "Telephone" }).waitFor();
});

test("a call becomes an order; its planned version changes once, and the version mail says in which one it is", async () => {
  const { journey, hanna } = await openDesk();
  const called = await takeCall(hanna);
  await journey.work();

  // The order takes product, version and module over.
  await hanna.goto(`/desk/tickets/${called}?do=escalate`);
  await hanna.locator("#escalate-form textarea[name=text]").fill("Returns are subtracted twice in stock_total().");
  await hanna.locator("dialog[open]").getByRole("button", { name: "Open the order" }).click();
  const held = hanna.getByText(/^On hold, waiting for order #/);
  await held.waitFor();
  const order = /#(\d+)/.exec(await held.innerText())?.[1] ?? "";
  expect(outline(await journey.work())).toEqual([
    "tickets.desk-opened to paul@desk.example",
    `tickets.escalated to ${coraAt}`,
  ]);
  const cora = await asSomebody(journey, coraAt);
  await cora.goto("/requests");
  await cora.getByText(`Order #${order} · Received`).waitFor();

  const paul = await asSomebody(journey, "paul@desk.example");
  await paul.goto(`/desk/tickets/${order}`);
  await paul.locator(".property summary", { hasText: "Stock" }).waitFor();
  await paul.getByRole("button", { name: "Take", exact: true }).click();
  await paul.getByText("The ticket is yours.").waitFor();
  await journey.work();

  // Planned, and once for another version: without a reason that is refused, with what was typed kept.
  const plan = async (version: string, reason?: string) => {
    await paul.locator("#edit-fields").evaluate((fields) => fields.setAttribute("open", ""));
    await paul.locator("#fields-form input[name=plannedVersion]").fill(version);
    if (reason) await paul.locator("#fields-form input[name=versionReason]").fill(reason);
    await paul.locator("#fields-form").getByRole("button", { name: "Save" }).click();
  };
  await plan("7.3");
  await paul.locator(".property dd", { hasText: "7.3" }).waitFor();
  const planned = toThem(await journey.work());
  expect(outline(planned)).toEqual([`tickets.planned to ${coraAt}`]);
  expect(planned[0]!.text).toContain("7.3");
  await plan("7.4");
  await paul.getByText("Say why; everybody who waits was told another version.").first().waitFor();
  expect(await paul.locator("#fields-form input[name=plannedVersion]").inputValue()).toBe("7.4");
  expect(toThem(await journey.work())).toEqual([]);
  await plan("7.4", "7.3 is for the new tax rates only.");
  await paul.locator(".property dd", { hasText: "7.4" }).waitFor();
  const replanned = toThem(await journey.work());
  expect(outline(replanned)).toEqual([`tickets.planned to ${coraAt}`]);
  for (const said of ["7.3 → 7.4", "7.3 is for the new tax rates only.", `#${order}`])
    expect(replanned[0]!.text).toContain(said);
  await cora.goto(`/requests/${called}`);
  await cora.getByText("7.3 is for the new tax rates only.").waitFor();
  await cora.locator("dd", { hasText: `#${order} · Received, planned for 7.4` }).waitFor();

  // Done: the version mail, with the result, is the only one about it.
  await resolve(paul, order, "Stock is right in 7.4, also for old returns.");
  const done = toThem(await journey.work());
  expect(outline(done)).toEqual([`tickets.order-done to ${coraAt}`]);
  for (const said of ["7.4", "Stock is right in 7.4, also for old returns.", `#${order}`])
    expect(done[0]!.text).toContain(said);
  await cora.goto(`/requests/${called}`);
  await cora.getByText("Stock is right in 7.4, also for old returns.").first().waitFor();
  expect(await cora.content()).not.toContain("stock_total()");
  await rate(cora, called, 4);
});
