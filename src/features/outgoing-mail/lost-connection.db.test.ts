import { expect, test } from "vitest";
import { friendly, startMoodyServer, type Step } from "../../../test/support/moody-server.ts";
import { contextWith, hello, moveClock, send } from "../../../test/support/outbox.tsx";
import { smtpTransport } from "../../platform/mail/smtp-transport.ts";
import { hours, minutes } from "../../platform/time.ts";
import { queueMail } from "./queue-mail.ts";
import { getMail, listAttempts } from "./store/mails.ts";

const messageIdsIn = (taken: readonly string[]) => taken.map((raw) => /^Message-ID: (.*)$/im.exec(raw)?.[1]);

test("a server that takes the mail and drops the connection before it says so gets it again under the same Message-ID", async () => {
  const pass = moveClock();
  const { url, taken } = await startMoodyServer((step, tries) =>
    step === "message" && tries === 1 ? "drop" : friendly[step],
  );
  const context = await contextWith(smtpTransport(url));
  const id = await queueMail(context, hello);
  await send(context, id);
  expect(await getMail(context.db, id)).toMatchObject({ state: "queued", attempts: 1 });
  // That it may have arrived is written down, so that nobody wonders about two.
  expect(await listAttempts(context.db, id)).toMatchObject([{ outcome: "interrupted" }]);
  // Not soon: what is the matter with the server may not be over, and each try is another copy.
  pass(minutes(29));
  await send(context, id);
  expect(taken).toHaveLength(1);
  pass(minutes(1));
  await send(context, id);
  expect(await getMail(context.db, id)).toMatchObject({
    state: "sent",
    response: expect.stringContaining("2.0.0 taken"),
  });
  expect(taken).toHaveLength(2);
  expect(new Set(messageIdsIn(taken)).size).toBe(1);
  expect((await listAttempts(context.db, id)).map(({ outcome }) => outcome)).toEqual(["sent", "interrupted"]);
});

test.each<[string, Step, string]>([
  ["drops the connection before the message", "data", "drop"],
  ["greylists the recipient", "recipient", "451 4.7.1 greylisted, come back in 5 minutes"],
  ["has no room just now", "message", "452 4.3.1 insufficient system storage"],
  ["takes nobody just now", "greeting", "421 4.3.2 too busy"],
])("a server that %s gets the mail later, once", async (_what, where, first) => {
  const pass = moveClock();
  const { url, taken } = await startMoodyServer((step, tries) =>
    step === where && tries === 1 ? first : friendly[step],
  );
  const context = await contextWith(smtpTransport(url));
  const id = await queueMail(context, hello);
  await send(context, id);
  expect(await getMail(context.db, id)).toMatchObject({ state: "queued", attempts: 1 });
  expect(await listAttempts(context.db, id)).toMatchObject([{ outcome: "postponed" }]);
  await send(context, id);
  pass(minutes(1));
  await send(context, id);
  expect(await getMail(context.db, id)).toMatchObject({ state: "sent" });
  expect(taken.length).toBe(where === "message" ? 2 : 1);
});

/** Mails are written all the time; the server is itself again after an hour. */
const hourOf = async (bad: (step: Step) => string) => {
  const pass = moveClock();
  let minute = 0;
  const { url, taken } = await startMoodyServer((step) => (minute < 60 ? bad(step) : friendly[step]));
  const context = await contextWith(smtpTransport(url));
  const ids: number[] = [];
  for (; minute < 180; minute += 5) {
    if (minute % 25 === 0) ids.push(await queueMail(context, { ...hello, subject: `Number ${minute}` }));
    for (const id of ids) await send(context, id);
    pass(minutes(5));
  }
  pass(hours(1));
  for (const id of ids) await send(context, id);
  for (const id of ids) expect(await getMail(context.db, id)).toMatchObject({ state: "sent" });
  return {
    context,
    ids,
    written: ids.map((_, index) => `Number ${index * 25}`),
    arrived: taken.map((raw) => /^Subject: (.*)$/m.exec(raw)?.[1]?.trim() ?? ""),
    messageIds: messageIdsIn(taken),
  };
};

test.each<[string, (step: Step) => string]>([
  ["drops every connection", () => "drop"],
  ["takes nobody", (step) => (step === "greeting" ? "421 4.3.2 shutting down" : friendly[step])],
  ["knows no recipient for now", (step) => (step === "recipient" ? "450 4.2.1 later" : friendly[step])],
  ["wants no message", (step) => (step === "data" ? "451 4.3.0 later" : friendly[step])],
  ["breaks in the middle of each message", (step) => (step === "middle" ? "drop" : friendly[step])],
])("a server that %s for an hour loses and doubles nothing", async (_what, bad) => {
  const { written, arrived } = await hourOf(bad);
  expect(written).toHaveLength(8);
  expect(arrived.toSorted()).toEqual(written.toSorted());
});

test("a server that takes each message, but breaks before it says so, for an hour, loses nothing; what it gets again is known by its Message-ID", async () => {
  const { context, ids, written, arrived, messageIds } = await hourOf((step) =>
    step === "message" ? "drop" : friendly[step],
  );
  // SMTP cannot tell whether such a message has arrived (RFC 1047), so it is sent again: better twice than never.
  expect(new Set(arrived)).toEqual(new Set(written));
  expect(new Set(messageIds).size).toBe(written.length);
  const [first = 0] = ids;
  expect(arrived.filter((subject) => subject === written[0])).toHaveLength(3);
  expect(await listAttempts(context.db, first)).toHaveLength(3);
  expect(new Set((await listAttempts(context.db, first)).map(({ outcome }) => outcome))).toEqual(
    new Set(["sent", "interrupted"]),
  );
});
