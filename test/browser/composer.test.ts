import { expect, test } from "vitest";
import { newPerson, numberOfDemoTicket, signInAs } from "../support/browser.ts";

test.each([1440, 390])("the result has room in the menu beside “Send”, %i wide", async (width) => {
  const page = await newPerson({ locale: "de", viewport: { width, height: 900 } });
  await signInAs(page, "administrator", "de");
  await page.goto(`/desk/tickets/${await numberOfDemoTicket(page, "Arbeitsvorbereitung: Stückliste")}`);
  await page.locator("#composer-reply summary", { hasText: "Senden und Status setzen" }).click();
  const place = async (selector: string) =>
    (await page.locator(`#composer-reply .split-result ${selector}`).boundingBox())!;
  const label = await place("label");
  const input = await place("input[name=result]");
  expect(label.height).toBeLessThan(30);
  expect(input.y).toBeGreaterThanOrEqual(label.y + label.height);
  expect(input.width).toBeGreaterThan(200);
});
