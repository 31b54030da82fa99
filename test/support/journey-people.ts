import { expect } from "vitest";
import type { Page } from "playwright-core";
import { journeyPassword, type Journey } from "./journey.ts";

/** As an administrator enters it, on its page. */
export const enterCompany = async (ada: Page, { name, domain }: { name: string; domain: string }): Promise<void> => {
  await ada.goto("/admin/organisations/new");
  await ada.locator("input[name=name]").fill(name);
  await ada.locator("textarea[name=domains]").fill(domain);
  await ada.getByRole("button", { name: "Add the organisation" }).click();
  await ada.getByRole("heading", { name, level: 1 }).waitFor();
};

interface Invited {
  name: string;
  email: string;
  role: "customer" | "member" | "moderator";
  phone?: string;
  locale?: "de" | "en";
}

/** The administrator adds somebody, who gets a mail, follows its link and sets a password: the page he then sees. */
export const invite = async (
  journey: Journey,
  ada: Page,
  { name, email, role, phone = "", locale = "en" }: Invited,
): Promise<Page> => {
  await ada.goto("/admin/people/new");
  await ada.locator(`input[name=role][value=${role}]`).check();
  await ada.locator("input[name=name]").fill(name);
  await ada.locator("input[name=email]").fill(email);
  await ada.locator("input[name=phone]").fill(phone);
  await ada.locator("select[name=locale]").selectOption(locale);
  await ada.getByRole("button", { name: "Add the person" }).click();
  await ada.getByText(`${name} is added and gets an invitation by mail.`).waitFor();
  const mails = (await journey.work()).filter(({ to }) => to === email);
  expect(mails.map(({ template, locale: of }) => [template, of])).toEqual([["people.set-password", locale]]);
  const link = /http:\/\/localhost:\d+\/password\/\S+/.exec(mails[0]?.text ?? "")?.[0] ?? "";
  const page = await journey.browse(locale);
  await page.goto(link);
  await page.locator("input[name=password]").fill(journeyPassword);
  await page.locator("form:has(input[name=password]) [type=submit]").first().click();
  await page.waitForURL(({ pathname }) => !pathname.startsWith("/password"));
  return page;
};

/** The administrator makes somebody a member of a team, on the team's page. */
export const putIntoTeam = async (ada: Page, { team, name }: { team: string; name: string }): Promise<void> => {
  await ada.goto("/admin/teams");
  await ada.getByRole("link", { name: team, exact: true }).click();
  await ada.getByRole("checkbox", { name, exact: true }).check();
  await ada.getByRole("button", { name: "Save" }).click();
  await ada.getByText("Saved").first().waitFor();
};
