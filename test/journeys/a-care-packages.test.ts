import { expect, test } from "vitest";
import {
  addCompany,
  addSomebody,
  asSomebody,
  askBack,
  choose,
  numberIn,
  outline,
  pick,
  setUpDesk,
  startJourney,
  type JourneyMail,
} from "../support/journey.ts";

// Organisation A of product.md: a service desk with care packages.

const toCy = (mails: readonly JourneyMail[]) => mails.filter(({ to }) => to === "cy@acme.example");

/** Acme has booked Bronze: three seats, which Cy, Cora and their manager Mia take. */
const openDesk = async () => {
  const journey = await startJourney();
  const ada = await setUpDesk(journey, ["care_packages"]);
  const acme = await addCompany(journey, { name: "Acme", carePackage: "Bronze" });
  await addSomebody(journey, {
    name: "Ann Petersen",
    email: "ann@desk.example",
    role: "member",
    teams: ["Service desk"],
  });
  await addSomebody(journey, { name: "Cy Hansen", email: "cy@acme.example", locale: "de", organisationId: acme });
  await addSomebody(journey, { name: "Cora Lund", email: "cora@acme.example", organisationId: acme });
  await addSomebody(journey, { name: "Mia Holm", email: "mia@acme.example", organisationId: acme, isManager: true });
  await journey.work();
  return { journey, ada };
};

test("a malfunction with HAR: Blocker made High, development told, closed by silence, reopened on day 13, followed up on day 15", async () => {
  const { journey } = await openDesk();

  // Cy reports what does not work, in German; the form asks for what matters.
  const cy = await asSomebody(journey, "cy@acme.example", "de");
  await cy.goto("/requests/new/malfunction");
  await cy.locator("input[name=subject]").fill("Auftragsliste bleibt leer");
  await cy.locator("textarea[name=text]").fill("Seit heute früh ist die Liste leer, mit einer roten Meldung.");
  await choose(cy, "priority", "blocker");
  await choose(cy, "customFields.error_message", "yes");
  await cy.locator('input[type=file][name="customFields.har_export"]').setInputFiles({
    name: "auftragsliste.har",
    mimeType: "application/json",
    buffer: Buffer.from('{"log":{"entries":[]}}'),
  });
  await choose(cy, "customFields.affected", "everybody");
  await choose(cy, "customFields.browsers", "all_browsers");
  await choose(cy, "customFields.content", "all_content");
  await cy.getByRole("button", { name: "Anfrage einreichen" }).click();
  await cy.getByText("Vielen Dank. Ihre Anfrage").waitFor();
  await cy.getByText("auftragsliste.har").first().waitFor();
  const number = numberIn(cy);
  expect(outline(await journey.work())).toEqual([
    "tickets.desk-opened to ann@desk.example",
    "tickets.received to cy@acme.example",
  ]);

  // Ann adjusts the priority; development moves on, and two of its steps are told.
  const ann = await asSomebody(journey, "ann@desk.example");
  await ann.goto(`/desk/tickets/${number}`);
  await ann.getByRole("button", { name: "Take", exact: true }).click();
  await ann.getByText("The ticket is yours.").waitFor();
  await pick(ann, "Priority", "High");
  const lowered = toCy(await journey.work());
  expect(outline(lowered)).toEqual(["tickets.changed to cy@acme.example"]);
  expect(lowered[0]!.text).toContain("Blocker → Hoch");
  expect(lowered[0]!.locale).toBe("de");
  await pick(ann, "Development", "Planned");
  expect(toCy(await journey.work())).toEqual([]);
  for (const step of ["In Progress", "Merge & Ship"]) {
    await pick(ann, "Development", step);
    const told = toCy(await journey.work());
    expect(outline(told)).toEqual(["tickets.changed to cy@acme.example"]);
    expect(told[0]!.text).toContain(step);
  }

  // Thirty days of silence, a reminder, five more days, and it is closed.
  await askBack(ann, number, "Ist die Liste mit Version 7.4.3 wieder voll?");
  expect(outline(toCy(await journey.work()))).toEqual(["tickets.answered to cy@acme.example"]);
  const reminded = toCy(await journey.pass(30));
  expect(outline(reminded)).toEqual(["tickets.reminded to cy@acme.example"]);
  expect(toCy(await journey.pass(4))).toEqual([]);
  const closed = toCy(await journey.pass(1));
  expect(outline(closed)).toEqual(["tickets.status to cy@acme.example"]);
  expect(closed[0]!.text).toContain("geschlossen");

  // An answer on day 13 brings it back.
  await journey.pass(13);
  const later = await asSomebody(journey, "cy@acme.example", "de");
  await later.goto(`/requests/${number}`);
  await later.locator("#answer textarea").fill("Nein, sie ist noch leer.");
  await later.getByRole("button", { name: "Senden und wieder öffnen" }).click();
  await later.getByText("Nein, sie ist noch leer.").first().waitFor();
  expect(outline(await journey.work())).toContain("tickets.desk-answered to ann@desk.example");

  // Closed again; on day 15 it takes a follow-up, which is one click.
  const again = await asSomebody(journey, "ann@desk.example");
  await again.goto(`/desk/tickets/${number}`);
  await pick(again, "Status", "Closed");
  await journey.work();
  await journey.pass(15);
  const last = await asSomebody(journey, "cy@acme.example", "de");
  await last.goto(`/requests/${number}`);
  await last.locator("#answer textarea").fill("Heute ist sie wieder leer.");
  await last.getByRole("button", { name: "Folgeanfrage stellen" }).click();
  await last.waitForURL((url) => /\/requests\/\d+/.test(url.pathname) && !url.pathname.includes(number));
  expect(Number(numberIn(last))).toBeGreaterThan(Number(number));
  await last.getByText(`#${number}`).first().waitFor();
  expect(outline(await journey.work())).toEqual([
    "tickets.desk-opened to ann@desk.example",
    "tickets.received to cy@acme.example",
  ]);
});

