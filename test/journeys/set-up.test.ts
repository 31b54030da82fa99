import { expect, test } from "vitest";
import { setUpDesk, signIn, startJourney } from "../support/journey.ts";

test("a fresh desk is set up by its link for all five ways, and its administrator signs in", async () => {
  const journey = await startJourney();
  const page = await setUpDesk(journey, ["care_packages", "levels", "service_calls", "field_service", "partners"]);
  for (const name of ["Service request", "Malfunction", "Service call", "Field service", "Technical ticket"])
    await page.getByRole("link", { name }).first().waitFor();
  const again = await journey.browse("en");
  await signIn(again, "ada@desk.example");
  expect(new URL(again.url()).pathname).toBe("/desk");
});
