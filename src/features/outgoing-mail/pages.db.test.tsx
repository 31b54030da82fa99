import { expect, test } from "vitest";
import { allFeatures as features, startMailPages } from "../../../test/support/mail-pages.ts";
import { hello, scripted, tester } from "../../../test/support/outbox.tsx";

import { act } from "../../platform/act.ts";
import { MailPreviewDesk } from "../../ui/mail/index.ts";
import { changeDesk, getDesk } from "../desk-settings/index.ts";
import { locales } from "../../platform/i18n/index.ts";
import { renderMail } from "../../platform/mail/render.ts";
import { recordBounce } from "./actions/record-bounce.ts";
import { queueMail } from "./queue-mail.ts";
import { getMail } from "./store/mails.ts";

const mail = { ...hello, to: { personId: null, name: "Cy <b>Kunde</b>", address: "cy@kunde.example" } };

test("the mailbox lists every mail, says that nothing leaves, and finds mails", async () => {
  const { context, admin, drain } = await startMailPages();
  for (let count = 0; count < 55; count++) await queueMail(context, mail);
  await queueMail(context, { ...mail, subject: "100 % anders" });
  await drain();
  const first = await admin.get("/admin/mailbox");
  expect(first.status).toBe(200);
  expect(first.body).toContain("Mails stay here until TRESEN_SMTP_URL is set");
  expect(first.body).toContain("Kept here");
  expect(first.body).toContain("Cy &lt;b>Kunde");
  expect(first.body).toContain("/admin/mailbox?from=50");
  expect((await admin.get("/admin/mailbox?from=50")).body).toContain("51–56 of 56");
  const found = await admin.get("/admin/mailbox?q=100+%25&state=kept");
  expect(found.body).toContain("100 % anders");
  expect(found.body).toContain("1–1 of 1");
  expect((await admin.get("/admin/mailbox?q=100x")).body).toContain("No mail fits this filter");
  expect((await admin.get("/admin/mailbox?state=nonsense&from=-7")).status).toBe(200);
});

test("a mail is shown as its recipient sees it, harmless, with its text, headers and tries", async () => {
  const { context, admin, drain } = await startMailPages();
  const id = await queueMail(context, mail);
  await drain();
  const { body } = await admin.get(`/admin/mailbox/${id}`);
  expect(body).toContain(`src="/admin/mailbox/${id}/html"`);
  expect(body).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"');
  expect(body).toContain("Schöne Grüße");
  expect(body).toContain("no mail server is set");
  expect(body).toContain((await getMail(context.db, id)).messageId.replace("<", "&lt;"));
  const frame = await admin.get(`/admin/mailbox/${id}/html`);
  expect(frame.body).toContain("Schöne Grüße");
  expect(frame.body).toContain('<base target="_blank">');
  for (const path of ["/admin/mailbox/999999", "/admin/mailbox/x", "/admin/mailbox/0/html"])
    expect((await admin.get(path)).status).toBe(404);
});

test("a mail's frame runs nothing, loads nothing, and stands in pages of ours only", async () => {
  const { context, admin } = await startMailPages();
  const id = await queueMail(context, mail);
  const { headers } = await admin.get(`/admin/mailbox/${id}/html`);
  const policy = String(headers["content-security-policy"]);
  expect(policy).toMatch(/^sandbox allow-popups allow-popups-to-escape-sandbox;/);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'self'");
  expect(policy).not.toMatch(/allow-scripts|allow-same-origin|script-src/);
});

test("a mail that was kept can be sent again, once, however often the button is pressed", async () => {
  const { context, admin, drain } = await startMailPages();
  const id = await queueMail(context, mail);
  await drain();
  const once = /name="once" value="([^"]+)"/.exec((await admin.get(`/admin/mailbox/${id}`)).body)?.[1] ?? "";
  const pressed = [
    await admin.post(`/admin/mailbox/${id}/resend`, { once }),
    await admin.post(`/admin/mailbox/${id}/resend`, { once }),
  ];
  expect(pressed.map(({ status }) => status)).toEqual([303, 303]);
  expect((await admin.get(pressed[0]!.location)).body).toContain("The mail is on its way again.");
  const late = await admin.post(`/admin/mailbox/${id}/resend`, { once: crypto.randomUUID() });
  expect(late.status).toBe(409);
  expect(late.body).toContain("cannot be sent again now");
});

