import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { newPerson, signInAs } from "../support/browser.ts";

// Two browsers side by side: what one does, the other shows without reloading, in under a second.

const promised = 1_000;

const shows = async (page: Page, words: string | RegExp): Promise<void> => {
  await page.getByText(words).first().waitFor({ timeout: promised });
};

interface Marked {
  wasHereBefore?: boolean;
}
/** A page that was loaded again has forgotten the mark. */
const mark = (page: Page): Promise<void> =>
  page.evaluate(() => {
    (globalThis as Marked).wasHereBefore = true;
  });
const isMarked = (page: Page): Promise<boolean> => page.evaluate(() => (globalThis as Marked).wasHereBefore === true);

const openRequest = async (customer: Page, subject: string): Promise<string> => {
  await customer.goto("/requests/new/service_request?empty=1");
  await customer.locator("input[name=subject]").fill(subject);
  await customer.locator("textarea[name=text]").fill("Bitte um einen Blick darauf.");
  await customer.getByRole("button", { name: "Anfrage einreichen" }).click();
  await customer.getByText("Vielen Dank").first().waitFor();
  return /(\d+)/.exec(new URL(customer.url()).pathname)?.[1] ?? "";
};

test("a new ticket, an answer, a status and who is writing appear without reloading", async () => {
  const ann = await newPerson();
  await signInAs(ann, "member");
  const mona = await newPerson();
  await signInAs(mona, "moderator");
  const cy = await newPerson({ locale: "de" });
  await signInAs(cy, "customer", "de");

  await ann.goto("/desk");
  await mark(ann);
  const subject = `Live ${Date.now()}`;
  const number = await openRequest(cy, subject);
  await shows(ann, subject);

  await mona.goto(`/desk/tickets/${number}`);
  await ann.getByRole("link", { name: subject }).click();
  await ann.waitForURL(`**/desk/tickets/${number}*`);
  await shows(mona, /Ann Petersen/);
  await mark(mona);

  // Ann types: Mona sees it.
  await ann.locator("#composer-reply [contenteditable=true]").pressSequentially("Guten Tag,", { delay: 20 });
  await mona.getByText(/Ann Petersen.*(schreibt|writing)/).waitFor({ timeout: promised });

  // The customer writes: both agents see it.
  await cy.goto(`/requests/${number}`);
  await cy.getByPlaceholder("Schreiben Sie Ihre Antwort").fill("Noch ein Nachtrag.");
  await cy.getByRole("button", { name: "Antwort senden" }).click();
  await Promise.all([shows(ann, "Noch ein Nachtrag."), shows(mona, "Noch ein Nachtrag.")]);

  // Mona takes it: Ann sees whose it is now, and her words are still there.
  await mona.getByRole("button", { name: /^(Take|Übernehmen)$/ }).click();
  await shows(ann, /Mona Feldhusen/);
  expect(await ann.locator("#composer-reply [contenteditable=true]").innerText()).toBe("Guten Tag,");
  expect(await Promise.all([isMarked(ann), isMarked(mona)])).toEqual([true, true]);
});

test("an answer that the page has shown by itself holds nothing up; one that it has not shown does", async () => {
  const ann = await newPerson();
  await signInAs(ann, "member");
  const cy = await newPerson({ locale: "de" });
  await signInAs(cy, "customer", "de");
  const number = await openRequest(cy, `Gekreuzt ${Date.now()}`);
  await ann.goto(`/desk/tickets/${number}`);
  const editor = ann.locator("#composer-reply [contenteditable=true]");
  const say = async (words: string) => {
    await cy.goto(`/requests/${number}`);
    await cy.getByPlaceholder("Schreiben Sie Ihre Antwort").fill(words);
    await cy.getByRole("button", { name: "Antwort senden" }).click();
    await cy.getByText(words).first().waitFor();
  };
  const send = () => ann.locator("#composer-reply .composer-send").click();

  await editor.pressSequentially("Erste Antwort", { delay: 10 });
  await say("Kam dazwischen.");
  await shows(ann, "Kam dazwischen.");
  await send();
  await shows(ann, /Noch nicht gesendet|Not sent yet/);
  await ann.getByText("Erste Antwort").first().waitFor();

  // The page cannot look again, so this one is unread, and the warning brings it.
  await ann.route(
    (url) => url.pathname === `/desk/tickets/${number}`,
    (route) => (route.request().headers()["x-live"] ? route.abort() : route.continue()),
  );
  await editor.pressSequentially("Zweite Antwort", { delay: 10 });
  await say("Das hat niemand gesehen.");
  await send();
  await ann.getByText("Das hat niemand gesehen.").first().waitFor();
  await ann.getByRole("button", { name: /Send anyway|Trotzdem senden/ }).waitFor();

  // Refused words stay as they are through refreshes, which take them along.
  await ann.unroute((url) => url.pathname === `/desk/tickets/${number}`);
  await ann.unrouteAll();
  await say("Und noch etwas.");
  await shows(ann, "Und noch etwas.");
  expect(await editor.innerText()).toBe("Zweite Antwort");
  // Time enough for the draft to be saved, so that there is one to end.
  await ann.waitForTimeout(1_500);
  await send();
  await shows(ann, /Noch nicht gesendet|Not sent yet/);
  await ann.waitForFunction(() => document.querySelector("#composer-reply [contenteditable=true]")?.textContent === "");

  // What was sent after all is no draft any more.
  const isEmptyAgain = async () => {
    await ann.reload();
    await ann.locator("#composer-reply [data-rich]").waitFor();
    expect((await editor.innerText()).trim()).toBe("");
  };
  await isEmptyAgain();

  // Nor is what was taken back and sent again as it was.
  await ann
    .getByRole("button", { name: /Take back|Zurückholen|Zurücknehmen/ })
    .last()
    .click();
  await ann.locator("#composer-reply [contenteditable=true]", { hasText: "Zweite Antwort" }).waitFor();
  await send();
  await shows(ann, /Noch nicht gesendet|Not sent yet/);
  await isEmptyAgain();
});
