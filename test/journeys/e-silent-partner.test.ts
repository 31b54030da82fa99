import { expect, test } from "vitest";
import { listTicketTypes } from "../../src/features/ticket-types/index.ts";
import { openTicket, resolveTicket, takeTicket, waiveApproval } from "../../src/features/tickets/index.ts";
import { actorOfPerson } from "../../src/features/people/index.ts";
import { act } from "../../src/platform/act.ts";
import {
  addCompany,
  addSomebody,
  asSomebody,
  outline,
  setUpDesk,
  startJourney,
  type JourneyMail,
} from "../support/journey.ts";

// Organisation E of product.md, with a partner who never says whether the solution works.

const toPia = (mails: readonly JourneyMail[]) => mails.filter(({ to }) => to === "pia@partner.example");

test("silence closes nothing that still has to be confirmed, rated and documented: the desk hears of it and decides", async () => {
  const journey = await startJourney();
  const ada = await setUpDesk(journey, ["partners"]);
  const { db } = journey.context;
  const type = (await listTicketTypes(db)).find(({ key }) => key === "second_level")!;

  // Ada wants what is resolved to close by itself after 14 days; the page says what holds nevertheless.
  await ada.goto(`/admin/ticket-types/${type.id}`);
  await ada.getByText("Nothing closes without what the type demands; the desk is told.").waitFor();
  await ada.locator("input[name=closeResolvedAfterDays]").fill("14");
  await ada.locator("form:has(input[name=closeResolvedAfterDays]) button", { hasText: "Save" }).click();
  await ada.getByText("Saved").first().waitFor();

  const organisationId = await addCompany(journey, { name: "Partner & Sons" });
  const leaId = await addSomebody(journey, { name: "Lea Sommer", email: "lea@desk.example", role: "member" });
  const piaId = await addSomebody(journey, { name: "Pia Roth", email: "pia@partner.example", organisationId });
  const lea = await actorOfPerson(db, leaId);
  const facts = { subject: "Orders are booked twice", text: "Since the update.", requesterId: piaId, typeId: type.id };
  const { ticketId, number } = await act(db, lea, openTicket, { ...facts, channel: "telephone" });
  await act(db, lea, takeTicket, { ticketId });
  await act(db, lea, waiveApproval, { ticketId, reason: "A hotfix." });
  await act(db, lea, resolveTicket, { ticketId, result: "The second bookings are cancelled." });
  const solved = toPia(await journey.work());
  expect(solved.at(-1)?.text).not.toContain("closes by itself");

  expect(toPia(await journey.pass(13))).toEqual([]);
  const told = await journey.pass(1);
  expect(outline(told)).toEqual([
    "tickets.asked-again to pia@partner.example",
    "tickets.desk-stalled to lea@desk.example",
  ]);
  expect(await journey.pass(60)).toEqual([]);

  // Lea reads on the ticket why it is still there, and what is missing.
  const desk = await asSomebody(journey, "lea@desk.example");
  await desk.goto(`/desk/tickets/${number}`);
  await desk.getByText("The customer says nothing more, but this does not close by itself").waitFor();
  for (const lack of ["Write the solution down first", "has not confirmed yet", "has not said yet how it was"])
    await desk.locator(".notice", { hasText: "does not close by itself" }).getByText(lack).waitFor();
  await desk.locator("#write-solution summary").click();
  await desk.locator("textarea[name=solution]").fill("The interface sent orders again after a timeout of 30 s.");
  await desk.getByRole("button", { name: "Save the solution" }).click();
  await desk.getByText("The solution is written down.").waitFor();
  for (const demand of ["confirmation", "feedback"]) {
    await desk.locator(`#waive-${demand} summary`).click();
    await desk.locator(`#waive-${demand}-form input[name=reason]`).fill("Nobody there answers any more.");
    await desk.locator(`#waive-${demand}-form button`).click();
    await desk.getByText("Noted: this goes without.").waitFor();
  }
  await desk.locator(".property").first().getByText("Closed").first().waitFor();
  expect(outline(toPia(await journey.work()))).toEqual(["tickets.status to pia@partner.example"]);
});
