import { expect, test } from "vitest";
import { mailFixture } from "../../../test/support/mail-fixtures.ts";
import { arrive } from "../../../test/support/incoming.ts";
import { startMailPages } from "../../../test/support/mail-pages.ts";
import { receiveMail } from "./receive-mail.ts";

test("what arrived is listed, with what became of it and why", async () => {
  const desk = await startMailPages();
  const filed = await arrive(desk, { from: "Cy <cy@acme.example>", subject: "Export <fails>" });
  const ignored = await arrive(desk, { from: "eve@globex.example", headers: { Precedence: "bulk" }, subject: "Offer" });
  const { body } = await desk.admin.get("/admin/incoming-mail");
  expect(body).toContain("Export &lt;fails>");
  expect(body).toContain("Filed");
  expect(body).toContain("Not filed");
  expect((await desk.admin.get("/admin/incoming-mail?state=ignored")).body).not.toContain("Export");
  expect((await desk.admin.get("/admin/incoming-mail?q=eve%40")).body).toContain("Offer");
  const page = await desk.admin.get(`/admin/incoming-mail/${filed.id}`);
  expect(page.body).toContain("It belongs to no ticket, so it opened one.");
  expect(page.body).toMatch(/href="\/desk\/tickets\/\d+"/);
  expect(page.body).toContain("It stops at 90 %.");
  expect(page.body).toContain("Message-ID: ");
  expect(page.body).not.toContain("/retry");
  expect((await desk.admin.get(`/admin/incoming-mail/${ignored.id}`)).body).toContain(
    "It was sent in bulk (Precedence).",
  );
});

test("a message that was not filed can be made a ticket from its page", async () => {
  const desk = await startMailPages();
  const { id } = await arrive(desk, { from: "cy@acme.example", headers: { "List-Id": "<x>" } });
  const pressed = await desk.admin.post(`/admin/incoming-mail/${id}/retry`, { anyway: "on" });
  expect(pressed.status).toBe(303);
  await desk.file();
  expect((await desk.admin.get(pressed.location)).body).toMatch(/Filed[\s\S]*href="\/desk\/tickets\/\d+"/);
  expect((await desk.admin.post(`/admin/incoming-mail/${id}/retry`, {})).status).toBe(409);
});

test("the raw message comes back byte for byte, as a file that nothing opens", async () => {
  const desk = await startMailPages();
  const raw = mailFixture("outlook-english-reply");
  const { mailId } = await receiveMail(desk.context, {
    source: "test",
    envelopeFrom: "a@b.example",
    envelopeTo: [],
    raw,
  });
  const answer = await desk.admin.get(`/admin/incoming-mail/${mailId}/raw`);
  expect(answer.body).toBe(raw.toString());
  expect(String(answer.headers["content-disposition"])).toMatch(/^attachment; filename="mail-\d+\.eml"/);
});

test("only administrators see what arrived", async () => {
  const desk = await startMailPages();
  const { id } = await arrive(desk, { from: "cy@acme.example", headers: { "List-Id": "<x>" } });
  for (const path of ["/admin/incoming-mail", `/admin/incoming-mail/${id}`, `/admin/incoming-mail/${id}/raw`]) {
    expect((await desk.agent.get(path)).status).toBe(403);
    expect((await desk.customer.get(path)).status).toBe(403);
    expect((await desk.nobody.get(path)).location).toMatch(/^\/sign-in/);
  }
  expect((await desk.agent.post(`/admin/incoming-mail/${id}/retry`, { anyway: "on" })).status).toBe(403);
  expect((await desk.admin.get("/admin/incoming-mail/999999")).status).toBe(404);
});
