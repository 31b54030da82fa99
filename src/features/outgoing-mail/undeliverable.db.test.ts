import { expect, test } from "vitest";
import { startMailReceiver } from "../../../test/support/mail-receiver.ts";
import { contextWith, eventNames, hello, newEvent, scripted, send, tester } from "../../../test/support/outbox.tsx";
import { act } from "../../platform/act.ts";
import type { Agent } from "../../platform/actor.ts";
import type { Context } from "../../platform/context.ts";
import { smtpTransport } from "../../platform/mail/smtp-transport.ts";
import { after, now } from "../../platform/time.ts";
import { clearAddress } from "./actions/clear-address.ts";
import { recordBounce } from "./actions/record-bounce.ts";
import { resendMail } from "./actions/resend-mail.ts";
import { mailStatesByEvent } from "./deliveries.ts";
import { queueMail } from "./queue-mail.ts";
import { getMail } from "./store/mails.ts";
import { undeliverableAmong } from "./store/undeliverable.ts";

const ann: Agent = {
  kind: "agent",
  role: "member",
  personId: 1,
  name: "Ann",
  email: null,
  teamIds: [],
  locale: "en",
  timeZone: "UTC",
};
const about = { kind: "ticket", id: 17 };
const { address } = hello.to;
const isMarked = async ({ db }: Context) => (await undeliverableAmong(db, [address])).has(address);

const bounced = async (diagnostic: string) => {
  const transport = scripted([]);
  const context = await contextWith(transport);
  const id = await queueMail(context, { ...hello, about });
  await send(context, id);
  await act(context.db, tester, recordBounce, { mailId: id, diagnostic });
  return { context, transport, id };
};

test("an address from which a mail came back gets no more, which stands at each message, until somebody clears it", async () => {
  const { context, transport } = await bounced("550 5.1.1 user unknown");
  expect((await undeliverableAmong(context.db, [address])).get(address)).toMatchObject({
    reason: "550 5.1.1 user unknown",
    since: expect.any(Date),
  });
  const eventId = await newEvent(context);
  const answer = await queueMail(context, { ...hello, about, eventId, automatic: false });
  const other = await queueMail(context, { ...hello, to: { ...hello.to, address: "dana@kunde.example" } });
  for (const id of [answer, other]) await send(context, id);
  expect(transport.sent).toHaveLength(2);
  expect((await mailStatesByEvent(context.db, [eventId])).get(eventId)).toMatchObject([
    { state: "withheld", withheldBecause: "undeliverable", isResendable: true },
  ]);

  await act(context.db, ann, clearAddress, { address });
  expect(await isMarked(context)).toBe(false);
  expect(await eventNames(context, "mail.address-cleared")).toMatchObject([{ payload: { to: address } }]);
  await send(context, await queueMail(context, { ...hello, about }));
  expect(transport.sent).toHaveLength(3);
});

test("a mail that waited while another one came back is not sent either", async () => {
  const transport = scripted([]);
  const context = await contextWith(transport);
  const first = await queueMail(context, { ...hello, about });
  const waiting = await queueMail(context, { ...hello, about, sendAfter: after(now(), -1) });
  await send(context, first);
  await act(context.db, tester, recordBounce, { mailId: first, diagnostic: "" });
  await send(context, waiting);
  expect(transport.sent).toHaveLength(1);
  expect(await getMail(context.db, waiting)).toMatchObject({ state: "withheld", withheldBecause: "undeliverable" });
});

test("sending it again on purpose tries the address again", async () => {
  const { context, transport, id } = await bounced("550 5.1.1 user unknown");
  await act(context.db, ann, resendMail, { mailId: id });
  expect(await isMarked(context)).toBe(false);
  await send(context, id);
  expect(transport.sent).toHaveLength(2);
  expect(await getMail(context.db, id)).toMatchObject({ state: "sent", withheldBecause: null });
});

test("agents send again what is about tickets, and nothing else, e.g. no links that sign people in", async () => {
  const context = await contextWith();
  const mailId = await queueMail(context, hello);
  await send(context, mailId);
  await expect(act(context.db, ann, resendMail, { mailId })).rejects.toThrow("forbidden");
  await act(context.db, { ...ann, role: "administrator" }, resendMail, { mailId });
});

test("a report that speaks of the message leaves the address alone", async () => {
  const { context, id } = await bounced("554 5.7.1 looks like spam");
  expect(await getMail(context.db, id)).toMatchObject({ state: "bounced" });
  expect(await isMarked(context)).toBe(false);
});

test.each([
  ["5.1.1 no such mailbox", true],
  ["5.7.1 relaying denied", false],
])("our own server's 550 %s marks the address: %s", async (text, expected) => {
  const receiver = await startMailReceiver({ refuse: () => ({ code: 550, text }) });
  const context = await contextWith(smtpTransport(receiver.url));
  const id = await queueMail(context, { ...hello, about });
  await send(context, id);
  expect(await getMail(context.db, id)).toMatchObject({ state: "failed", response: expect.stringContaining(text) });
  expect(await isMarked(context)).toBe(expected);
});

test("nobody outside the desk clears an address", async () => {
  const { context } = await bounced("");
  const cy = { ...ann, kind: "customer" as const, organisationIds: [], managedOrganisationIds: [] };
  await expect(act(context.db, cy as never, clearAddress, { address })).rejects.toThrow("forbidden");
  expect(await isMarked(context)).toBe(true);
});
