import { expect, test } from "vitest";
import { us } from "../../../../test/support/cast.ts";
import { startPortal, wordsOf } from "../../../../test/support/portal.ts";
import { act } from "../../../platform/act.ts";
import { getEvent } from "../../../platform/events.ts";
import { recordBounce } from "../../outgoing-mail/index.ts";
import { replyToTicket } from "../actions/reply-to-ticket.ts";
import { ticketEffects } from "../effects.ts";

const path = "/desk/tickets/10001";

/** Ann has answered Cy, whose mail came back; a second answer is withheld. */
const start = async () => {
  const portal = await startPortal();
  const { context, cast, open, as } = portal;
  const { db } = context;
  const { ticketId } = await open(cast.cy);
  const answer = async (text: string) => {
    const { eventId } = await act(db, cast.ann, replyToTicket, { ticketId, text, holdSeconds: 0 });
    const event = await getEvent(db, eventId);
    for (const effect of ticketEffects[event.name] ?? []) await effect.run(context, event);
    const mail = await db
      .selectFrom("outgoing_mails")
      .select("id")
      .where("event_id", "=", eventId)
      .executeTakeFirstOrThrow();
    return mail.id;
  };
  const first = await answer("Which colour?");
  await db.updateTable("outgoing_mails").set({ state: "sent" }).where("id", "=", first).execute();
  await act(db, us, recordBounce, { mailId: first, diagnostic: "550 5.1.1 user unknown" });
  const second = await answer("Are you there?");
  const states = async () =>
    (await db.selectFrom("outgoing_mails").select("state").orderBy("id").execute()).map(({ state }) => state);
  return { ...portal, first, second, states, ann: await as(cast.ann) };
};

test("a mail that came back, and one that was withheld for it, say so at their messages, and at the composer", async () => {
  const { ann, first, second, as, cast } = await start();
  const page = await ann.get(path);
  const words = wordsOf(page);
  expect(words).toMatch(/Came back from\s+Cy .*550 5\.1\.1 user unknown/);
  expect(words).toMatch(/Withheld, to\s+Cy .*mail to this address came back before/);
  expect(words).toMatch(/Mail to Cy .* does not arrive/);
  for (const id of [first, second]) expect(page.body).toContain(`action="${path}/mails/${id}/resend"`);
  expect(wordsOf(await (await as(cast.cy)).get("/requests/10001"))).not.toMatch(/came back|5\.1\.1|Withheld/);
});

test("an agent sends it again, which tries the address again", async () => {
  const { ann, second, states } = await start();
  expect(await states()).toEqual(["bounced", "withheld"]);
  expect(await ann.post(`${path}/mails/${second}/resend`, {})).toMatchObject({ status: 303 });
  expect(await states()).toEqual(["bounced", "queued"]);
  const words = wordsOf(await ann.get(path));
  expect(words).toContain("The mail is on its way again.");
  expect(words).not.toContain("does not arrive");
  expect((await ann.post(`${path}/mails/${second}/resend`, {})).status).toBe(409);
});

test("an agent lets mail go there again; a customer does neither", async () => {
  const { ann, as, cast, second, states } = await start();
  const cy = await as(cast.cy);
  expect((await cy.post(`${path}/addresses/clear`, { address: "cy@acme.example" })).status).toBe(403);
  expect((await cy.post(`${path}/mails/${second}/resend`, {})).status).toBe(403);
  expect(wordsOf(await ann.get(path))).toContain("does not arrive");
  expect(await ann.post(`${path}/addresses/clear`, { address: "cy@acme.example" })).toMatchObject({ status: 303 });
  expect(wordsOf(await ann.get(path))).not.toContain("does not arrive");
  expect(await states()).toEqual(["bounced", "withheld"]);
});
