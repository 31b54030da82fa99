import { expect, test } from "vitest";
import { newPerson, signInAs } from "../support/browser.ts";

// A draft is everything that somebody typed, not only the long text; it is there again on another machine.

test("a subject alone is kept while it is typed, and comes back in another browser", async () => {
  const first = await newPerson({ locale: "de" });
  await signInAs(first, "manager");
  await first.goto("/requests/new/service_request");
  const saved = first.waitForResponse(
    (answer) => answer.request().method() === "POST" && answer.url().includes("draft"),
  );
  await first.locator("input[name=subject]").pressSequentially("Neue Zeiterfassung im Werk 2");
  expect((await saved).ok()).toBe(true);

  const second = await newPerson({ locale: "de" });
  await signInAs(second, "manager");
  await second.goto("/requests/new/service_request");
  expect(await second.locator("input[name=subject]").inputValue()).toBe("Neue Zeiterfassung im Werk 2");
});

test("so is the subject of a ticket that an agent enters", async () => {
  const first = await newPerson();
  await signInAs(first, "moderator");
  await first.goto("/desk/tickets/new");
  const saved = first.waitForResponse(
    (answer) => answer.request().method() === "POST" && answer.url().includes("draft"),
  );
  await first.locator("input[name=subject]").pressSequentially("Anruf von Frau Thiele");
  expect((await saved).ok()).toBe(true);

  const second = await newPerson();
  await signInAs(second, "moderator");
  await second.goto("/desk/tickets/new");
  expect(await second.locator("input[name=subject]").inputValue()).toBe("Anruf von Frau Thiele");
});
