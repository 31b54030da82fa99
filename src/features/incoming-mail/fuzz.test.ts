import { readdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { mailFixture } from "../../../test/support/mail-fixtures.ts";
import { workTime } from "../../../test/support/work-time.ts";
import { inspectMail } from "./inspect.ts";

const folder = join(import.meta.dirname, "../../../test/fixtures/mail");
const fixtures = readdirSync(folder).map((name) => mailFixture(name.replace(/\.eml$/, "")));

/** In milliseconds; a thousand times as long as such a message takes. */
const patience = 1_000;

/** Whatever the message: it is read in bounded time, its text can be stored, and what is folded and shown is all of it. */
const holds = async (raw: Buffer): Promise<void> => {
  expect(await workTime(() => inspectMail(raw))).toBeLessThan(patience);
  const report = await inspectMail(raw);
  expect(report.warnings).not.toContain("broken");
  const json = JSON.stringify(report);
  expect(json).not.toContain("\\u0000");
  expect(json.isWellFormed()).toBe(true);
  const { text, quoted, signature } = report.reply;
  const words = (each: string): string[] => each.split(/\s+/).filter(Boolean).toSorted();
  expect(words(`${text} ${quoted} ${signature}`)).toEqual(words(report.text));
  expect(text === "").toBe(report.text.trim() === "");
};

const fixture = fc.constantFrom(...fixtures);

test("any bytes", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), (bytes) => holds(Buffer.from(bytes))),
    { numRuns: 300 },
  );
});

test("a message that was cut off anywhere", async () => {
  await fc.assert(
    fc.asyncProperty(fixture, fc.nat(2_000), (raw, length) => holds(raw.subarray(0, length))),
    { numRuns: 300 },
  );
});

test("a message in which bytes were changed", async () => {
  const changes = fc.array(fc.tuple(fc.nat(3_000), fc.nat(255)), { minLength: 1, maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(fixture, changes, (raw, each) => {
      const changed = Buffer.from(raw);
      for (const [at, byte] of each) if (at < changed.length) changed[at] = byte;
      return holds(changed);
    }),
    { numRuns: 400 },
  );
});

test("lines of several messages, mixed", async () => {
  const line = fixture.chain((raw) => fc.constantFrom(...raw.toString("latin1").split("\r\n")));
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 80 }), (lines) => holds(Buffer.from(lines.join("\r\n"), "latin1"))),
    { numRuns: 400 },
  );
});
