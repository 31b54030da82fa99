import { expect, test } from "vitest";
import { journeyPassword, signIn, startJourney } from "../support/journey.ts";

test("a fresh desk is set up by its link, and its administrator signs in", async () => {
  const journey = await startJourney();
  const page = await journey.browse("en");
  await page.goto(journey.setUpLink);
  for (const [name, value] of Object.entries({
    deskName: "Helpful Ltd",
    mailAddress: "support@desk.example",
    name: "Ada Lindqvist",
    email: "ada@desk.example",
    password: journeyPassword,
  }))
    await page.locator(`input[name=${name}]`).fill(value);
  await page.locator("form:has(input[name=deskName]) [type=submit]").click();
  await page.waitForURL(({ pathname }) => !pathname.startsWith("/set-up"));
  const again = await journey.browse("en");
  await signIn(again, "ada@desk.example");
  expect(new URL(again.url()).pathname).toBe("/desk");
});
