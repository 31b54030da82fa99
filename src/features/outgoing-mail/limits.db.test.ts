import { expect, test } from "vitest";
import { contextWith, hello, moveClock, scripted, send } from "../../../test/support/outbox.tsx";
import { hours, minutes } from "../../platform/time.ts";
import { queueMail, type NewMail } from "./queue-mail.ts";
import { automaticLimits, colleagueLimits } from "./rules/limits.ts";
import { getMail } from "./store/mails.ts";

const about = { kind: "ticket", id: 17 };

const start = async () => {
  const pass = moveClock();
  const transport = scripted([]);
  const context = await contextWith(transport);
  /** Sends so many, and says what became of the last one. */
  const sendMany = async (many: number, facts: Partial<NewMail> = {}) => {
    let last = 0;
    for (let count = 0; count < many; count++) {
      last = await queueMail(context, { ...hello, about, ...facts });
      await send(context, last);
    }
    return getMail(context.db, last);
  };
  return { pass, transport, sendMany };
};

test("one ticket brings about so many automatic mails to an address an hour, and no more, however many templates", async () => {
  const { transport, sendMany, pass } = await start();
  await sendMany(10, { template: "test.one" });
  await sendMany(10, { template: "test.two" });
  expect(await sendMany(1, { template: "test.three" })).toMatchObject({
    state: "withheld",
    withheldBecause: "too-many",
  });
  expect(transport.sent).toHaveLength(20);
  expect(await sendMany(1, { about: { kind: "ticket", id: 18 } })).toMatchObject({ state: "sent" });
  pass(hours(1));
  expect(await sendMany(1)).toMatchObject({ state: "sent" });
});

test("what an agent writes goes out in any case", async () => {
  const { sendMany } = await start();
  await sendMany(21);
  expect(await sendMany(1, { automatic: false })).toMatchObject({ state: "sent" });
});

test("all tickets together bring about so many to one address, but more to colleagues", async () => {
  const { sendMany } = await start();
  for (let id = 1; id <= 60; id++) await sendMany(1, { about: { kind: "ticket", id } });
  const another = { about: { kind: "ticket", id: 99 } };
  expect(await sendMany(1, another)).toMatchObject({ state: "withheld" });
  expect(await sendMany(1, { ...another, isColleague: true })).toMatchObject({ state: "sent" });
});

test("a slow loop ends, too: the day is counted as well as the hour", async () => {
  const { sendMany, pass, transport } = await start();
  for (let round = 0; round < 200; round++) {
    await sendMany(1);
    pass(minutes(5));
  }
  // 60 within the first day; none of the next 140 tries, which take less than another.
  expect(transport.sent).toHaveLength(60);
});

test("the limits say what they count, hour by hour and by the day", () => {
  for (const limits of [automaticLimits, colleagueLimits]) expect(limits.some(({ of }) => of === "about")).toBe(true);
  expect(automaticLimits.filter(({ hours: span }) => span === 24)).toHaveLength(2);
});