test("a service request closes 30 days after the question, announced before", async () => {
  const { journey } = await openDesk();
  const cora = await asSomebody(journey, "cora@acme.example");
  await cora.goto("/requests/new/service_request");
  await cora.locator("input[name=subject]").fill("A second workplace");
  await cora.locator("textarea[name=text]").fill("Please set up a second workplace for me.");
  await cora.getByRole("button", { name: "Submit request" }).click();
  await cora.getByText("Thank you.").waitFor();
  const number = numberIn(cora);
  const ann = await asSomebody(journey, "ann@desk.example");
  await askBack(ann, number, "In which building?");
  await journey.work();
  const announced = (await journey.pass(25)).filter(({ to }) => to === "cora@acme.example");
  expect(outline(announced)).toEqual(["tickets.reminded to cora@acme.example"]);
  const closed = (await journey.pass(5)).filter(({ to }) => to === "cora@acme.example");
  expect(outline(closed)).toEqual(["tickets.status to cora@acme.example"]);
});

test("a Bronze organisation’s fourth seat is refused, and more seats are asked for in one click", async () => {
  const { journey } = await openDesk();
  const mia = await asSomebody(journey, "mia@acme.example");
  await mia.goto("/organisation");
  await mia.getByText("3 of 3").first().waitFor();
  await mia.locator("input[name=email]").fill("dora@acme.example");
  await mia.locator("form:has(input[name=email]) [type=submit]").first().click();
  await mia.getByText("seats").first().waitFor();
  expect(outline(await journey.work())).toEqual([]);
  await mia.getByRole("button", { name: /more seats/i }).click();
  await mia
    .getByText(/asked for/i)
    .first()
    .waitFor();
  expect(outline(await journey.work())).toContain("tickets.desk-opened to ann@desk.example");
});
