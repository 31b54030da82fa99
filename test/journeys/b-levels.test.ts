import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import {
  addCompany,
  addSomebody,
  asSomebody,
  numberIn,
  outline,
  pick,
  setUpDesk,
  startJourney,
  type Journey,
  type JourneyMail,
} from "../support/journey.ts";

// Organisation B of product.md: 1st level, 2nd level and technical support.

const cyAt = "cy@acme.example";
const eveAt = "eve@globex.example";
const customers = [cyAt, eveAt];

const toCustomers = (mails: readonly JourneyMail[]) => mails.filter(({ to }) => customers.includes(to));
const mailTo = (mails: readonly JourneyMail[], address: string): JourneyMail => {
  const [mail, ...more] = mails.filter(({ to }) => to === address);
  if (!mail || more.length > 0) throw new Error(`${more.length + (mail ? 1 : 0)} mails went to ${address}, not one`);
  return mail;
};

/** What the order is called at the desk, what is said there, and by whom: none of it is a customer’s business. */
const internals = [
  "Export writer",
  "Buffer overrun",
  "Tea Brandt",
  "Technical support",
  "2nd level",
  "Happens with every",
];
const ofCy = ["Cy Hansen", "Acme", "Der Export bricht ab"];
const ofEve = ["Eve Stone", "Globex", "The export is cut off"];

/** Acme and Globex, who know nothing of each other, and one agent at each level. */
const openDesk = async () => {
  const journey = await startJourney();
  await setUpDesk(journey, ["levels"]);
  const acme = await addCompany(journey, { name: "Acme" });
  const globex = await addCompany(journey, { name: "Globex" });
  await addSomebody(journey, { name: "Ann Petersen", email: "ann@desk.example", role: "member", teams: ["1st level"] });
  await addSomebody(journey, { name: "Ben Falk", email: "ben@desk.example", role: "member", teams: ["2nd level"] });
  await addSomebody(journey, {
    name: "Tea Brandt",
    email: "tea@desk.example",
    role: "member",
    teams: ["Technical support"],
  });
  await addSomebody(journey, { name: "Cy Hansen", email: cyAt, locale: "de", organisationId: acme });
  await addSomebody(journey, { name: "Eve Stone", email: eveAt, organisationId: globex });
  await journey.work();
  return journey;
};

/** Submits a service request, as the customer does in either language; returns its number. */
const request = async (page: Page, { subject, text }: { subject: string; text: string }): Promise<string> => {
  await page.goto("/requests/new/service_request");
  await page.locator("input[name=subject]").fill(subject);
  await page.locator("textarea[name=text]").fill(text);
  await page.getByRole("button", { name: /^(Submit request|Anfrage einreichen)$/ }).click();
  await page.getByText(/^(Thank you\.|Vielen Dank\.)/).waitFor();
  return numberIn(page);
};

const take = async (page: Page, number: string): Promise<void> => {
  await page.goto(`/desk/tickets/${number}`);
  await page.getByRole("button", { name: "Take", exact: true }).click();
  await page.getByText("The ticket is yours.").waitFor();
};

/** Looks for every one of these words in the page as it was sent, its source included. */
const expectWithout = async (page: Page, words: readonly string[]): Promise<void> => {
  const source = await page.content();
  expect(words.filter((each) => source.includes(each))).toEqual([]);
};

/** In the list and in the request itself, with nothing of the order but what is meant for customers. */
const expectOrder = async (
  page: Page,
  { number, order, hidden }: { number: string; order: string; hidden: readonly string[] },
): Promise<void> => {
  await page.goto("/requests");
  await page.getByText(order).first().waitFor();
  await expectWithout(page, hidden);
  await page.goto(`/requests/${number}`);
  await page.locator("dd", { hasText: order.replace(/^\S+ /, "") }).waitFor();
  await expectWithout(page, hidden);
};

/** By address and by search, the customer finds nothing but his own. */
const expectOutsider = async (page: Page, numbers: readonly string[]): Promise<void> => {
  for (const number of numbers) {
    for (const path of [`/requests/${number}`, `/desk/tickets/${number}`])
      expect((await page.request.get(path)).status(), path).toBeGreaterThanOrEqual(403);
    const found = await (await page.request.get(`/requests?q=${number}&status=all`)).text();
    expect(found).not.toContain(`href="/requests/${number}"`);
    expect(internals.filter((each) => found.includes(each))).toEqual([]);
  }
};

