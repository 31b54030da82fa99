import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { createServer } from "../../src/app/server.ts";
import { connect } from "../../src/platform/db/db.ts";
import { expectNoAxeViolations, newPerson } from "../support/browser.ts";
import { testContext } from "../support/context.ts";
import { freshDb } from "../support/db.ts";
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

test("the first page of a desk, and the one that says that its database is away, suit everybody", async () => {
  const journey = await startJourney();
  const context = await testContext(await freshDb());
  const away = connect({ connectionString: "postgresql://nobody@127.0.0.1:9/nothing" }, 1);
  onTestFinished(() => away.close());
  const app = await createServer({ ...context, db: away.db, pool: away.pool }, () => Promise.resolve(false));
  onTestFinished(() => app.close());
  await app.listen({ port: 0, host: "127.0.0.1" });
  const url = `http://localhost:${(app.server.address() as AddressInfo).port}`;
  for (const [locale, colorScheme, width] of [
    ["de", "light", 390],
    ["en", "dark", 1440],
  ] as const) {
    const page = await newPerson({ locale, colorScheme, viewport: { width, height: 900 }, url: journey.url });
    await page.goto(journey.setUpLink);
    await page.locator("form:has(input[name=deskName]) [type=submit]").click();
    await page.locator("[data-error-summary]").waitFor();
    await expectNoAxeViolations(page);
    const answer = await page.goto(url);
    expect(answer?.status()).toBe(503);
    await expectNoAxeViolations(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
});
