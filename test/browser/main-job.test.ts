import { afterAll, beforeAll, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { newPerson } from "../support/browser.ts";
import { accountOf, readDemo, type Demo, type DemoRole } from "../support/demo.ts";
import { startServer, type RunningServer } from "../support/server.ts";
import { openMailbox, sendMail, type Mailbox, type ReadMail } from "../support/smtp.ts";

// The product's main job, with real parts all the way: browsers, a mail server on each side, the built program.

let server: RunningServer;
let demo: Demo;
let mailbox: Mailbox;
let closeMailbox: () => Promise<void>;

beforeAll(async () => {
  mailbox = await openMailbox({ until: (stop) => (closeMailbox = stop) });
  server = await startServer({ demo: true, env: { TRESEN_SMTP_URL: mailbox.url } });
  demo = await readDemo(server.dataDir);
});
afterAll(async () => {
  await server.remove();
  await closeMailbox();
});

const signIn = async (role: DemoRole, locale: "de" | "en"): Promise<Page> => {
  const page = await newPerson({ url: server.url, locale });
  const { email, password } = accountOf(demo, role, locale);
  await page.goto("/sign-in");
  await page.locator("input[name=email]").fill(email);
  await page.locator("input[name=password]").fill(password);
  await page.locator("form:has(input[name=password]) [type=submit]").click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
  return page;
};

const mailTo = (address: string, about: RegExp): Promise<ReadMail> =>
  mailbox.waitFor(address, { isWanted: ({ parsed }) => about.test(`${parsed.subject ?? ""}\n${parsed.text ?? ""}`) });

/** Answers as a mail program does: to the Reply-To, in the thread, with the old words below. */
const answer = ({ parsed }: ReadMail, from: string, words: string) =>
  sendMail(server.smtpInPort, {
    from,
    to: parsed.replyTo?.text ?? "",
    subject: `AW: ${parsed.subject ?? ""}`,
    inReplyTo: parsed.messageId,
    references: parsed.messageId,
    text: `${words}\n\nAm 22.11.2026 um 10:00 schrieb Nordlicht Support:\n${(parsed.text ?? "").replaceAll(/^/gm, "> ")}`,
  });

/** The page shows it without being loaded again, within a second. */
const appearsLive = async (page: Page, text: string | RegExp): Promise<void> => {
  await page.getByText(text).first().waitFor({ timeout: 1_000 });
};

const write = async (page: Page, form: string, words: string): Promise<void> => {
  await page.locator(`${form} [contenteditable=true]`).fill(words);
};

test("a request by form: seen at once, taken, noted, asked back, answered by mail, solved; each in his language", async () => {
  const cy = accountOf(demo, "customer", "de");
  const agent = await signIn("member", "en");
  await agent.goto("/desk");
  const customer = await signIn("customer", "de");

  // Cy asks, in German.
  await customer.goto("/requests/new/service_request?empty=1");
  await customer.locator("input[name=subject]").fill("Kasse 7 druckt keine Belege");
  await customer.locator("textarea[name=text]").fill("Seit heute früh kommt kein Beleg mehr heraus.");
  await customer.getByRole("button", { name: "Anfrage einreichen" }).click();
  await customer.getByText("Vielen Dank. Ihre Anfrage").waitFor();
  const number = /(\d+)/.exec(new URL(customer.url()).pathname)?.[1] ?? "";

  // The desk sees it without reloading; one agent takes it.
  await appearsLive(agent, "Kasse 7 druckt keine Belege");
  await agent.getByRole("link", { name: "Kasse 7 druckt keine Belege" }).click();
  await agent.waitForURL(`**/desk/tickets/${number}*`);
  await agent.getByRole("button", { name: "Take", exact: true }).click();
  await agent.getByText("The ticket is yours.").waitFor();

  // An internal note, which no customer ever sees.
  await agent
    .getByRole("tab", { name: "Note" })
    .or(agent.getByText("Note", { exact: true }))
    .first()
    .click();
  await write(agent, "#composer-note", "Wahrscheinlich wieder das Netzteil.");
  await agent.getByRole("button", { name: "Save note" }).click();
  await agent.getByText("The note is saved.").waitFor();

  // Asked back; the ticket now waits for the customer, who hears of it by mail in German.
  await agent.getByText("Answer", { exact: true }).first().click();
  await write(agent, "#composer-reply", "Leuchtet die grüne Lampe am Drucker?");
  await agent.locator("#composer-reply summary", { hasText: "Send and set the status" }).click();
  await agent.getByRole("button", { name: "Send, then: Waiting" }).click();
  await agent.getByText("is on its way").waitFor();
  const asked = await mailTo(cy.email, /grüne Lampe/);
  expect(asked.parsed.text).toMatch(/Anfrage/);
  expect(asked.parsed.subject).toContain(number);

  // Answered from the mail program: the agent's open page shows it at once, without the repeated words.
  await answer(asked, `Cyrill Hansen <${cy.email}>`, "Nein, sie ist aus.");
  await agent.getByText("Nein, sie ist aus.").first().waitFor();
  await customer.goto(`/requests/${number}`);
  await customer.getByText("Nein, sie ist aus.").waitFor();
  expect(await customer.content()).not.toContain("Netzteil");

  // Solved with a result.
  await write(agent, "#composer-reply", "Wir schicken ein neues Netzteil, es ist morgen da.");
  await agent
    .locator("#composer-reply [name=result]")
    .evaluate((field) => field.closest("details")?.setAttribute("open", ""));
  await agent.locator("#composer-reply [name=result]").fill("Netzteil getauscht.");
  await agent.getByRole("button", { name: "Send, then: Resolved" }).click();
  await agent.getByText("is on its way").waitFor();
  const solved = await mailTo(cy.email, /neues Netzteil/);
  expect(`${solved.parsed.subject ?? ""} ${solved.parsed.text ?? ""}`).toMatch(/gelöst/i);
  expect(solved.parsed.text).not.toContain("Wahrscheinlich");

  // And everything stands under "Meine Anfragen".
  await customer.goto("/requests?q=Kasse");
  await customer
    .getByRole("link", { name: /Kasse 7 druckt keine Belege/ })
    .first()
    .click();
  await customer.getByText("Netzteil getauscht.").first().waitFor();
  await customer.getByText("Gelöst").first().waitFor();
});

test("a request by mail from somebody unknown: one mail with a link to a password, then everything in the portal, without JavaScript", async () => {
  const from = "petra.unbekannt@woanders.example";
  await sendMail(server.smtpInPort, {
    from: `Petra Unbekannt <${from}>`,
    to: "support@nordlicht.example",
    subject: "Wie ändere ich meine Lieferadresse?",
    text: "Guten Tag,\n\nich bin umgezogen. Wie ändere ich meine Lieferadresse?\n\nViele Grüße\nPetra Unbekannt",
  });
  const received = await mailTo(from, /Passwort/);
  // Nobody has proved yet to be Petra: nothing of what was written is sent there.
  expect(received.raw).not.toContain("Lieferadresse");
  const link = /https?:\/\/\S+\/password\/\S+/.exec(received.parsed.text ?? "")?.[0] ?? "";

  const petra = await newPerson({ url: server.url, locale: "de", javaScript: false });
  await petra.goto(link);
  await petra.locator("input[name=password]").fill("vierzehn nasse Enten");
  await petra.getByRole("button", { name: "Passwort speichern und anmelden" }).click();
  await petra.goto("/requests");
  await petra
    .getByRole("link", { name: /Lieferadresse/ })
    .first()
    .click();
  await petra.getByPlaceholder("Schreiben Sie Ihre Antwort").fill("Die neue Adresse: Am Deich 4, 26506 Norden.");
  await petra.getByRole("button", { name: "Antwort senden" }).click();
  await petra.getByText("Ihre Antwort ist gesendet.").waitFor();
  await petra.getByText("Am Deich 4").waitFor();

  const mails = (await mailbox.all()).filter(({ to }) => to.includes(from));
  expect(mails).toHaveLength(1);
});