const planVersion = async (page: Page, { version, reason }: { version: string; reason?: string }): Promise<void> => {
  await page
    .locator("dd", { hasText: /^(none|8\.2)$/ })
    .getByRole("link")
    .click();
  await page.locator("#fields-form input[name=plannedVersion]").fill(version);
  if (reason) await page.locator("#fields-form input[name=versionReason]").fill(reason);
  await page.locator("#fields-form").getByRole("button").click();
  await page.locator(".property dd", { hasText: version }).waitFor();
  await page.locator("#edit-fields:not([open])").waitFor();
};

const rate = async (page: Page, number: string, stars: number): Promise<void> => {
  await page.goto(`/requests/${number}`);
  await page.locator("label", { has: page.locator(`input[name=rating][value='${stars}']`) }).click();
  await page.getByRole("button", { name: /^(Send rating|Bewertung senden)$/ }).click();
  await page
    .getByText(/^(Rated with . of|Mit . von) 5/)
    .first()
    .waitFor();
};

/** Cy's request is handed to the second level, which opens an order; Eve's joins it. */
const escalateBoth = async (journey: Journey, numbers: { cys: string; eves: string }) => {
  const { cys, eves } = numbers;
  const ann = await asSomebody(journey, "ann@desk.example");
  await take(ann, cys);
  await journey.work();
  await ann.goto(`/desk/tickets/${cys}?do=pass-on`);
  await ann.locator("dialog[open] select[name=teamId]").selectOption({ label: "2nd level" });
  await ann.locator("dialog[open] textarea[name=reason]").fill("Happens with every file over 2 GB; logs are attached.");
  await ann.locator("dialog[open]").getByRole("button", { name: "Pass on" }).click();
  await ann.getByText("Passed on to 2nd level.").waitFor();
  const passed = await journey.work();
  expect(outline(passed)).toEqual(["tickets.desk-passed-on to ben@desk.example"]);
  expect(passed[0]!.text).toContain("Happens with every file over 2 GB");

  const ben = await asSomebody(journey, "ben@desk.example");
  await take(ben, cys);
  await journey.work();
  await ben.goto(`/desk/tickets/${cys}?do=escalate`);
  await ben.locator("#escalate-form input[name=subject]").fill("Export writer stops at 2 GB");
  await ben.locator("#escalate-form textarea[name=text]").fill("Buffer overrun in the writer, see the dump.");
  await ben.locator("dialog[open]").getByRole("button", { name: "Open the order" }).click();
  await ben.getByText(/^On hold, waiting for order #/).waitFor();
  const order = /#(\d+)/.exec(await ben.getByText(/^On hold, waiting for order #/).innerText())?.[1] ?? "";
  const escalated = await journey.work();
  expect(outline(escalated)).toEqual(["tickets.desk-opened to tea@desk.example", `tickets.escalated to ${cyAt}`]);
  expect(mailTo(escalated, cyAt)).toMatchObject({ locale: "de" });
  expect(mailTo(escalated, cyAt).text).toContain(`#${order}`);

  await ben.goto(`/desk/tickets/${eves}?do=escalate&q=export`);
  await ben.locator("dialog[open]").getByText("1 ticket waits for it").waitFor();
  await ben.getByRole("button", { name: `Join #${order}` }).click();
  await ben.getByText(`On hold, waiting for order #${order}.`).waitFor();
  const joined = await journey.work();
  expect(outline(joined)).toEqual([`tickets.escalated to ${eveAt}`]);
  expect(mailTo(joined, eveAt)).toMatchObject({ locale: "en" });
  return { order, mails: [...passed, ...escalated, ...joined] };
};

test("1st level to 2nd level to technical support, one order for two organisations; its solution resolves both", async () => {
  const journey = await openDesk();
  const cy = await asSomebody(journey, cyAt, "de");
  const eve = await asSomebody(journey, eveAt);
  const cys = await request(cy, { subject: "Der Export bricht ab", text: "Bei großen Dateien endet er mitten drin." });
  const eves = await request(eve, { subject: "The export is cut off", text: "Large files end in the middle." });
  expect(outline(await journey.work())).toEqual([
    "tickets.desk-opened to ann@desk.example",
    "tickets.desk-opened to ann@desk.example",
    `tickets.received to ${cyAt}`,
    `tickets.received to ${eveAt}`,
  ]);
  const { order, mails } = await escalateBoth(journey, { cys, eves });
  const told = [...toCustomers(mails)];

  // Each sees the order's number and state, and nothing of what is behind it or of the other one.
  const shown = async (words: { de: string; en: string }) => {
    await expectOrder(cy, { number: cys, order: words.de, hidden: [...internals, ...ofEve] });
    await expectOrder(eve, { number: eves, order: words.en, hidden: [...internals, ...ofCy] });
  };
  await shown({ de: `Auftrag #${order} · Eingegangen`, en: `Order #${order} · Received` });
  await cy.getByText("Angehalten").first().waitFor();
  await eve.getByText("On hold").first().waitFor();
  await expectOutsider(cy, [order, eves]);
  await expectOutsider(eve, [order, cys]);

  // Technical support alone says how urgent it is, and plans it.
  const ben = await asSomebody(journey, "ben@desk.example");
  await ben.goto(`/desk/tickets/${order}`);
  expect(await ben.locator("button[name=priority]").count()).toBe(0);
  const tea = await asSomebody(journey, "tea@desk.example");
  await take(tea, order);
  await tea.getByText("Waiting for this (2)").waitFor();
  await pick(tea, "Priority", "High");
  await pick(tea, "Status", "In progress");
  expect(toCustomers(await journey.work())).toEqual([]);
  await planVersion(tea, { version: "8.2" });
  const planned = toCustomers(await journey.work());
  expect(outline(planned)).toEqual([`tickets.planned to ${cyAt}`, `tickets.planned to ${eveAt}`]);
  await shown({
    de: `Auftrag #${order} · In Arbeit, geplant für 8.2`,
    en: `Order #${order} · In progress, planned for 8.2`,
  });

  // Another version is owed a reason, which both read.
  const reason = "The writer needs a new file format.";
  await planVersion(tea, { version: "8.3", reason });
  const replanned = toCustomers(await journey.work());
  expect(outline(replanned)).toEqual([`tickets.planned to ${cyAt}`, `tickets.planned to ${eveAt}`]);
  for (const { text } of replanned) {
    expect(text).toContain(reason);
    expect(text).toContain("8.2 → 8.3");
  }
  expect(mailTo(replanned, cyAt).text).toContain("geplante Version");
  await cy.goto(`/requests/${cys}`);
  await cy.getByText(reason).first().waitFor();

  // Solved once, resolved twice, and told once each.
  await tea.goto(`/desk/tickets/${order}`);
  await tea.getByRole("button", { name: "Resolve", exact: true }).first().click();
  await tea.getByText("2 tickets wait and are resolved with this result.").waitFor();
  await tea.locator("dialog[open] textarea[name=result]").fill("8.3 writes files of any size.");
  await tea.locator("dialog[open]").getByRole("button", { name: "Resolve" }).click();
  // Nobody rates an order, so it is closed at once.
  await tea.locator(".property").first().getByText("Closed").first().waitFor();
  const solved = toCustomers(await journey.work());
  expect(outline(solved)).toEqual([`tickets.order-done to ${cyAt}`, `tickets.order-done to ${eveAt}`]);
  expect(mailTo(solved, cyAt)).toMatchObject({ locale: "de" });
  expect(mailTo(solved, cyAt).text).toContain("ist gelöst");
  expect(mailTo(solved, eveAt)).toMatchObject({ locale: "en" });
  expect(mailTo(solved, eveAt).text).toContain("is solved");
  for (const { text } of solved) {
    expect(text).toContain("8.3 writes files of any size.");
    expect(text).toContain("8.3");
  }

  // No letter said more than the pages.
  for (const { to, text, subject } of [...told, ...planned, ...replanned, ...solved])
    for (const secret of [...internals, ...(to === cyAt ? ofEve : ofCy)])
      expect(`${subject}\n${text}`).not.toContain(secret);

  // Both are content; with the rating each request is closed.
  await rate(cy, cys, 5);
  await cy.getByText("Geschlossen").first().waitFor();
  await rate(eve, eves, 4);
  await eve.getByText("Closed").first().waitFor();
  await expectWithout(eve, [...internals, ...ofCy]);
  expect(toCustomers(await journey.work())).toEqual([]);
});
