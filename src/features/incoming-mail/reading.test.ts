import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { expensiveMail } from "../../../test/support/expensive-mail.ts";
import { longestStall } from "../../../test/support/longest-stall.ts";
import { mailFixture } from "../../../test/support/mail-fixtures.ts";
import { examineMail } from "./examine.ts";
import { inspectMail } from "./inspect.ts";
import { mailFingerprint, openReader, readMail, reportMail, useReader } from "./reading.ts";
import { ownMarksOf } from "./rules/own-marks.ts";

const folder = join(import.meta.dirname, "../../../test/fixtures/mail");
const names = readdirSync(folder).map((name) => name.replace(/\.eml$/, ""));
const desk = { mailAddress: "support@muster.example", others: ["help@muster.example"], name: "Muster" };
const simple = Buffer.from("From: Cy <cy@kunde.example>\r\nSubject: Export\r\n\r\nIt stops.\r\n");

test("the thread reads what would be read here, files and all", async () => {
  for (const name of names) {
    const raw = mailFixture(name);
    const here = await examineMail(raw, { envelopeFrom: "cy@kunde.example", own: ownMarksOf(desk) });
    const { parsed, ...rest } = await readMail(raw, { desk, envelopeFrom: "cy@kunde.example" });
    const { attachments, ...head } = parsed;
    expect({ ...rest, parsed: head }, name).toEqual({
      ...here,
      parsed: Object.fromEntries(Object.entries(here.parsed).filter(([key]) => key !== "attachments")),
    });
    expect(attachments.map(({ read }) => read().toString("latin1"))).toEqual(
      here.parsed.attachments.map(({ read }) => read().toString("latin1")),
    );
    expect(await reportMail(raw, { desk })).toEqual(await inspectMail(raw, { desk }));
  }
});

test.each(Object.keys(expensiveMail))("%s: this thread goes on meanwhile", async (kind) => {
  await reportMail(simple);
  const raw = expensiveMail[kind]!();
  expect(await longestStall(() => readMail(raw, { desk }))).toBeLessThan(100);
});

const moody = (patienceMs = 10_000) => {
  const entry = new URL("../../../test/support/moody-reader.ts", import.meta.url);
  onTestFinished(useReader(openReader({ entry, patienceMs })));
};

test.each(["die", "hang"])(
  "a message over which the thread would %s is unreadable, and the next one is read",
  async (how) => {
    moody(2_000);
    const bad = Buffer.from(`X-Test: ${how}\r\n${simple.toString()}`);
    const [lost, next] = await Promise.all([readMail(bad, { desk }), readMail(simple, { desk })]);
    expect(lost.ignored).toEqual({ verdict: "unreadable", reason: "reading-failed" });
    expect(lost.parsed).toMatchObject({ subject: "Export", from: [{ address: "cy@kunde.example" }] });
    expect(lost.parsed.attachments.map(({ read }) => read())).toEqual([bad]);
    expect(next).toMatchObject({ ignored: undefined, reply: { text: "It stops." } });
    const report = await reportMail(bad);
    expect(report).toMatchObject({ verdict: "unreadable", reason: "reading-failed", subject: "Export" });
    expect(report.attachments).toMatchObject([{ name: "message.eml", size: bad.length }]);
  },
);

test("whether two messages say the same is not said of one that cannot be read", async () => {
  moody();
  expect(await mailFingerprint(Buffer.from(`X-Test: die\r\n${simple.toString()}`))).toBeUndefined();
  const [one, same, other] = await Promise.all(
    [simple, Buffer.from(`X-Way: another\r\n${simple.toString()}`), Buffer.from(`${simple.toString()}x`)].map(
      mailFingerprint,
    ),
  );
  expect(one).toBe(same);
  expect(one).not.toBe(other);
});
