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
  type JourneyMail,
} from "../support/journey.ts";

// Organisation E of product.md: second-level support for partners.

const toPia = (mails: readonly JourneyMail[]) => mails.filter(({ to }) => to === "pia@partner.example");

test("mandatory facts, declined, approved by link, carried out, confirmed, rated, documented, closed", async () => {
  const journey = await startJourney();
  await setUpDesk(journey, ["partners"]);
  const partner = await addCompany(journey, { name: "Partner & Sons" });
  await addSomebody(journey, { name: "Lea Sommer", email: "lea@desk.example", role: "member", teams: ["2nd level"] });
  await addSomebody(journey, { name: "Pia Roth", email: "pia@partner.example", organisationId: partner });
  await addSomebody(journey, { name: "Nobody’s Partner", email: "eve@elsewhere.example" });
  await journey.work();

  // Only partners pass cases on, and only with the facts that are demanded.
  const eve = await asSomebody(journey, "eve@elsewhere.example");
  expect((await eve.goto("/requests/new/second_level"))?.status()).toBe(404);
  const pia = await asSomebody(journey, "pia@partner.example");
  await pia.goto("/requests/new/second_level");
  await pia.locator("input[name=subject]").fill("Orders are booked twice");
  await pia.locator("textarea[name=text]").fill("Since the update of last night.");
  await pia.getByRole("button", { name: "Submit request" }).click();
  for (const missing of [
    "Customer number of the end customer",
    "Domain",
    "Contact at the end customer",
    "Error picture",
  ])
    await pia.getByRole("link", { name: missing }).first().waitFor();
  await pia.locator('input[name="customFields.customer_number"]').fill("K-4711");
  await pia.locator('input[name="customFields.domain"]').fill("shop.example");
  await pia.locator('input[name="customFields.contact"]').fill("Mr Lund");
  await pia.locator('textarea[name="customFields.error_picture"]').fill("Every order stands there twice.");
  await choose(pia, "customFields.may_contact", "no");
  await pia.getByRole("button", { name: "Submit request" }).click();
  await pia.getByText("Thank you.").waitFor();
  const number = numberIn(pia);
  expect(outline(await journey.work())).toEqual([
    "tickets.desk-opened to lea@desk.example",
    "tickets.received to pia@partner.example",
  ]);

  // Lea cannot resolve what nobody approved; the procedure leads.
  const lea = await asSomebody(journey, "lea@desk.example");
  await lea.goto(`/desk/tickets/${number}`);
  await lea.getByRole("button", { name: "Take", exact: true }).click();
  await lea.getByText("The ticket is yours.").waitFor();
  expect(await lea.getByRole("button", { name: "Resolve", exact: true }).count()).toBe(0);
  await lea.getByText("Stage 1 of 8").waitFor();
  await lea.getByRole("button", { name: "The mandatory facts are complete" }).click();
  await lea.getByText("done by Lea Sommer").waitFor();
  for (const stage of ["Understand", "Solve", "Approve"]) {
    await lea.getByRole("button", { name: `Go on to “${stage}”` }).click();
    await lea.locator(".procedure-stage", { hasText: stage }).waitFor();
  }

  // The solution is proposed, and declined with a reason.
  const propose = async (words: string) => {
    await lea.goto(`/desk/tickets/${number}`);
    await lea.locator("#proposal summary, summary:has-text('Propose')").first().click();
    await lea.locator("textarea[name=proposal]").fill(words);
    await lea.getByRole("button", { name: /ask for approval/i }).click();
    await lea.getByText("Waiting for a decision").first().waitFor();
  };
  await propose("We delete the second booking of every order.");
  const asked = toPia(await journey.work());
  expect(outline(asked)).toHaveLength(1);
  expect(asked[0]!.text).toContain("We delete the second booking");
  await pia.goto(`/requests/${number}`);
  await pia.locator("textarea[name=reason]").fill("Not before the accounts are closed.");
  await pia.getByRole("button", { name: "Decline" }).click();
  await pia.getByText("We have your reason").first().waitFor();
  await journey.work();
  await lea.goto(`/desk/tickets/${number}`);
  await lea.getByText("Not before the accounts are closed.").first().waitFor();

  // Proposed again, and approved by the link in the mail, without signing in.
  await propose("We cancel the second booking on Friday, after the accounts are closed.");
  const again = toPia(await journey.work());
  const link = /http:\/\/localhost:\d+\/approvals\/\S+/.exec(again[0]!.text)?.[0];
  expect(link).toBeDefined();
  const stranger = await journey.browse("en");
  await stranger.goto(link!);
  await stranger.getByText("You decide as Pia Roth.").waitFor();
  await stranger.getByRole("button", { name: "Approve" }).click();
  await stranger.getByText("Your approval is recorded").waitFor();
  await journey.work();

  // Carried out and resolved; closing still demands confirmation and a written solution.
  await lea.goto(`/desk/tickets/${number}`);
  for (const stage of ["Carry out", "Confirm"]) {
    await lea.getByRole("button", { name: `Go on to “${stage}”` }).click();
    await lea.locator(".procedure-stage", { hasText: stage }).waitFor();
  }
  await lea.getByRole("button", { name: "Resolve", exact: true }).first().click();
  await lea.locator("dialog[open] textarea[name=result]").fill("The second bookings are cancelled.");
  await lea.locator("dialog[open]").getByRole("button", { name: "Resolve" }).click();
  await lea.locator(".property").first().locator("summary", { hasText: "Resolved" }).waitFor();
  expect(outline(toPia(await journey.work()))).toEqual(["tickets.status to pia@partner.example"]);
  expect(await lea.locator("button.menu-row", { hasText: /^\s*Close/ }).count()).toBe(0);

  // Pia confirms and says how it was; the ticket still waits for its written solution.
  await pia.goto(`/requests/${number}`);
  await pia.getByRole("button", { name: "Yes, it works" }).click();
  await pia.getByText("The solution is confirmed.").waitFor();
  await pia.locator("label", { has: pia.locator("input[name=rating][value='4']") }).click();
  await pia.getByRole("button", { name: "Send rating" }).click();
  await pia.getByText("Rated with 4 of 5 stars").first().waitFor();
  expect(outline(await journey.work())).toContain("tickets.desk-confirmed to lea@desk.example");
  await lea.goto(`/desk/tickets/${number}`);
  for (const stage of ["Feedback", "Document"]) {
    await lea.getByRole("button", { name: `Go on to “${stage}”` }).click();
    await lea.locator(".procedure-stage", { hasText: stage }).waitFor();
  }
  await lea.getByText("Stage 8 of 8").waitFor();
  await lea.locator("#write-solution summary").click();
  await lea.locator("textarea[name=solution]").fill("The interface sent orders again after a timeout of 30 s.");
  await lea.getByRole("button", { name: "Save the solution" }).click();
  await lea.getByText("The solution is written down.").waitFor();
  // That was the last that it waited for.
  const status = lea.locator(".property").first();
  await status.locator("summary, .property-fixed", { hasText: "Closed" }).first().waitFor();
  expect(outline(toPia(await journey.work()))).toEqual(["tickets.status to pia@partner.example"]);
  await pia.goto(`/requests/${number}`);
  await pia.getByText("Closed").first().waitFor();
  expect(await pia.content()).not.toContain("after a timeout of 30 s");
});
