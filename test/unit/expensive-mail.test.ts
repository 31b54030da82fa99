import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { expensiveMail } from "../support/expensive-mail.ts";

const program = join(import.meta.dirname, "../support/measure-mail.ts");

/** Each in a process of its own: what one leaves behind must not count for the next. */
const measure = (kind: string) =>
  JSON.parse(execFileSync(process.execPath, [program, kind], { encoding: "utf8" })) as {
    size: number;
    milliseconds: number;
    megabytes: number;
  };

test.each(Object.keys(expensiveMail))("%s: under 2 s and 200 MB", (kind) => {
  const { size, milliseconds, megabytes } = measure(kind);
  expect(size).toBeGreaterThan(100_000);
  expect(milliseconds).toBeLessThan(2_000);
  expect(megabytes).toBeLessThan(200);
});
