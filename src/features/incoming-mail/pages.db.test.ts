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

test("nobody is listed under another one's address", async () => {
  const desk = await startMailPages();
  await arrive(desk, { from: '"Ada <ada@desk.example>" <eve@globex.example>', subject: "Please help" });
  const { body } = await desk.admin.get("/admin/incoming-mail");
  expect(body).toContain(">eve@globex.example<");
  expect(body).not.toContain("ada@desk.example&gt;");
  expect(body).not.toContain("Ada &lt;");
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

test("a message that waits for too long says so and can be looked at again", async () => {
  const desk = await startMailPages();
  const raw = Buffer.from("From: cy@acme.example\r\nSubject: Slow\r\n\r\nIt stops.");
  const arrived = { source: "test", envelopeFrom: "cy@acme.example", envelopeTo: [], raw };
  const { mailId } = await receiveMail(desk.context, arrived);
  const path = `/admin/incoming-mail/${mailId}`;
  expect((await desk.admin.get("/admin/incoming-mail")).body).not.toContain("Waiting for too long");
  expect((await desk.admin.post(`${path}/retry`, {})).status).toBe(409);
  await desk.context.pool.query("update incoming_mails set received_at = received_at - interval '6 minutes'");
  expect((await desk.admin.get("/admin/incoming-mail")).body).toContain("Waiting for too long");
  expect((await desk.admin.get(path)).body).toContain(`${path}/retry`);
  expect((await desk.admin.post(`${path}/retry`, {})).status).toBe(303);
  await desk.file();
  expect((await desk.admin.get(path)).body).toContain("Filed");
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
