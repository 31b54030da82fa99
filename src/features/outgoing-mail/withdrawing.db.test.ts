import { expect, test } from "vitest";
import {
  contextWith,
  hello,
  moveClock,
  newEvent,
  revive,
  scripted,
  send,
  tester,
} from "../../../test/support/outbox.tsx";
import { act } from "../../platform/act.ts";
import { after, minutes, now } from "../../platform/time.ts";
import { resendMail } from "./actions/resend-mail.ts";
import { cancelMails } from "./cancel-mails.ts";
import { mailStatesByEvent } from "./deliveries.ts";
import { queueMail } from "./queue-mail.ts";
import { getMail } from "./store/mails.ts";

test("what is taken back before it left does not leave, not even what is queued afterwards", async () => {
  const pass = moveClock();
  const transport = scripted([]);
  const context = await contextWith(transport);
  const eventId = await newEvent(context);
  const undoable = { ...hello, eventId, sendAfter: after(now(), 10_000) };
  const id = await queueMail(context, undoable);
  await send(context, id);
  expect(transport.sent).toEqual([]);
  expect(await context.db.transaction().execute((tx) => cancelMails(tx, eventId))).toEqual({
    cancelled: 1,
    alreadySent: 0,
  });
  const late = await queueMail(context, undoable);
  pass(20_000);
  await send(context, id);
  await send(context, late);
  await revive(context);
  expect(transport.sent).toEqual([]);
  expect((await mailStatesByEvent(context.db, [eventId])).get(eventId)).toMatchObject([
    { mailId: id, state: "cancelled" },
    { mailId: late, state: "cancelled" },
  ]);
});

test("what has left cannot be taken back, and that is said", async () => {
  const pass = moveClock();
  const transport = scripted([]);
  const context = await contextWith(transport);
  const eventId = await newEvent(context);
  const id = await queueMail(context, { ...hello, eventId, sendAfter: after(now(), 10_000) });
  pass(10_000);
  await send(context, id);
  expect(await context.db.transaction().execute((tx) => cancelMails(tx, eventId))).toEqual({
    cancelled: 0,
    alreadySent: 1,
  });
});

test("a mail that is of no use any more is not sent", async () => {
  const pass = moveClock();
  const transport = scripted([new Error("451 later")]);
  const context = await contextWith(transport);
  const id = await queueMail(context, { ...hello, expiresAt: after(now(), minutes(15)) });
  await send(context, id);
  pass(minutes(16));
  await send(context, id);
  expect(transport.sent).toEqual([]);
  expect(await getMail(context.db, id)).toMatchObject({ state: "cancelled" });
  await expect(act(context.db, tester, resendMail, { mailId: id })).rejects.toThrow("notResendable");
});

test("a program that answers every confirmation gets no more of them after a while", async () => {
  const pass = moveClock();
  const transport = scripted([]);
  const context = await contextWith(transport);
  const limits = [{ of: "template", most: 3, hours: 1 }] as const;
  const confirm = () => queueMail(context, { ...hello, limits });
  for (let round = 0; round < 5; round++) await send(context, await confirm());
  expect(transport.sent).toHaveLength(3);
  await send(context, await queueMail(context, { ...hello, limits, to: { ...hello.to, address: "x@y.example" } }));
  pass(minutes(61));
  await send(context, await confirm());
  expect(transport.sent).toHaveLength(5);
});
