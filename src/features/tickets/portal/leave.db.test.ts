import { expect, test } from "vitest";
import { startPortal, wordsOf } from "../../../../test/support/portal.ts";
import { signerWith } from "../../../platform/signer.ts";
import { getEvent } from "../../../platform/events.ts";
import { act } from "../../../platform/act.ts";
import { resolveTicket } from "../actions/resolve-ticket.ts";
import { replyToTicket } from "../actions/reply-to-ticket.ts";
import { ticketEffects } from "../effects.ts";
import { leavePath, readLeaveToken } from "../leave-link.ts";
import { getTicket } from "../store/tickets.ts";

/** Cy's request with Cora in CC, who has just got the mail that it is solved. */
const start = async () => {
  const portal = await startPortal();
  const { context, cast, open } = portal;
  const { db } = context;
  const { ticketId } = await open(cast.cy, { cc: [{ name: "", email: cast.cora.email ?? "" }] });
  const mailsTo = async (address: string | null) =>
    db
      .selectFrom("outgoing_mails")
      .select(["template", "unsubscribe_url", "text", "automatic"])
      .where("to_address", "=", address ?? "")
      .orderBy("id")
      .execute();
  const follow = async (eventId: number) => {
    const event = await getEvent(db, eventId);
    for (const effect of ticketEffects[event.name] ?? []) await effect.run(context, event);
  };
  await follow((await act(db, cast.ann, resolveTicket, { ticketId })).eventId);
  const path = leavePath(context.signer, { ticketId, personId: cast.cora.personId });
  const inCc = async () => (await getTicket(db, cast.ann, ticketId)).participantIds;
  return { ...portal, db, cast, ticketId, mailsTo, follow, path, inCc };
};

test("automatic mails to those in CC say how to get no more, for people and for mail programs; others do not", async () => {
  const { cast, db, ticketId, mailsTo, follow, path } = await start();
  const url = `http://desk.test${path}`;
  expect(await mailsTo(cast.cora.email)).toMatchObject([{ template: "tickets.status", unsubscribe_url: url }]);
  expect((await mailsTo(cast.cora.email))[0]?.text).toContain(url);
  for (const mail of await mailsTo(cast.cy.email)) {
    expect(mail.unsubscribe_url).toBeNull();
    expect(mail.text).not.toContain("/leave/");
  }
  // An answer that an agent wrote is no list mail: a desk in CC would ignore it.
  await follow((await act(db, cast.ann, replyToTicket, { ticketId, text: "Anything else?", holdSeconds: 0 })).eventId);
  const [, answer] = await mailsTo(cast.cora.email);
  expect(answer).toMatchObject({ automatic: false, unsubscribe_url: null });
  expect(answer?.text).toContain(url);
});

test("somebody in CC leaves by the link, without signing in, and hears no more", async () => {
  const { as, db, cast, ticketId, mailsTo, follow, path, inCc } = await start();
  const visitor = await as();
  const asked = await visitor.get(path);
  expect(asked.status).toBe(200);
  expect(wordsOf(asked)).toContain("Leave the conversation about request #10001?");
  expect(await inCc()).toEqual([cast.cora.personId]);
  const left = await visitor.post(path, {});
  expect(wordsOf(left)).toContain("You get no more mails about request #10001");
  expect(await inCc()).toEqual([]);
  const before = (await mailsTo(cast.cora.email)).length;
  await follow((await act(db, cast.ann, replyToTicket, { ticketId, text: "More.", holdSeconds: 0 })).eventId);
  expect(await mailsTo(cast.cora.email)).toHaveLength(before);
  expect(wordsOf(await visitor.get(path))).toContain("You get no more mails");
});

test("a mail program leaves by one request of its own, as often as it likes", async () => {
  const { as, path, inCc } = await start();
  for (let time = 0; time < 2; time++) {
    const answer = await (await as()).post(path, { "List-Unsubscribe": "One-Click" });
    expect(answer.status).toBe(200);
  }
  expect(await inCc()).toEqual([]);
});

test("nobody makes such a link up, or turns it into another's", async () => {
  const { as, path, cast, inCc } = await start();
  const visitor = await as();
  const others = [path.replace(/-p\d+-/, `-p${cast.cy.personId}-`), path.replace(/t\d+/, "t2"), `${path}a`, "/leave/x"];
  for (const other of others) {
    expect((await visitor.get(other)).status).toBe(404);
    expect((await visitor.post(other, {})).status).toBe(404);
  }
  expect(await inCc()).toEqual([cast.cora.personId]);
});

test("a link reads back as what it was made of", () => {
  const signer = signerWith(Buffer.from("a secret for tests only, 32 bytes"));
  const leaving = { ticketId: 17, personId: 5 };
  const token = leavePath(signer, leaving).replace("/leave/", "");
  expect(readLeaveToken(signer, token)).toEqual(leaving);
  expect(readLeaveToken(signerWith(Buffer.from("another secret of thirty-two byte")), token)).toBeUndefined();
});