test("only administrators see other people's mail", async () => {
  const { context, agent, customer, nobody } = await startMailPages();
  const id = await queueMail(context, mail);
  for (const path of ["/admin/mailbox", `/admin/mailbox/${id}`, `/admin/mailbox/${id}/html`, "/dev/mail"]) {
    expect((await agent.get(path)).status).toBe(403);
    expect((await customer.get(path)).status).toBe(403);
    expect((await nobody.get(path)).location).toMatch(/^\/sign-in/);
  }
  expect((await agent.post(`/admin/mailbox/${id}/resend`, {})).status).toBe(403);
});

test("the gallery shows every mail of every feature in both languages", async () => {
  const { admin, context, cast } = await startMailPages();
  const look = { colour: "#8a2be2", mailFooter: "Helpful Ltd, 1 Main Street" };
  const desk = await getDesk(context.db);
  await act(context.db, cast.ada, changeDesk, { ...desk, ...look });
  const ours = { ...desk, ...look };
  const list = await admin.get("/dev/mail");
  const samples = locales.flatMap((locale) =>
    features.flatMap(({ mailSamples }) => (mailSamples?.(locale) ?? []).map((sample) => ({ locale, ...sample }))),
  );
  expect(samples.length).toBeGreaterThan(20);
  for (const { locale, template, body } of samples) {
    const path = `/dev/mail/${locale}/${encodeURIComponent(template)}`;
    expect(list.body).toContain(`href="${path}"`);
    const { html, text } = renderMail(<MailPreviewDesk.Provider value={ours}>{body}</MailPreviewDesk.Provider>);
    expect(html).toContain("border-left:4px solid #");
    expect(text).toContain(look.mailFooter);
    expect((await admin.get(path)).status).toBe(200);
    expect((await admin.get(`${path}/html`)).body).toContain(html.slice(html.indexOf("<body")));
    expect(html).toContain(`<html lang="${locale}">`);
    expect(html).not.toMatch(/<style|<link|<script|<img|undefined|\[object/);
    // Addresses stand in angle brackets, tags do not.
    expect(text.replaceAll(/<https?:[^>]+>/g, "")).not.toMatch(/undefined|\[object|<[a-z]/);
    expect(text.length).toBeGreaterThan(80);
  }
  expect(new Set(samples.map(({ locale, template }) => `${locale} ${template}`)).size).toBe(samples.length);
  expect((await admin.get("/dev/mail/en/nothing")).status).toBe(404);
  expect((await admin.get("/dev/mail/fr/tickets.answered")).status).toBe(404);
});

test("administrators see which addresses get no mail, and why, and let mail go there again; nobody else does", async () => {
  const { context, admin, agent, drain } = await startMailPages({ mail: scripted([]) });
  const id = await queueMail(context, mail);
  await drain();
  await act(context.db, tester, recordBounce, { mailId: id, diagnostic: "550 5.1.1 <user> unknown" });
  expect((await admin.get("/admin/mailbox")).body).toContain("1 address gets no mail");
  const listed = await admin.get("/admin/mailbox/addresses");
  expect(listed.body).toContain("cy@kunde.example");
  expect(listed.body).toContain("550 5.1.1 &lt;user> unknown");
  expect(listed.body).toContain(`href="/admin/mailbox/${id}"`);
  const clear = { address: "cy@kunde.example" };
  expect((await agent.get("/admin/mailbox/addresses")).status).not.toBe(200);
  expect((await agent.post("/admin/mailbox/addresses/clear", clear)).status).not.toBe(303);
  expect((await admin.get("/admin/mailbox/addresses")).body).toContain("cy@kunde.example");
  expect(await admin.post("/admin/mailbox/addresses/clear", clear)).toMatchObject({ status: 303 });
  const after = (await admin.get("/admin/mailbox/addresses")).body;
  expect(after).toContain("Mail goes to cy@kunde.example again.");
  expect(after).toContain("Mail arrives at every address");
  expect((await admin.post("/admin/mailbox/addresses/clear", { address: "nonsense" })).status).toBe(422);
  expect((await admin.get("/admin/mailbox")).body).not.toContain("gets no mail");
});
