import { expect, test } from "vitest";
import { arrive } from "../support/incoming.ts";
import { startMailPages } from "../support/mail-pages.ts";
import { wordsOf } from "../support/portal.ts";
import { act } from "../../src/platform/act.ts";
import { openTicket, replyToTicket } from "../../src/features/tickets/index.ts";

/** Cy's ticket, which the desk has answered. */
const start = async () => {
  const desk = await startMailPages();
  const { context, cast, drain } = desk;
  const { ticketId } = await act(context.db, cast.cy, openTicket, { subject: "Export", text: "It stops." });
  await act(context.db, cast.ann, replyToTicket, {
    ticketId,
    text: "Which size?",
    holdSeconds: 0,
    thenStatus: "waiting",
  });
  await drain();
  const to = desk.replyTo(ticketId, cast.cy.personId);
  const from = "Cy <cy@acme.example>";
  const screen = async () => wordsOf(await desk.agent.get("/desk/tickets/10001"));
  const status = async () =>
    (await context.db.selectFrom("tickets").select("status").where("id", "=", ticketId).executeTakeFirstOrThrow())
      .status;
  const mailsOut = async () => (await context.db.selectFrom("outgoing_mails").select("id").execute()).length;
  return { ...desk, ticketId, to, from, screen, status, mailsOut };
};

test("what another desk's people write, marked as automatic, is read at the ticket and moves nothing", async () => {
  const { from, to, ticketId, screen, status, mailsOut, ...desk } = await start();
  const before = await mailsOut();
  const mail = await arrive(desk, {
    from,
    to,
    headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
    text: "We have found it: please install 5.3.\n\n> Which size?",
  });
  await desk.drain();
  expect(mail).toMatchObject({ state: "ignored", verdict: "auto-reply", reason: "auto-submitted", ticketId });
  expect(await screen()).toMatch(/Automatic message from Cy.*We have found it: please install 5\.3\./);
  expect(await status()).toBe("waiting");
  expect(await mailsOut()).toBe(before);
  const notes = await desk.context.db
    .selectFrom("messages")
    .select(["internal", "side"])
    .where("kind", "=", "note")
    .execute();
  expect(notes).toEqual([{ internal: true, side: "agent" }]);
});

test("programs are heard five times an hour in a ticket, receipts and strangers' programs not at all", async () => {
  const { from, to, ...desk } = await start();
  const notes = async () =>
    (await desk.context.db.selectFrom("messages").select("id").where("kind", "=", "note").execute()).length;
  const headers = { "Auto-Submitted": "auto-replied" };
  await arrive(desk, { from: "Eve <eve@stranger.example>", to, headers });
  await arrive(desk, { from, headers });
  const receipt = "multipart/report; report-type=disposition-notification; boundary=b";
  await arrive(desk, { from, to, headers: { "Content-Type": receipt } });
  expect(await notes()).toBe(0);
  for (let round = 0; round < 7; round++) await arrive(desk, { from, to, headers, text: `Away ${round}` });
  expect(await notes()).toBe(5);
});

test.each([
  ["a filter took for spam", { "X-Spam-Flag": "YES" }],
  ["came by way of a list", { "List-Id": "<team.acme.example>", Precedence: "list" }],
])("an answer to our mail that %s is an answer where nobody else can have written it", async (_what, headers) => {
  const { from, to, ticketId, status, ...desk } = await start();
  expect(await arrive(desk, { from, headers })).toMatchObject({ state: "ignored", ticketId: null });
  expect(await arrive(desk, { from: "eve@stranger.example", to, headers })).toMatchObject({ state: "ignored" });
  expect(await status()).toBe("waiting");
  expect(await arrive(desk, { from, to, headers })).toMatchObject({
    state: "filed",
    ticketId,
    reason: "signed-address",
  });
  expect(await status()).not.toBe("waiting");
  const { id } = await desk.context.db
    .selectFrom("incoming_mails")
    .select("id")
    .where("state", "=", "filed")
    .executeTakeFirstOrThrow();
  const page = wordsOf(await desk.admin.get(`/admin/incoming-mail/${id}?now=1`));
  expect(page).toContain("What would become of it now State Filed");
});

test("whoever is put in copy is shown with his address, because others choose his name", async () => {
  const { from, to, screen, ...desk } = await start();
  await arrive(desk, { from, to, cc: '"Ada of the desk" <eve@stranger.example>' });
  expect(await screen()).toMatch(/Ada of the desk\s+eve@stranger\.example/);
});
