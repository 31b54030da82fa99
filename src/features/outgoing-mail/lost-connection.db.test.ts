import { once } from "node:events";
import { createServer, type AddressInfo, type Socket } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { contextWith, hello, moveClock, send } from "../../../test/support/outbox.tsx";
import { smtpTransport } from "../../platform/mail/smtp-transport.ts";
import { hours, minutes } from "../../platform/time.ts";
import { queueMail } from "./queue-mail.ts";
import { getMail, listAttempts } from "./store/mails.ts";

type Step = "greeting" | "recipient" | "data" | "message";

/** A mail server of few words, whose behaviour at each step is the test's: an answer, or "drop" the connection. */
const startServer = async (say: (step: Step, tries: number) => string) => {
  const taken: string[] = [];
  let tries = 0;
  const server = createServer((socket: Socket) => {
    tries++;
    const mine = tries;
    let message: string | undefined;
    let pending = "";
    const answer = (text: string) => (text === "drop" ? socket.destroy() : socket.write(`${text}\r\n`));
    socket.on("error", () => undefined);
    answer(say("greeting", mine));
    socket.on("data", (chunk) => {
      pending += chunk.toString("latin1");
      for (let end = pending.indexOf("\r\n"); end >= 0; end = pending.indexOf("\r\n")) {
        const line = pending.slice(0, end);
        pending = pending.slice(end + 2);
        if (message !== undefined) {
          if (line !== ".") message += `${line}\r\n`;
          else {
            taken.push(message);
            message = undefined;
            answer(say("message", mine));
          }
        } else if (/^DATA/i.test(line)) {
          const text = say("data", mine);
          if (text.startsWith("354")) message = "";
          answer(text);
        } else if (/^RCPT/i.test(line)) answer(say("recipient", mine));
        else answer(/^QUIT/i.test(line) ? "221 bye" : "250 fine");
      }
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  return { url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, taken };
};

const friendly: Record<Step, string> = {
  greeting: "220 mx.example ready",
  recipient: "250 known",
  data: "354 go on",
  message: "250 2.0.0 taken",
};

const messageIdsIn = (taken: readonly string[]) => taken.map((raw) => /^Message-ID: (.*)$/im.exec(raw)?.[1]);

test("a server that takes the mail and drops the connection before it says so gets it again under the same Message-ID", async () => {
  const pass = moveClock();
  const { url, taken } = await startServer((step, tries) =>
    step === "message" && tries === 1 ? "drop" : friendly[step],
  );
  const context = await contextWith(smtpTransport(url));
  const id = await queueMail(context, hello);
  await send(context, id);
  expect(await getMail(context.db, id)).toMatchObject({ state: "queued", attempts: 1 });
  // That it may have arrived is written down, so that nobody wonders about two.
  expect(await listAttempts(context.db, id)).toMatchObject([{ outcome: "interrupted" }]);
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
  const { url, taken } = await startServer((step, tries) => (step === where && tries === 1 ? first : friendly[step]));
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

test("a server that is down for an hour, and busy for another, loses and doubles nothing", async () => {
  const pass = moveClock();
  let minute = 0;
  const { url, taken } = await startServer((step) => {
    if (minute < 60) return "drop";
    return minute < 120 && step === "recipient" ? "450 4.2.1 later" : friendly[step];
  });
  const context = await contextWith(smtpTransport(url));
  const ids = [];
  for (; minute < 300; minute += 5) {
    if (minute % 25 === 0) ids.push(await queueMail(context, { ...hello, subject: `Number ${minute}` }));
    for (const id of ids) await send(context, id);
    pass(minutes(5));
  }
  pass(hours(12));
  for (const id of ids) await send(context, id);
  const subjects = taken.map((raw) => /^Subject: (.*)$/m.exec(raw)?.[1]?.trim());
  expect(ids).toHaveLength(12);
  expect(subjects.toSorted()).toEqual(ids.map((_, index) => `Number ${index * 25}`).toSorted());
  for (const id of ids) expect(await getMail(context.db, id)).toMatchObject({ state: "sent" });
});
