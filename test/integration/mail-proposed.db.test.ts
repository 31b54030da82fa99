import { expect, test } from "vitest";
import { parseConfig } from "../../src/platform/config.ts";
import { findPersonByEmail } from "../../src/features/people/index.ts";
import { findTicketById } from "../../src/features/tickets/index.ts";
import { listLinks } from "../../src/features/tickets/store/links.ts";
import { listMessages } from "../../src/features/tickets/store/messages.ts";
import { us } from "../support/cast.ts";
import { arrive } from "../support/incoming.ts";
import { startMailPages, type MailPages } from "../support/mail-pages.ts";

const text = `Bitte kümmert euch.\n\n________________________________\nVon: Nora Neu <nora@neu.example>\nGesendet: Dienstag, 3. November 2026 14:05\nAn: Ann <ann@desk.example>\nBetreff: Export bricht ab\n\nDer Export bricht bei uns ab, bitte helfen Sie.`;
const title = "This mail forwards a message of Nora Neu &lt;nora@neu.example>";

const start = () => startMailPages({ config: parseConfig({ TRESEN_AUTH_SERVERS: "mx.desk.example" }) });

const forwarded = async (desk: MailPages, results?: string) => {
  const headers: Record<string, string> = results === undefined ? {} : { "Authentication-Results": results };
  const came = await arrive(desk, { from: "Ann <ann@desk.example>", subject: "WG: Export bricht ab", text, headers });
  const ticket = (await findTicketById(desk.context.db, us, came.ticketId ?? 0))!;
  return { came, ticket, page: `/desk/tickets/${ticket.number}` };
};

test.each([
  ["without a check", undefined],
  ["where the check failed", "mx.desk.example; dmarc=fail header.from=desk.example"],
  ["by the word of another server", "mx.evil.example; dmarc=pass header.from=desk.example"],
])("an agent's forwarded mail %s opens his own request, and nobody else hears of it", async (_how, results) => {
  const desk = await start();
  const { came, ticket, page } = await forwarded(desk, results);
  expect(came).toMatchObject({ state: "filed", reason: "forward-proposed" });
  expect(ticket).toMatchObject({ requesterId: desk.cast.ann.personId });
  await desk.drain();
  expect(await findPersonByEmail(desk.context.db, "nora@neu.example")).toBeUndefined();
  const { rows } = await desk.context.pool.query("select 1 from outgoing_mails where to_address like '%neu.example'");
  expect(rows).toEqual([]);
  const { body } = await desk.agent.get(page);
  expect(body).toContain(title);
  expect(body).toContain("Open for Nora Neu");
});

test("one press opens the customer's ticket as the checked mail would have, and cancels the agent's", async () => {
  const desk = await start();
  const { came, ticket, page } = await forwarded(desk);
  const pressed = await desk.agent.post(`/desk/incoming-mail/${came.id}/open`, {});
  expect(pressed.status).toBe(303);
  const nora = await findPersonByEmail(desk.context.db, "nora@neu.example");
  const [link] = await listLinks(desk.context.db, ticket.id);
  const opened = (await findTicketById(desk.context.db, us, link?.otherId ?? 0))!;
  expect(pressed.location).toBe(`/desk/tickets/${opened.number}`);
  expect(opened).toMatchObject({ subject: "Export bricht ab", requesterId: nora!.id, channel: "mail", status: "open" });
  expect(await listMessages(desk.context.db, opened.id)).toMatchObject([
    { side: "customer", authorId: nora!.id, text: "Der Export bricht bei uns ab, bitte helfen Sie." },
    { isInternal: true, authorId: desk.cast.ann.personId, text: expect.stringContaining("Bitte kümmert euch.") },
  ]);
  expect(await findTicketById(desk.context.db, us, ticket.id)).toMatchObject({ status: "cancelled" });
  expect((await desk.agent.get(page)).body).not.toContain(title);
  await desk.drain();
  const { rows } = await desk.context.pool.query("select template from outgoing_mails where to_address = $1", [
    "nora@neu.example",
  ]);
  expect(rows).toEqual([{ template: "tickets.received" }]);
  expect((await desk.agent.post(`/desk/incoming-mail/${came.id}/open`, {})).status).toBe(409);
  expect((await desk.context.pool.query("select 1 from tickets")).rowCount).toBe(2);
});

test("it can be left as it is, once, by agents only", async () => {
  const desk = await start();
  const { came, ticket, page } = await forwarded(desk);
  for (const what of ["open", "leave"]) {
    expect((await desk.customer.post(`/desk/incoming-mail/${came.id}/${what}`, {})).status).toBe(403);
    expect((await desk.agent.post(`/desk/incoming-mail/${came.id + 1}/${what}`, {})).status).toBe(404);
  }
  expect((await desk.agent.post(`/desk/incoming-mail/${came.id}/leave`, {})).location).toBe(page);
  expect((await desk.agent.get(page)).body).not.toContain(title);
  expect((await desk.agent.post(`/desk/incoming-mail/${came.id}/open`, {})).status).toBe(409);
  expect(await findTicketById(desk.context.db, us, ticket.id)).toMatchObject({
    status: "open",
    requesterId: desk.cast.ann.personId,
  });
});

test("what our own server stands by needs nobody's press", async () => {
  const desk = await start();
  const { came, page } = await forwarded(desk, "mx.desk.example; dmarc=pass header.from=desk.example");
  expect(came).toMatchObject({ reason: "forwarded" });
  expect((await desk.agent.get(page)).body).not.toContain(title);
});
