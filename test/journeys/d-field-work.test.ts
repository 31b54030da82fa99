import { expect, test } from "vitest";
import {
  addCompany,
  addSomebody,
  asSomebody,
  choose,
  numberIn,
  outline,
  setUpDesk,
  startJourney,
} from "../support/journey.ts";

// Organisation D of product.md: field service.

const openDesk = async () => {
  const journey = await startJourney();
  await setUpDesk(journey, ["field_service"]);
  const mill = await addCompany(journey, { name: "Mill" });
  await addSomebody(journey, { name: "Tom Wolf", email: "tom@desk.example", role: "member", teams: ["Technicians"] });
  await addSomebody(journey, { name: "Lea Sommer", email: "lea@desk.example", role: "member", teams: ["Technicians"] });
  await addSomebody(journey, { name: "Mo Feld", email: "mo@desk.example", role: "moderator" });
  await addSomebody(journey, { name: "Cy Müller", email: "cy@mill.example", locale: "de", organisationId: mill });
  await journey.work();
  return journey;
};

test("draft, open, offer accepted, in work, done, rated, closed; reopened by an agent only", async () => {
  const journey = await openDesk();

  // Begun and kept: nobody is told, and no agent sees it.
  const cy = await asSomebody(journey, "cy@mill.example", "de");
  await cy.goto("/requests/new/field_service");
  await cy.locator("input[name=subject]").fill("Fräse 4 steht");
  await cy.getByRole("button", { name: "Als Entwurf behalten" }).click();
  await cy.waitForURL(/\/requests\/\d+$/);
  const number = numberIn(cy);
  await cy.getByText("Entwurf").first().waitFor();
  expect(await journey.work()).toEqual([]);
  const tom = await asSomebody(journey, "tom@desk.example");
  expect((await tom.goto(`/desk/tickets/${number}`))?.status()).toBe(404);

  // Gone on with: what is missing is named, then it is submitted and offered to the technicians.
  await cy.getByRole("link", { name: "Weiter ausfüllen und einreichen" }).click();
  await cy.locator("textarea[name=text]").fill("Sie hält mitten im Programm an.");
  await cy.getByRole("button", { name: "Anfrage einreichen" }).click();
  await cy.getByRole("link", { name: "Um welche Maschine geht es?" }).first().waitFor();
  await cy.locator('input[name="customFields.machine"]').fill("FR-4411");
  await choose(cy, "customFields.stands_still", "yes");
  await cy.getByRole("button", { name: "Anfrage einreichen" }).click();
  await cy.getByText("Vielen Dank. Ihre Anfrage").waitFor();
  const offered = await journey.work();
  expect(outline(offered)).toEqual([
    "tickets.desk-opened to lea@desk.example",
    "tickets.desk-opened to tom@desk.example",
    "tickets.received to cy@mill.example",
  ]);
  expect(offered.find(({ to }) => to === "tom@desk.example")!.text).toContain("Offer");

  // Who has not accepted only reads. Tom accepts; Lea still only reads.
  const lea = await asSomebody(journey, "lea@desk.example");
  await lea.goto(`/desk/tickets/${number}`);
  expect(await lea.locator("#composer-reply").count()).toBe(0);
  await tom.goto(`/desk/tickets/${number}`);
  await tom.getByRole("button", { name: "Accept the offer" }).click();
  await tom.getByText("The ticket is yours.").waitFor();
  await lea.reload();
  expect(await lea.locator("#composer-reply").count()).toBe(0);
  // Nor does it help to send what the page does not offer.
  const written = await lea.evaluate(
    async (path) =>
      (
        await fetch(path, {
          method: "POST",
          body: new URLSearchParams({ kind: "public", text: "I write all the same." }),
        })
      ).status,
    `/desk/tickets/${number}/reply`,
  );
  expect(written).toBe(403);
  await cy.goto(`/requests/${number}`);
  await cy.getByText("Zugewiesen").first().waitFor();

  // In work, an update for the service history, done.
  const status = tom.locator(".property").first();
  const moveTo = async (name: string) => {
    await status.locator("details").evaluate((menu) => menu.setAttribute("open", ""));
    await status.locator("button.menu-row", { hasText: name }).click();
    await status.locator("summary", { hasText: name }).waitFor();
  };
  await moveTo("In progress");
  await cy.goto(`/requests/${number}`);
  await cy.getByText("In Arbeit").first().waitFor();
  await journey.work();
  const write = async (kind: "note" | "update", words: string) => {
    await tom.locator(`label:has(#composer-tab-${kind})`).click();
    await tom.locator(`#composer-${kind} [contenteditable=true]`).fill(words);
    await tom.locator(`#composer-${kind} .composer-send`).click();
    await tom.locator(".letter", { hasText: words }).waitFor();
  };
  await write("note", "The customer pulled the plug himself.");
  await write("update", "Spindle bearing replaced, 2 h.");
  const heard = (await journey.work()).filter(({ to }) => to === "cy@mill.example");
  expect(heard.map(({ text }) => text).join()).not.toContain("pulled the plug");
  await cy.goto(`/requests/${number}`);
  await cy.locator(".letter", { hasText: "Spindle bearing replaced, 2 h." }).waitFor();
  expect(await cy.content()).not.toContain("pulled the plug");
  await moveTo("Done");
  const done = (await journey.work()).filter(({ to }) => to === "cy@mill.example");
  expect(outline(done)).toEqual(["tickets.status to cy@mill.example"]);

  // Rated, and with that closed.
  await cy.goto(`/requests/${number}`);
  await cy.getByText("Fertig").first().waitFor();
  await cy.locator("label", { has: cy.locator("input[name=rating][value='5']") }).click();
  await cy.getByRole("button", { name: "Bewertung senden" }).click();
  await cy.getByText("Geschlossen").first().waitFor();

  // Closed is readable and no more; only an agent opens it again.
  await cy.getByRole("button", { name: "Folgeanfrage stellen" }).waitFor();
  expect(await cy.getByRole("button", { name: /wieder öffnen/i }).count()).toBe(0);
  await tom.goto(`/desk/tickets/${number}`);
  expect(await tom.locator("#composer-reply, #composer-note").count()).toBe(0);
  await moveTo("In progress");
  await cy.goto(`/requests/${number}`);
  await cy.getByText("In Arbeit").first().waitFor();
});

test("an internal job is nobody’s but the desk’s, even for the customer at whose machine it is done", async () => {
  const journey = await openDesk();
  const mo = await asSomebody(journey, "mo@desk.example");
  await mo.goto("/desk/tickets/new");
  await mo.locator("input[name=requester]").fill("cy@mill.example");
  await mo.locator("input[name=subject]").fill("Yearly check of mill 4");
  await mo.locator("input[name=isInternal]").check();
  await mo.locator("textarea[name=text]").fill("Before the end of March.");
  await mo.locator("form:has(input[name=subject]) button[type=submit]").last().click();
  await mo.waitForURL(/\/desk\/tickets\/\d+/);
  const number = numberIn(mo);
  expect((await journey.work()).filter(({ to }) => to === "cy@mill.example")).toEqual([]);
  const cy = await asSomebody(journey, "cy@mill.example", "de");
  expect((await cy.goto(`/requests/${number}`))?.status()).toBe(404);
});
